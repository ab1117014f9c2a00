import { useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { AddIcon } from '../../ui/icons'
import { isolated, word } from '../../ui/words'
import type { Reply } from './reply'
import { TemplateField } from './template-field'
import { templateErrors } from './template-errors'
import { VariableList } from './variable-list'

/** The words of a reply, and how they change. */
export interface ReplyBodiesProps {
  readonly reply: Reply
  readonly find: (trigger: string) => Reply | undefined
  readonly onChange: (part: Partial<Reply>) => void
}

/** All the ways to say a reply: its words, variants of them, and the same in other languages. */
export function ReplyBodies({ reply, find, onChange }: ReplyBodiesProps) {
  const field = (key: string, label: string, value: string, onText: (text: string) => void) => <TemplateField key={key} label={label} value={value} errors={templateErrors(value, reply, find)} onText={onText} />
  const variants = (index: number, text: string): readonly string[] => reply.variants.map((one, at) => (at === index ? text : one))
  const langs = (tag: string, index: number, text: string): Reply['langs'] => ({ ...reply.langs, [tag]: (reply.langs[tag] ?? []).map((one, at) => (at === index ? text : one)) })
  return (
    <>
      {field('body', word('repliesWords'), reply.body, (body) => onChange({ body }))}
      <VariableList onTake={(variable) => onChange({ body: /(^|\s)$/.test(reply.body) ? reply.body + variable : `${reply.body} ${variable}` })} />
      {reply.variants.map((variant, index) => field(`variant ${index}`, word('repliesVariant', index + 2), variant, (text) => onChange({ variants: variants(index, text) })))}
      {Object.entries(reply.langs).flatMap(([tag, bodies]) => bodies.map((body, index) => field(`${tag} ${index}`, word('repliesWordsIn', isolated(tag)), body, (text) => onChange({ langs: langs(tag, index, text) }))))}
      <div class="row">
        <Button onClick={() => onChange({ variants: [...reply.variants, ''] })}>
          <AddIcon />
          {word('repliesAddVariant')}
        </Button>
        <AddLanguage onAdd={(tag) => onChange({ langs: { ...reply.langs, [tag]: [...(reply.langs[tag] ?? []), ''] } })} />
      </div>
    </>
  )
}

function AddLanguage({ onAdd }: { readonly onAdd: (tag: string) => void }) {
  const [tag, setTag] = useState('')
  const known = tagOf(tag)
  const add = (): void => {
    if (!known) return
    onAdd(known)
    setTag('')
  }
  return (
    <div class="field-and-button">
      <TextField label={word('repliesOtherLanguage')} placeholder="de" value={tag} maxLength={12} onText={setTag} onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), add())} />
      <Button disabled={!known} onClick={add}>
        {word('repliesAddLanguage')}
      </Button>
    </div>
  )
}

function tagOf(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim())[0]
  } catch {
    return undefined
  }
}
