import { useEffect, useState } from 'preact/hooks'
import { nearDuplicates } from './near-duplicates'
import type { Reply, ReplyId } from './reply'

/** In a library of so many replies the doubles are looked for unasked: that takes no time anybody notices. */
const SMALL = 300
type Alike = ReadonlyMap<ReplyId, readonly Reply[]>

/** Which replies say nearly the same, looked for behind what is shown; in a large library once somebody asks. */
export function useAlike(replies: readonly Reply[], isAsked: boolean): Alike {
  const [alike, setAlike] = useState<Alike>(new Map())
  useEffect(() => {
    if (!isAsked && replies.length > SMALL) return
    const timer = setTimeout(() => setAlike(nearDuplicates(replies)))
    return () => clearTimeout(timer)
  }, [replies, isAsked])
  return alike
}
