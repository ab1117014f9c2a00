import { useState } from 'preact/hooks'
import { type Hex, toHex } from '../../domain/tag-colour'
import { Button } from '../../ui/button'
import { type Option, Select, TextField } from '../../ui/field'
import { TagChip } from '../../ui/tag-chip'
import { word } from '../../ui/words'
import { OrderedList } from './ordered-list'

/** A tag that one click sets. */
interface Preset<Colour extends string> {
  readonly name: string
  readonly colour: Colour | Hex
}

/** The tags on offer, in their order. */
export interface PresetTagsProps<Colour extends string> {
  readonly tags: readonly Preset<Colour>[]
  /** The named colours; any other can be chosen as well. */
  readonly colours: readonly Option<Colour>[]
  readonly onChange: (tags: readonly Preset<Colour>[]) => void
}

/** Adds, removes and reorders the tags on offer. */
export function PresetTags<Colour extends string>({ tags, colours, onChange }: PresetTagsProps<Colour>) {
  return (
    <div class="stack">
      <OrderedList items={tags} nameOf={({ name }) => name} onChange={onChange}>
        {({ name, colour }) => <TagChip name={name} colour={colour} />}
      </OrderedList>
      <AddTag colours={colours} taken={tags.map(({ name }) => name)} onAdd={(tag) => onChange([...tags, tag])} />
    </div>
  )
}

interface AddTagProps<Colour extends string> {
  readonly colours: readonly Option<Colour>[]
  readonly taken: readonly string[]
  readonly onAdd: (tag: Preset<Colour>) => void
}

const OWN = 'own'
const FIRST_OWN: Hex = '#0f7f86'

function AddTag<Colour extends string>({ colours, taken, onAdd }: AddTagProps<Colour>) {
  const [name, setName] = useState('')
  const [named, setNamed] = useState<Colour | typeof OWN>(colours[0]?.value ?? OWN)
  const [own, setOwn] = useState(FIRST_OWN)
  const colour = named === OWN ? own : named
  const isTaken = taken.includes(name.trim())
  const add = (event: Event): void => {
    event.preventDefault()
    if (name.trim() === '' || isTaken) return
    onAdd({ name: name.trim(), colour })
    setName('')
  }
  return (
    <form class="stack" onSubmit={add}>
      <div class="field-and-button">
        <TextField label={word('optionsTagField')} value={name} maxLength={40} autoComplete="off" onText={setName} error={isTaken ? word('optionsTagTaken') : undefined} />
        <Select label={word('optionsTagColour')} value={named} options={[...colours, { value: OWN, label: word('optionsColourOwn') }]} onChoose={setNamed} />
        {named === OWN && <TextField type="color" label={word('optionsColourPick')} value={own} onText={(picked) => setOwn(toHex(picked) ?? own)} />}
        <Button type="submit">{word('optionsAdd')}</Button>
      </div>
      {name.trim() !== '' && (
        <p class="row">
          <TagChip name={name.trim()} colour={colour} />
        </p>
      )}
    </form>
  )
}
