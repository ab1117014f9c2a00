import { LIMITS } from './length/weighted-length'
import { word } from '../../ui/words'

/** The whole message's length by X's rules, beside what it may have; of a long post a timeline shows the beginning alone. */
export function ReplyLength({ length, limit }: { readonly length: number; readonly limit: number }) {
  return (
    <span class="reply-length small" data-over={length > limit}>
      <span aria-hidden="true" dir="ltr">{`${length} / ${limit}`}</span>
      {limit === LIMITS.long && length > LIMITS.post && <span> {word('repliesShown', LIMITS.post)}</span>}
      <span class="unseen">{word('repliesLength', length, limit)}</span>
    </span>
  )
}
