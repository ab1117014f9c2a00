import type { InputHTMLAttributes } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { word } from '../../ui/words'
import { isReady, type PreparedReply, prepareReply, type ReplySituation } from './prepare-reply'
import type { Reply } from './reply'
import { ReplyForm } from './reply-form'
import { ReplyChoice } from './reply-choice'
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
  readonly onInsert: (prepared: PreparedReply) => void
}

// Preact's types want a data list of whatever has this role; ours is beside it.
const COMBOBOX = { type: 'search', role: 'combobox', autoComplete: 'off', spellcheck: false } as InputHTMLAttributes

/** So many choices are shown; whoever wants another one types on. */
const MOST = 30

/** Finds a canned reply and hands out its words: Enter takes the marked one, the arrows mark another; the keyboard stays in the field. */
export function ReplyPicker({ replies, situation, typed = '', autoFocus = false, onQuery, onLeave, onInsert }: ReplyPickerProps) {
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

  function press(event: KeyboardEvent): void {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) mark((marked + step + hits.length) % hits.length)
    else if (event.key === 'Enter' && hits[marked]) pick(hits[marked])
    else if (event.key === 'Escape' && onLeave) onLeave(query)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (open) return <ReplyForm reply={open.reply} args={open.args} situation={situation} onInsert={onInsert} onBack={() => setOpen(undefined)} />
  return (
    <div class="stack reply-picker">
      <input
        class="input"
        ref={field}
        {...COMBOBOX}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={hits[marked] && `${id}-${marked}`}
        aria-label={word('repliesSearch')}
        placeholder={word('repliesSearch')}
        value={query}
        onInput={({ currentTarget }) => search(currentTarget.value)}
        onKeyDown={press}
      />
      {hits.length === 0 && <p class="quiet">{word(replies.length === 0 ? 'repliesNone' : 'repliesNoHit')}</p>}
      <ul class="reply-choices" id={`${id}-list`} role="listbox" aria-label={word('popupReplies')}>
        {hits.map((reply, index) => (
          <ReplyChoice key={reply.id} id={`${id}-${index}`} reply={reply} situation={situation} args={args} isMarked={index === marked} onPick={() => pick(reply)} />
        ))}
      </ul>
    </div>
  )
}

/** What was typed names a reply by its words, or by its whole trigger with arguments behind it. */
function findReplies(replies: readonly Reply[], query: string, situation: ReplySituation): { readonly hits: readonly Reply[]; readonly args: string } {
  const [, trigger = '', args = ''] = /^\/?(\S+)\s+(\S.*)$/s.exec(query) ?? []
  const named = replies.filter((reply) => !reply.archived && [reply.trigger, ...reply.aliases].some((one) => one !== '' && one.toLowerCase() === trigger.toLowerCase()))
  if (named.length > 0) return { hits: named, args: args.trim() }
  const { now, surface, languages, around, usage, uses } = situation
  const usedHere = new Set(uses.map((use) => use.reply))
  const hits = searchReplies(replies, query, { now, surface, account: around.account, languages, tags: around.tags, usage, usedHere })
  return { hits: hits.slice(0, MOST).map(({ reply }) => reply), args: '' }
}
