import { useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { AddIcon } from '../../ui/icons'
import { TagChip, TagToggle } from '../../ui/tag-chip'
import { isolated, word } from '../../ui/words'

/** The tags of one person, and those that one click sets. */
export interface TagRowProps {
  readonly tags: readonly string[]
  readonly presets: readonly { readonly name: string; readonly colour: string }[]
  readonly onToggle: (tag: string, on: boolean) => void
  /** Gives the sentence of what went wrong; undefined once the tag is set. */
  readonly onAdd: (tag: string) => Promise<string | undefined>
  readonly onRemove: (tag: string) => void
}

/** Preset tags to press, other tags to take off, and a field for a new one. */
export function TagRow({ tags, presets, onToggle, onAdd, onRemove }: TagRowProps) {
  const others = tags.filter((tag) => !presets.some(({ name }) => name === tag))
  return (
    <section class="tags" aria-labelledby="tag-title">
      <h2 id="tag-title" class="unseen">{word('tagTitle')}</h2>
      <div class="row">
        {presets.map(({ name, colour }) => (
          <TagToggle key={name} name={name} colour={colour} on={tags.includes(name)} onToggle={(on) => onToggle(name, on)} />
        ))}
        {others.map((tag) => (
          <TagChip key={tag} name={tag} removeLabel={word('tagRemove', isolated(tag))} onRemove={() => onRemove(tag)} />
        ))}
        <NewTag onAdd={onAdd} />
      </div>
    </section>
  )
}

function NewTag({ onAdd }: Pick<TagRowProps, 'onAdd'>) {
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<string>()
  async function add(): Promise<void> {
    if (text.trim() === '') return
    const failed = await onAdd(text)
    setFailure(failed)
    if (failed === undefined) setText('')
  }
  return (
    <span class="new-tag">
      <TextField
        label={word('tagNew')}
        labelUnseen
        placeholder={word('tagNew')}
        value={text}
        error={failure}
        autocomplete="off"
        onText={setText}
        onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && void add()}
      />
      {text.trim() !== '' && (
        <Button kind="icon" aria-label={word('tagAdd')} title={word('tagAdd')} onClick={() => void add()}>
          <AddIcon />
        </Button>
      )}
    </span>
  )
}
