import type { PostId } from '../domain/handle'

/** Holds what is about to leave for a while, and lets it go unless it was taken back. */
export interface LeavingDoor {
  /** What was held before goes now. */
  readonly hold: (mentions: readonly PostId[]) => void
  /** Gives back what has not gone yet. */
  readonly release: () => readonly PostId[]
  readonly settle: () => void
}

/** A door that lets mentions out after so many ms; it says what it holds. */
export function makeLeavingDoor(wait: number, drop: (mentions: readonly PostId[]) => void, onHeld: (held: readonly PostId[]) => void): LeavingDoor {
  let held: readonly PostId[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const empty = (): readonly PostId[] => {
    clearTimeout(timer)
    const out = held
    held = []
    onHeld(held)
    return out
  }
  const settle = (): void => {
    if (held.length > 0) drop(empty())
  }
  return {
    hold: (mentions) => {
      settle()
      held = mentions
      timer = setTimeout(settle, wait)
      onHeld(held)
    },
    release: empty,
    settle,
  }
}
