import { useEffect, useState } from 'preact/hooks'
import type { Handle } from '../domain/handle'
import { ask } from '../contract/ask'
import { beginThread, type Parts, withoutNext } from '../features/canned-replies/thread'
import type { WaitingThread } from '../features/canned-replies/waiting-thread'

/** The thread that waits for its next post, and its course. */
export interface HeldThread {
  readonly waiting: WaitingThread | undefined
  readonly begin: (parts: Parts) => Promise<void>
  readonly goOn: () => Promise<void>
  readonly forget: () => Promise<void>
}

/** Holds what is left of a thread, together with the picker at the composer. */
export function useThread(to: Handle | undefined): HeldThread {
  const [waiting, setWaiting] = useState<WaitingThread>()
  useEffect(() => void ask('composer/thread').then(setWaiting, () => undefined), [])
  const turn = (thread: WaitingThread | undefined): Promise<void> => {
    setWaiting(thread)
    return ask('composer/keep-thread', thread)
  }
  return {
    waiting,
    begin: (parts) => turn(beginThread(parts, to, Date.now())),
    goOn: () => turn(waiting && withoutNext(waiting, Date.now())),
    forget: () => turn(undefined),
  }
}
