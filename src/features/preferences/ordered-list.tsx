import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/button'
import { CloseIcon } from '../../ui/icons'
import { isolated, word } from '../../ui/words'

/** Things with a name, in the order that the user wants. */
export interface OrderedListProps<Item> {
  readonly items: readonly Item[]
  readonly nameOf: (item: Item) => string
  readonly onChange: (items: readonly Item[]) => void
  readonly children: (item: Item) => ComponentChildren
}

/** Reorders and removes. */
export function OrderedList<Item>({ items, nameOf, onChange, children }: OrderedListProps<Item>) {
  return (
    <ul class="preset-tags">
      {items.map((item, index) => (
        <li key={nameOf(item)} class="row">
          {children(item)}
          <span class="row-end">
            <Step label={word('optionsTagUp', isolated(nameOf(item)))} mark="↑" disabled={index === 0} onStep={() => onChange(swapped(items, index - 1))} />
            <Step label={word('optionsTagDown', isolated(nameOf(item)))} mark="↓" disabled={index === items.length - 1} onStep={() => onChange(swapped(items, index))} />
            <Step label={word('optionsTagRemove', isolated(nameOf(item)))} mark={<CloseIcon />} onStep={() => onChange(items.filter((other) => other !== item))} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Step({ label, mark, disabled, onStep }: { readonly label: string; readonly mark: ComponentChildren; readonly disabled?: boolean; readonly onStep: () => void }) {
  return (
    <Button kind="icon" aria-label={label} title={label} aria-disabled={disabled} onClick={() => disabled || onStep()}>
      {mark}
    </Button>
  )
}

/** The list with one item and its next exchanged. */
function swapped<Item>(items: readonly Item[], index: number): readonly Item[] {
  return items.flatMap((item, at) => {
    if (at === index) return items.slice(index + 1, index + 2)
    return at === index + 1 ? items.slice(index, index + 1) : [item]
  })
}
