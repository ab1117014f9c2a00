import { useEffect, useState } from 'preact/hooks'
import type { Reply, ReplyId } from '../features/canned-replies/reply'
import { type Usage, usageOf } from '../features/canned-replies/usage'
import { openStore } from '../store/open-store'

/** How every reply was used, read again whenever the library changes. */
export function useUsage(replies: readonly Reply[]): ReadonlyMap<ReplyId, Usage> {
  const [usage, setUsage] = useState<ReadonlyMap<ReplyId, Usage>>(new Map())
  useEffect(() => {
    void openStore().then((store) => store.getAll('uses')).then((uses) => setUsage(usageOf(uses)), () => undefined)
  }, [replies])
  return usage
}
