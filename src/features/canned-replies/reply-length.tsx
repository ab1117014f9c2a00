import { word } from '../../ui/words'

/** The whole message's length by X's rules, beside what it may have. */
export function ReplyLength({ length, limit }: { readonly length: number; readonly limit: number }) {
  return (
    <span class="reply-length small" data-over={length > limit}>
      <span aria-hidden="true">{`${length} / ${limit}`}</span>
      <span class="unseen">{word('repliesLength', length, limit)}</span>
    </span>
  )
}
