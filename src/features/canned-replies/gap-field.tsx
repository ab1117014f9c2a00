import { Select, TextField } from '../../ui/field'
import { word } from '../../ui/words'
import type { Gap } from './template/gap'
import { placeName } from './reply-missing'

/** Something that a reply asks for. */
export interface GapFieldProps {
  readonly gap: Gap
  readonly value: string
  readonly onText: (text: string) => void
}

/** The field for it: a list for a choice, a day for a date, a line for everything else. */
export function GapField({ gap: { name, prompt, required }, value, onText }: GapFieldProps) {
  const label = required ? placeName(name) : word('repliesOptional', placeName(name))
  if (prompt?.type === 'choice') return <Select label={label} value={value} options={['', ...prompt.choices].map((choice) => ({ value: choice, label: choice || '–' }))} onChoose={onText} />
  const bounds = typeof prompt?.min === 'number' || typeof prompt?.max === 'number' ? word('repliesBounds', String(prompt.min ?? '–'), String(prompt.max ?? '–')) : undefined
  const kind = prompt?.type === 'number' ? ({ inputMode: 'decimal' } as const) : prompt?.type === 'date' ? ({ type: 'date' } as const) : {}
  return <TextField label={label} hint={bounds} value={value} onText={onText} {...kind} />
}
