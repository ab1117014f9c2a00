import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { type Option, Select, TextField } from '../../ui/field'
import { CloseIcon } from '../../ui/icons'
import { TagChip } from '../../ui/tag-chip'
import { isolated, word } from '../../ui/words'

/** A tag that one click sets. */
interface Preset<Colour extends string> {
  readonly name: string
  readonly colour: Colour
}

/** The tags on offer, in their order. */
export interface PresetTagsProps<Colour extends string> {
  readonly tags: readonly Preset<Colour>[]
  readonly colours: readonly Option<Colour>[]
  readonly onChange: (tags: readonly Preset<Colour>[]) => void
}

/** Adds, removes and reorders the tags on offer. */
export function PresetTags<Colour extends string>({ tags, colours, onChange }: PresetTagsProps<Colour>) {
  return (
    <div class="stack">
      <ul class="preset-tags">
        {tags.map((tag, index) => (
          <li key={tag.name} class="row">
            <TagChip name={tag.name} colour={tag.colour} />
            <span class="row-end">
              <Step label={word('optionsTagUp', isolated(tag.name))} mark="↑" disabled={index === 0} onStep={() => onChange(swapped(tags, index - 1))} />
              <Step label={word('optionsTagDown', isolated(tag.name))} mark="↓" disabled={index === tags.length - 1} onStep={() => onChange(swapped(tags, index))} />
              <Step label={word('optionsTagRemove', isolated(tag.name))} mark={<CloseIcon />} onStep={() => onChange(tags.filter((other) => other !== tag))} />
            </span>
          </li>
        ))}
      </ul>
      <AddTag colours={colours} taken={tags.map(({ name }) => name)} onAdd={(tag) => onChange([...tags, tag])} />
    </div>
  )
}

function Step({ label, mark, disabled, onStep }: { readonly label: string; readonly mark: ComponentChildren; readonly disabled?: boolean; readonly onStep: () => void }) {
  return (
    <Button kind="icon" aria-label={label} title={label} aria-disabled={disabled} onClick={() => disabled || onStep()}>
      {mark}
    </Button>
  )
}

interface AddTagProps<Colour extends string> {
  readonly colours: readonly Option<Colour>[]
  readonly taken: readonly string[]
  readonly onAdd: (tag: Preset<Colour>) => void
}

function AddTag<Colour extends string>({ colours, taken, onAdd }: AddTagProps<Colour>) {
  const [name, setName] = useState('')
  const [colour, setColour] = useState(colours[0]?.value)
  const isTaken = taken.includes(name.trim())
  const add = (event: Event): void => {
    event.preventDefault()
    if (name.trim() === '' || isTaken || colour === undefined) return
    onAdd({ name: name.trim(), colour })
    setName('')
  }
  return (
    <form class="field-and-button" onSubmit={add}>
      <TextField label={word('optionsTagField')} value={name} maxLength={40} autoComplete="off" onText={setName} error={isTaken ? word('optionsTagTaken') : undefined} />
      {colour !== undefined && <Select label={word('optionsTagColour')} value={colour} options={colours} onChoose={setColour} />}
      <Button type="submit">{word('optionsAdd')}</Button>
    </form>
  )
}

/** The list with one item and its next exchanged. */
function swapped<Item>(items: readonly Item[], index: number): readonly Item[] {
  return items.flatMap((item, at) => {
    if (at === index) return items.slice(index + 1, index + 2)
    return at === index + 1 ? items.slice(index, index + 1) : [item]
  })
}
