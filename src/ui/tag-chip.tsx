import { paintOf, toHex } from '../domain/tag-colour'
import { Button } from './button'
import { CloseIcon } from './icons'

/** A tag: its own word, in one of the named colours (TAG_COLOURS of the settings) or in any other as #rrggbb; anything else is grey. */
export interface TagProps {
  readonly name: string
  readonly colour?: string | undefined
}

/** A tag that is set; with `removeLabel` and `onRemove`, one that can be taken off. */
export function TagChip({ name, colour = 'grey', removeLabel, onRemove }: TagProps & { readonly removeLabel?: string; readonly onRemove?: () => void }) {
  return (
    <span class="tag" data-colour={colour} style={paintFor(colour)}>
      <bdi>{name}</bdi>
      {onRemove && (
        <Button kind="icon" aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
          <CloseIcon />
        </Button>
      )}
    </span>
  )
}

/** A tag that one click sets or clears. */
export function TagToggle({ name, colour = 'grey', on, onToggle }: TagProps & { readonly on: boolean; readonly onToggle: (on: boolean) => void }) {
  return (
    <button class="tag" data-colour={colour} style={paintFor(colour)} type="button" aria-pressed={on} onClick={() => onToggle(!on)}>
      <bdi>{name}</bdi>
    </button>
  )
}

/** Named colours are painted by the theme; a chosen one by a rule that keeps its words readable. */
function paintFor(colour: string): Record<string, string> | undefined {
  const chosen = toHex(colour)
  if (!chosen) return undefined
  const [light, dark] = [paintOf(chosen, 'light'), paintOf(chosen, 'dark')]
  return { '--tag-ink': `light-dark(${light.ink}, ${dark.ink})`, '--tag-ground': `light-dark(${light.ground}, ${dark.ground})` }
}
