import { autoTriggerBefore, mayOpenPalette, triggerBefore } from '../features/canned-replies/typed-trigger'

/** A key as it matters here. */
export interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** What is known of the composer when a key comes. */
export interface KeyPlace {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly triggers: ReadonlySet<string>
  /** A space behind `;;trigger` expands it too. */
  readonly isAuto: boolean
  /** X shows a list of names or topics. */
  readonly isCompleting: boolean
  /** The caret stands behind an expansion, and nothing was typed since. */
  readonly isJustExpanded: boolean
  /** The caret walks through the places of an inserted reply. */
  readonly isWalking: boolean
}

/** What a key wants of us; undefined for all that is X's. */
export type KeyWish = { readonly wish: 'undo' } | { readonly wish: 'step'; readonly step: 1 | -1 } | { readonly wish: 'expand'; readonly trigger: string } | { readonly wish: 'palette' }

/** Says what a key wants. A key inside a composition never comes here. */
export function wishOf(key: Key, place: KeyPlace): KeyWish | undefined {
  if (key.ctrlKey || key.metaKey) return undefined
  if (key.key === 'Backspace') return place.isJustExpanded && !key.altKey && !key.shiftKey ? { wish: 'undo' } : undefined
  if (place.isCompleting) return undefined
  if (key.key === 'Tab' && !key.altKey) return wishOfTab(key, place)
  if (key.key === ' ' && !key.altKey && place.isAuto) return wishOfSpace(place)
  // A slash may need Shift or AltGr, by the keyboard.
  return key.key === '/' && place.start === place.end && mayOpenPalette(place.text, place.start) ? { wish: 'palette' } : undefined
}

function wishOfSpace({ text, start, end, triggers }: KeyPlace): KeyWish | undefined {
  const trigger = start === end ? autoTriggerBefore(text, start, triggers) : undefined
  return trigger === undefined ? undefined : { wish: 'expand', trigger }
}

function wishOfTab({ shiftKey }: Key, { text, start, end, triggers, isWalking }: KeyPlace): KeyWish | undefined {
  const trigger = !shiftKey && start === end ? triggerBefore(text, start, triggers) : undefined
  if (trigger !== undefined) return { wish: 'expand', trigger }
  return isWalking ? { wish: 'step', step: shiftKey ? -1 : 1 } : undefined
}
