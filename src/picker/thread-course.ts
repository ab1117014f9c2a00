import type { Handle } from '../domain/handle'
import { ask } from '../contract/ask'
import { beginThread, type Parts, withoutNext } from '../features/canned-replies/thread'
import type { WaitingThread } from '../features/canned-replies/waiting-thread'

/** How a thread goes on, post by post. */
export interface ThreadCourse {
  /** Words go in now: these are the first of them, or none of a thread. */
  begin(parts: Parts | undefined, to: Handle | undefined): void
  /** The part that waits goes in now. */
  next(): void
  /** What became of the words: a thread goes on once its part stands in the composer, and not before. */
  done(outcome: 'inserted' | 'copied' | 'failed'): void
  /** The words were taken back. */
  undone(): void
  forget(): void
}

/** Makes the course of threads; `waiting` gives what is left, `changed` is told what is left now. */
export function makeThreadCourse(waiting: () => WaitingThread | undefined, changed: (thread: WaitingThread | undefined) => void): ThreadCourse {
  let coming: { readonly left: WaitingThread | undefined } | undefined
  let before: { readonly thread: WaitingThread | undefined } | undefined

  function turn(thread: WaitingThread | undefined): void {
    changed(thread)
    void ask('composer/keep-thread', thread).catch(() => undefined)
  }

  return {
    begin(parts, to) {
      coming = parts && { left: beginThread(parts, to, Date.now()) }
      before = undefined
    },
    next() {
      const thread = waiting()
      coming = thread && { left: withoutNext(thread, Date.now()) }
      before = undefined
    },
    done(outcome) {
      if (coming && outcome !== 'failed') {
        before = { thread: waiting() }
        turn(coming.left)
      }
      coming = undefined
    },
    undone() {
      if (before) turn(before.thread)
      before = undefined
    },
    forget: () => turn(undefined),
  }
}
