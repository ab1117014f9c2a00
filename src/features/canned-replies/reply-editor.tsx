import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { isolated, word } from '../../ui/words'
import { type PreparedReply, prepareReply, type ReplySituation } from './prepare-reply'
import type { Reply } from './reply'
import { ReplyBodies } from './reply-bodies'
import { ReplyDetails } from './reply-details'
import { ReplyLength } from './reply-length'
import { canBeTyped, missingLine, placeName } from './reply-missing'
import { ReplyPreview } from './reply-preview'
import { bodiesOf, templateErrors } from './template-errors'

/** A reply to write or rewrite. */
export interface ReplyEditorProps {
  readonly reply: Reply
  /** Whoever reads along in the preview. */
  readonly sample: ReplySituation
  readonly others: readonly Reply[]
  /** Why the last try to save failed. */
  readonly error: string | undefined
  readonly onSave: (reply: Reply) => void
  readonly onCancel: () => void
}

/** Writes a canned reply, and shows at every key how a person would read it. */
export function ReplyEditor({ reply: first, sample, others, error, onSave, onCancel }: ReplyEditorProps) {
  const [reply, setReply] = useState(first)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])
  const change = (part: Partial<Reply>): void => setReply({ ...reply, ...part })
  const faults = faultsOf(reply, others, sample)
  const save = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    if (Object.values(faults).every((fault) => fault === undefined)) onSave(withoutEmpty(reply))
  }
  return (
    <form class="stack reply-editor" ref={form} onSubmit={save} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <div class="two-fields">
        <TextField label={word('repliesTitle')} value={reply.title} maxLength={80} onText={(title) => change({ title })} error={tried ? faults.title : undefined} />
        <TextField label={word('repliesTrigger')} hint={word('repliesTriggerHint')} value={reply.trigger} maxLength={60} onText={(trigger) => change({ trigger })} error={faults.trigger} />
      </div>
      <ReplyBodies reply={reply} find={sample.find} onChange={change} />
      <Sample prepared={prepareReply({ ...reply, archived: false }, sample)} situation={sample} />
      <ReplyDetails reply={reply} onChange={change} />
      {tried && faults.body && <p role="alert">{faults.body}</p>}
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

function Sample({ prepared, situation }: { readonly prepared: PreparedReply; readonly situation: ReplySituation }) {
  const asked = prepared.needed.filter(canBeTyped).map(({ name }) => isolated(placeName(name)))
  const missing = asked.length > 0 ? word('repliesAsksFor', asked.join(', ')) : missingLine(prepared)
  return (
    <div class="reply-sample">
      <span class="small quiet">{word('repliesPreview')}</span>
      <ReplyPreview prepared={prepared} situation={situation} />
      <span class="row small quiet">
        {missing}
        {prepared.filled && <ReplyLength length={prepared.length} limit={situation.limit} />}
      </span>
    </div>
  )
}

/** Why it cannot be saved as it is; what is wrong inside the words is said at its place. */
function faultsOf(reply: Reply, others: readonly Reply[], { find }: ReplySituation) {
  const namesake = reply.trigger === '' ? undefined : others.find((other) => other.id !== reply.id && [other.trigger, ...other.aliases].includes(reply.trigger))
  const isBroken = bodiesOf(reply).some((body) => templateErrors(body, reply, find).length > 0)
  return {
    title: reply.title.trim() === '' ? word('repliesTitleMissing') : undefined,
    trigger: /[\s{}|"]/.test(reply.trigger) ? word('repliesTriggerWrong') : namesake && word('repliesTriggerTaken', isolated(namesake.title)),
    body: reply.body.trim() === '' ? word('repliesWordsMissing') : isBroken ? word('repliesMendFirst') : undefined,
  }
}

function withoutEmpty(reply: Reply): Reply {
  const langs = Object.fromEntries(Object.entries(reply.langs).map(([tag, bodies]) => [tag, bodies.filter((body) => body.trim() !== '')]))
  return { ...reply, variants: reply.variants.filter((body) => body.trim() !== ''), langs }
}
