import { Button } from './button'
import { CloseIcon } from './icons'

/** A tag: its own word, in one of the named colours (TAG_COLOURS of the settings; anything else is grey). */
export interface TagProps {
  readonly name: string
  readonly colour?: string | undefined
}

/** A tag that is set; with `removeLabel` and `onRemove`, one that can be taken off. */
export function TagChip({ name, colour = 'grey', removeLabel, onRemove }: TagProps & { readonly removeLabel?: string; readonly onRemove?: () => void }) {
  return (
    <span class="tag" data-colour={colour}>
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
    <button class="tag" data-colour={colour} type="button" aria-pressed={on} onClick={() => onToggle(!on)}>
      <bdi>{name}</bdi>
    </button>
  )
}
