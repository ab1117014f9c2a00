import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { word } from '../../ui/words'
import type { Reply } from './reply'
import { fillReply, type ReplyFacts } from './simple-fill'
import { placeName, ReplyPreview } from './reply-preview'

/** A reply with open places, and what to do with it once they are filled. */
export interface ReplyGapsProps {
  readonly reply: Reply
  readonly facts: ReplyFacts
  readonly onInsert: (text: string) => void
  readonly onBack: () => void
}

/** Asks for what a reply is missing. Until every place has words, there is nothing to insert. */
export function ReplyGaps({ reply, facts, onInsert, onBack }: ReplyGapsProps) {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map())
  const form = useRef<HTMLFormElement>(null)
  // Before the next key can come: after a paint, whoever types on at once would type into nothing.
  useLayoutEffect(() => {
    form.current?.querySelector('input')?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const filled = fillReply(reply.body, facts, typed)
  const insert = (event: Event): void => {
    event.preventDefault()
    if ('text' in filled) onInsert(filled.text)
  }
  return (
    <form class="stack reply-gaps" ref={form} onSubmit={insert} onKeyDown={(event) => event.key === 'Escape' && (event.preventDefault(), onBack())}>
      <h3>
        <bdi>{reply.title}</bdi>
      </h3>
      {gapsOf(reply.body, facts).map((inside) => (
        <TextField key={inside} label={placeName(inside)} value={typed.get(inside) ?? ''} onText={(text) => setTyped(new Map(typed).set(inside, text))} />
      ))}
      <ReplyPreview text={reply.body} facts={facts} typed={typed} />
      <div class="row">
        <Button kind="primary" type="submit" disabled={!('text' in filled)}>
          {word('repliesInsert')}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {word('repliesBack')}
        </Button>
      </div>
    </form>
  )
}

function gapsOf(text: string, facts: ReplyFacts): readonly string[] {
  const filled = fillReply(text, facts)
  return 'missing' in filled ? filled.missing : []
}
