import { useRef, useState } from 'preact/hooks'
import { TextField } from '../../ui/field'
import { word } from '../../ui/words'
import type { Reply } from './reply'
import { fillReply, LONE_BRACE, type ReplyFacts, searchReplies } from './simple-fill'
import { ReplyGaps } from './reply-gaps'
import { needsOf, ReplyPreview } from './reply-preview'

/** The library, whom a reply is for, and where its words go. */
export interface ReplyPickerProps {
  readonly replies: readonly Reply[]
  readonly facts: ReplyFacts
  readonly onInsert: (text: string) => void
}

/** Finds a canned reply and hands out its words: Enter takes the first, the arrows reach the others. */
export function ReplyPicker({ replies, facts, onInsert }: ReplyPickerProps) {
  const [question, setQuestion] = useState('')
  const [open, setOpen] = useState<Reply>()
  const place = useRef<HTMLDivElement>(null)
  const hits = searchReplies(replies, question)

  function pick(reply: Reply): void {
    const filled = fillReply(reply.body, facts)
    if ('text' in filled) onInsert(filled.text)
    else if (!filled.missing.includes(LONE_BRACE)) setOpen(reply)
  }

  function walk(event: KeyboardEvent): void {
    const stops = [...(place.current?.querySelectorAll<HTMLElement>('input, .reply-choice') ?? [])]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    stops[stops.indexOf(event.target as HTMLElement) + step]?.focus()
  }

  if (open) return <ReplyGaps reply={open} facts={facts} onInsert={onInsert} onBack={() => setOpen(undefined)} />
  const enter = (event: KeyboardEvent): void => void (event.key === 'Enter' && !event.isComposing && hits[0] && pick(hits[0]))
  return (
    <div class="stack reply-picker" ref={place} onKeyDown={walk}>
      <TextField type="search" label={word('repliesSearch')} labelUnseen placeholder={word('repliesSearch')} value={question} onText={setQuestion} onKeyDown={enter} />
      {hits.length === 0 && <p class="quiet">{word(replies.length === 0 ? 'repliesNone' : 'repliesNoHit')}</p>}
      <ul class="reply-choices">
        {hits.map((reply) => (
          <li key={reply.id}>
            <ReplyChoice reply={reply} facts={facts} onPick={() => pick(reply)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function ReplyChoice({ reply, facts, onPick }: { readonly reply: Reply; readonly facts: ReplyFacts; readonly onPick: () => void }) {
  const needs = needsOf(reply.body, facts)
  return (
    <button class="reply-choice" type="button" onClick={onPick}>
      <span class="reply-title">
        <bdi>{reply.title}</bdi>
        {needs && <span class="small quiet">{needs}</span>}
      </span>
      <ReplyPreview text={reply.body} facts={facts} />
    </button>
  )
}
