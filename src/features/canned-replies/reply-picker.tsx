import type { InputHTMLAttributes } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { word } from '../../ui/words'
import { isReady, type PreparedReply, prepareReply, type ReplySituation } from './prepare-reply'
import type { Reply } from './reply'
import { ReplyForm } from './reply-form'
import { ReplyChoice } from './reply-choice'
import { OutcomeQuestion } from './outcome-question'
import { openUse } from './open-use'
import type { ReplyUse } from './reply-use'
import { WaitingPart } from './waiting-part'
import { nextPartHere, type Parts } from './thread'
import type { WaitingThread } from './waiting-thread'
import { searchReplies } from './search/search-replies'

/** The library, the situation it is for, and where its words go. */
export interface ReplyPickerProps {
  readonly replies: readonly Reply[]
  readonly situation: ReplySituation
  /** All the keys that came another way than by the field; each is added to it once. */
  readonly typed?: string
  readonly autoFocus?: boolean
  readonly onQuery?: (query: string) => void
  /** Nothing was picked: Escape, or a space as the first sign. */
  readonly onLeave?: (typed: string) => void
  readonly onInsert: (prepared: PreparedReply, parts?: Parts) => void
  /** The rest of a thread whose beginning was written. */
  readonly thread: HeldThread
  /** What came of an earlier reply to this person. */
  readonly onOutcome: (use: ReplyUse) => void
}

/** What is left of a thread, and what can be done with it. */
export interface HeldThread {
  readonly waiting: WaitingThread | undefined
  readonly onNext: (text: string) => void
  readonly onForget: () => void
  readonly onCopy: (text: string) => void
}

// Preact's types want a data list of whatever has this role; ours is beside it.
const COMBOBOX = { type: 'search', role: 'combobox', autoComplete: 'off', spellcheck: false } as InputHTMLAttributes

/** So many choices are shown; whoever wants another one types on. */
const MOST = 30

/** Finds a canned reply and hands out its words: Enter takes the marked one, the arrows mark another; the keyboard stays in the field. */
export function ReplyPicker({ replies, situation, typed = '', autoFocus = false, onQuery, onLeave, onInsert, thread, onOutcome }: ReplyPickerProps) {
  const [query, setQuery] = useState('')
  const [marked, mark] = useState(0)
  const [open, setOpen] = useState<{ readonly reply: Reply; readonly args: string }>()
  const taken = useRef(0)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useLayoutEffect(() => void (autoFocus && !open && field.current?.focus()), [open])
  useLayoutEffect(() => {
    if (typed.length > taken.current) search(query + typed.slice(taken.current))
    taken.current = typed.length
  }, [typed])
  const { hits, args } = findReplies(replies, query, situation)
  const next = query === '' ? nextPartHere(thread.waiting, situation) : undefined
  const count = hits.length + (next ? 1 : 0)
  const untold = query === '' && !next ? openUse(situation.uses, situation.now) : undefined
  const told = untold && replies.find(({ id }) => id === untold.reply)
  const chosen = hits[next ? marked - 1 : marked]

  function search(written: string): void {
    // The slash that opened this may arrive here too: its key was pressed over there, its letter comes to whoever has the keyboard by then.
    const text = written.replace(/^\//, '')
    if (text === ' ' && onLeave) return onLeave(text)
    setQuery(text)
    mark(0)
    onQuery?.(text)
  }

  function pick(reply: Reply): void {
    const prepared = prepareReply(reply, situation, { args })
    if (isReady(prepared)) onInsert(prepared)
    else setOpen({ reply, args })
  }

  function goOn(): void {
    if (next?.fits) thread.onNext(next.text)
  }

  function press(event: KeyboardEvent): void {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && count > 0) mark((marked + step + count) % count)
    else if (event.key === 'Enter' && next && marked === 0) goOn()
    else if (event.key === 'Enter' && chosen) pick(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** From wherever the keyboard is in here. */
  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing || !onLeave) return
    event.preventDefault()
    event.stopPropagation()
    onLeave(query)
  }

  function forget(): void {
    thread.onForget()
    field.current?.focus()
  }

  if (open) return <ReplyForm reply={open.reply} args={open.args} situation={situation} onInsert={onInsert} onCopy={thread.onCopy} onBack={() => setOpen(undefined)} />
  return (
    <div class="stack reply-picker" onKeyDown={leave}>
      <input
        class="input"
        ref={field}
        {...COMBOBOX}
        aria-expanded={count > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={count > 0 ? `${id}-${marked}` : undefined}
        aria-label={word('repliesSearch')}
        placeholder={word('repliesSearch')}
        value={query}
        onInput={({ currentTarget }) => search(currentTarget.value)}
        onKeyDown={press}
      />
      {hits.length === 0 && <p class="quiet">{word(replies.length === 0 ? 'repliesNone' : 'repliesNoHit')}</p>}
      <ul class="reply-choices" id={`${id}-list`} role="listbox" aria-label={word('popupReplies')}>
        {next && thread.waiting && <WaitingPart id={`${id}-0`} thread={thread.waiting} part={next} limit={situation.limit} isMarked={marked === 0} onPick={goOn} />}
        {hits.map((reply, index) => (
          <ReplyChoice key={reply.id} id={`${id}-${count - hits.length + index}`} reply={reply} situation={situation} args={args} isMarked={reply === chosen} onPick={() => pick(reply)} />
        ))}
      </ul>
      {untold && told && <OutcomeQuestion use={untold} title={told.title} now={situation.now} onTell={(outcome) => onOutcome({ ...untold, outcome })} />}
      {next && (
        <div class="row small">
          <Button kind="quiet" onClick={() => thread.onCopy(next.text)}>{word('threadCopyNext')}</Button>
          <Button kind="quiet" onClick={forget}>{word('threadForget')}</Button>
        </div>
      )}
    </div>
  )
}

/** What was typed names a reply by its words, or by its whole trigger with arguments behind it. */
function findReplies(replies: readonly Reply[], query: string, situation: ReplySituation): { readonly hits: readonly Reply[]; readonly args: string } {
  const [, trigger = '', args = ''] = /^\/?(\S+)\s+(\S.*)$/s.exec(query) ?? []
  const named = replies.filter((reply) => !reply.archived && [reply.trigger, ...reply.aliases].some((one) => one !== '' && one.toLowerCase() === trigger.toLowerCase()))
  if (named.length > 0) return { hits: named, args: args.trim() }
  const { now, surface, languages, lifecycle, sentiment, team, around, usage, uses } = situation
  const usedHere = new Set(uses.map((use) => use.reply))
  const hits = searchReplies(replies, query, { now, surface, account: around.account, languages, lifecycle, sentiment, team, tags: around.tags, usage, usedHere })
  return { hits: hits.slice(0, MOST).map(({ reply }) => reply), args: '' }
}
