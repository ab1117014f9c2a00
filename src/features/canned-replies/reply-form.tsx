import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { Select, TextField } from '../../ui/field'
import { word } from '../../ui/words'
import { languagesOf, type PreparedReply, prepareReply, type ReplySituation } from './prepare-reply'
import type { Reply } from './reply'
import { GapField } from './gap-field'
import { weightedLength } from './length/weighted-length'
import { canBeTyped } from './reply-missing'
import { sayGap, sayGateFault, sayGuard } from './reply-words'
import { ReplyLength } from './reply-length'
import { ReplyPreview } from './reply-preview'
import { ReplyThread } from './reply-thread'
import { type Moved, moveToDirect } from './move-to-direct'
import { type Parts, threadOf } from './thread'

/** A reply that asks for something, and what to do with it once that is there. */
export interface ReplyFormProps {
  readonly reply: Reply
  readonly args: string
  readonly situation: ReplySituation
  /** `parts`: what goes in one after the other, the first of it now. */
  readonly onInsert: (prepared: PreparedReply, parts?: Parts) => void
  readonly onCopy: (text: string) => void
  readonly onBack: () => void
}

/** Answers given before, for as long as this page lives. */
const lastAnswers = new Map<string, string>()

/** Asks for what a reply is missing, and says what is wrong with it. Until all is well there is nothing to insert. */
export function ReplyForm({ reply, args, situation, onInsert, onCopy, onBack }: ReplyFormProps) {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(() => firstAnswers(reply, args, situation))
  const [lang, setLang] = useState<string>()
  const [line, setLine] = useState('')
  const [isMeant, setMeant] = useState(false)
  const [numbering, setNumbering] = useState(situation.numbering)
  const form = useRef<HTMLFormElement>(null)
  // Before the next key can come: after a paint, whoever types on at once would type into nothing.
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[data-first]') ?? form.current?.querySelector<HTMLElement>('input,select,textarea,button')
    first?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const prepared = prepareReply(reply, situation, { typed, args, lang, personalLine: reply.requiresPersonalLine ? line : undefined })
  const { filled, faults, gaps, guards, needed, picked } = prepared
  const isStopped = guards.some(({ severity }) => severity === 'block')
  const parts = threadOf(prepared, situation, numbering)
  const isDone = filled !== undefined && (faults.length === 0 || parts !== undefined) && (isMeant || !isStopped)
  const moved = isMeant ? undefined : moveToDirect(prepared, situation)
  const insert = (event: Event): void => {
    event.preventDefault()
    if (moved) return onInsert(moved.line, moved.parts)
    if (!isDone) return
    for (const [name, text] of typed) lastAnswers.set(name, text)
    onInsert(prepared, parts)
  }
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onBack()
  }
  return (
    <form class="stack reply-gaps" ref={form} onSubmit={insert} onKeyDown={leave}>
      <h3>
        <bdi>{reply.title}</bdi>
      </h3>
      {needed.filter(canBeTyped).map((gap) => (
        <GapField key={gap.name} gap={gap} value={typed.get(gap.name) ?? ''} onText={(text) => setTyped(new Map(typed).set(gap.name, text))} />
      ))}
      {reply.requiresPersonalLine && <TextField label={word('repliesPersonalLine')} value={line} onText={setLine} />}
      <Languages reply={reply} lang={picked.lang} onChoose={setLang} />
      {parts ? (
        <ReplyThread parts={parts.texts} before={weightedLength(situation.draft)} limit={situation.limit} lang={picked.lang} numbering={numbering} onNumbering={setNumbering} onCopy={onCopy} />
      ) : (
        <ReplyPreview prepared={prepared} situation={situation} args={args} typed={typed} />
      )}
      <ul class="reply-faults small" role="status">
        {gaps.filter((gap) => !canBeTyped(gap)).map((gap) => <li key={gap.name}>{sayGap(gap)}</li>)}
        {!parts && faults.map((fault) => <li key={`${fault.code} ${fault.at}`}>{sayGateFault(fault)}</li>)}
        {guards.map((guard) => <li key={guard.code} data-severity={guard.severity}>{sayGuard(guard)}</li>)}
        {(picked.allUsed || filled?.repeats) && <li>{word('repliesAllUsed')}</li>}
      </ul>
      {moved && <MovedLine moved={moved} lang={picked.lang} />}
      {isStopped && (
        <label class="row small">
          <input type="checkbox" checked={isMeant} onChange={({ currentTarget }) => setMeant(currentTarget.checked)} />
          {word('repliesAnyway')}
        </label>
      )}
      <div class="row">
        <Button kind="primary" type="submit" disabled={!isDone && !moved} data-first={(moved || (parts && isDone)) && needed.length === 0 ? '' : undefined}>
          {moved ? word('directMove') : parts ? word('threadInsert', parts.texts.length) : word('repliesInsert')}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {word('repliesBack')}
        </Button>
        {filled && !parts && <ReplyLength length={prepared.length} limit={situation.limit} />}
      </div>
    </form>
  )
}

/** What goes in in public instead of the words, which wait for the direct message. */
function MovedLine({ moved: { line }, lang }: { readonly moved: Moved; readonly lang: string }) {
  return (
    <section class="stack" aria-label={word('directMove')}>
      <p class="small">{word('directLead')}</p>
      <span class="reply-preview" dir="auto" lang={lang || undefined}>{line.filled?.text}</span>
    </section>
  )
}

function Languages({ reply, lang, onChoose }: { readonly reply: Reply; readonly lang: string; readonly onChoose: (lang: string) => void }) {
  const languages = languagesOf(reply)
  if (languages.length < 2) return null
  return <Select label={word('repliesLanguage')} value={lang} options={languages.map((value) => ({ value, label: languageName(value) }))} onChoose={onChoose} />
}

function languageName(tag: string): string {
  if (tag === '') return word('repliesAnyLanguage')
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** What the author offers, or what was answered the last time. */
function firstAnswers(reply: Reply, args: string, situation: ReplySituation): ReadonlyMap<string, string> {
  const { needed } = prepareReply(reply, situation, { args })
  return new Map(needed.flatMap(({ name, prompt }) => (prompt ? [[name, lastAnswers.get(name) ?? prompt.initial] as const] : [])))
}
