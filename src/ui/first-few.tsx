import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from './button'

/** A list of which only the beginning is shown at first. */
export interface FirstFewProps<Item> {
  readonly items: readonly Item[]
  readonly most: number
  /** Words of the button that shows the rest. */
  readonly showAll: string
  readonly class?: string
  readonly children: (item: Item) => ComponentChildren
}

/** The first of many items, and a button for the rest. */
export function FirstFew<Item>({ items, most, showAll, class: name, children }: FirstFewProps<Item>) {
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, most)
  return (
    <>
      <ol class={name}>{shown.map(children)}</ol>
      {shown.length < items.length && (
        <Button kind="link" onClick={() => setAll(true)}>
          {showAll}
        </Button>
      )}
    </>
  )
}
