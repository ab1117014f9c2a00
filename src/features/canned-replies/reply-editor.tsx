import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { TextArea, TextField } from '../../ui/field'
import { isolated, listed, word } from '../../ui/words'
import type { Reply } from './reply'
import { fillReply, LONE_BRACE, type ReplyFacts, variablesOf } from './simple-fill'
import { placeName, ReplyPreview } from './reply-preview'

/** A reply to write or rewrite. */
export interface ReplyEditorProps {
  readonly reply: Reply
  readonly sample: ReplyFacts
  /** Why the last try to save failed. */
  readonly error: string | undefined
  readonly onSave: (reply: Reply) => void
  readonly onCancel: () => void
}

const VARIABLES = ['{first|"there"}', '{handle}'] as const

/** Writes a canned reply; whoever reads along is a sample person. */
export function ReplyEditor({ reply, sample, error, onSave, onCancel }: ReplyEditorProps) {
  const [title, setTitle] = useState(reply.title)
  const [text, setText] = useState(reply.body)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const errors = { title: titleError(title), text: textError(text) }
  const save = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    if (!errors.title && !errors.text) onSave({ ...reply, title, body: text })
  }
  return (
    <form class="stack reply-editor" ref={form} onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <TextField label={word('repliesTitle')} value={title} maxLength={80} onText={setTitle} error={tried ? errors.title : undefined} />
      <TextArea label={word('repliesWords')} rows={4} value={text} onText={setText} error={tried ? errors.text : undefined} hint={asksFor(text, sample)} />
      <Variables onTake={(variable) => setText(joined(text, variable))} />
      <div class="reply-sample">
        <span class="small quiet">{word('repliesPreview')}</span>
        <ReplyPreview text={text} facts={sample} />
      </div>
      {error && <p role="alert">{error}</p>}
      <div class="row">
        <Button kind="primary" type="submit">
          {word('repliesSave')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {word('repliesCancel')}
        </Button>
      </div>
    </form>
  )
}

function Variables({ onTake }: { readonly onTake: (variable: string) => void }) {
  const meanings = [word('repliesFirstMeaning'), word('repliesHandleMeaning')]
  return (
    <ul class="stack small variables">
      {VARIABLES.map((variable, index) => (
        <li key={variable} class="row">
          <Button aria-label={word('repliesTakeVariable', isolated(variable))} onClick={() => onTake(variable)}>
            <code>{variable}</code>
          </Button>
          <span class="quiet">{meanings[index]}</span>
        </li>
      ))}
      <li class="quiet">{word('repliesOwnMeaning')}</li>
    </ul>
  )
}

function titleError(title: string): string | undefined {
  return title.trim() === '' ? word('repliesTitleMissing') : undefined
}

function textError(text: string): string | undefined {
  if (text.trim() === '') return word('repliesWordsMissing')
  const filled = fillReply(text, {})
  return 'missing' in filled && filled.missing.includes(LONE_BRACE) ? word('repliesLoneBrace') : undefined
}

/** What will be asked for at each insertion, since nobody's facts have it. */
function asksFor(text: string, sample: ReplyFacts): string | undefined {
  const asked = variablesOf(text).filter((inside) => 'missing' in fillReply(`{${inside}}`, sample))
  return asked.length > 0 ? word('repliesAsksFor', listed(asked.map((inside) => isolated(placeName(inside))))) : undefined
}

function joined(text: string, variable: string): string {
  return text === '' || /\s$/.test(text) ? text + variable : `${text} ${variable}`
}
