import { useEffect, useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { Reply, ReplyId } from '../features/canned-replies/reply'

/** The canned replies, and the changing of them. Saving gives undefined, or the sentence that says why not. */
export interface HeldReplies {
  readonly replies: readonly Reply[]
  readonly error: string | undefined
  readonly save: (reply: Reply) => Promise<string | undefined>
  readonly remove: (id: ReplyId) => Promise<string | undefined>
  readonly refresh: () => Promise<string | undefined>
}

/** Reads the canned replies and changes them through the background. */
export function useReplies(): HeldReplies {
  const [replies, setReplies] = useState<readonly Reply[]>([])
  const [error, setError] = useState<string>()

  async function trying(act: () => Promise<void>): Promise<string | undefined> {
    try {
      await act()
      setReplies(await ask('canned-replies/list'))
      setError(undefined)
      return undefined
    } catch (error) {
      setError(reasonOf(error))
      return reasonOf(error)
    }
  }

  useEffect(() => void trying(() => Promise.resolve()), [])
  return {
    replies,
    error,
    save: (reply) => trying(() => ask('canned-replies/save', reply)),
    refresh: () => trying(() => Promise.resolve()),
    remove: (id) => trying(() => ask('canned-replies/remove', id)),
  }
}
