import { useEffect, useMemo, useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import type { PostId } from '../domain/handle'
import { makeLeavingDoor } from './leaving-door'

/** How long what left the inbox can be brought back, in ms. */
const UNDO_FOR = 8_000

/** Mentions on their way out of the inbox. */
export interface Leaving {
  /** Not to be shown any more. */
  readonly gone: ReadonlySet<PostId>
  /** How many can still be brought back. */
  readonly count: number
  readonly leave: (mentions: readonly PostId[]) => void
  readonly bringBack: () => void
  /** They go now. */
  readonly settle: () => void
}

/** What needs no answer is hidden at once and dropped a little later, or when the page is closed: nobody loses a mention by a slip. */
export function useLeaving(): Leaving {
  const [gone, setGone] = useState<ReadonlySet<PostId>>(new Set())
  const [count, setCount] = useState(0)
  const door = useMemo(() => makeLeavingDoor(UNDO_FOR, (mentions) => void ask('x/dismiss', mentions).catch(console.error), (held) => setCount(held.length)), [])
  useEffect(() => {
    addEventListener('pagehide', door.settle)
    return () => removeEventListener('pagehide', door.settle)
  }, [door])
  const leave = (mentions: readonly PostId[]): void => {
    setGone((before) => new Set([...before, ...mentions]))
    door.hold(mentions)
  }
  const bringBack = (): void => {
    const back = door.release()
    setGone((before) => new Set([...before].filter((id) => !back.includes(id))))
  }
  return { gone, count, leave, bringBack, settle: door.settle }
}
