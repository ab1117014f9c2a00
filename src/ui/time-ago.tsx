import { agoOf, momentOf } from './words'

/** How long ago something was, both in ms since 1970; the exact moment is its tooltip. */
export function TimeAgo({ moment, now }: { readonly moment: number; readonly now: number }) {
  return (
    <time dateTime={new Date(moment).toISOString()} title={momentOf(moment)}>
      {agoOf(moment, now)}
    </time>
  )
}
