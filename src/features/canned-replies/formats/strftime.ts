import { escapePlain } from '../template/parse-template'

/** Whole formats that say the same as one of ours. */
const WHOLE: Readonly<Record<string, string>> = { '%x': 'short', '%D': 'short', '%A': 'weekday', '%B': 'month', '%X': 'time', '%H:%M': 'time', '%R': 'time', '%I:%M %p': 'time', '%B %d': 'day', '%d %B': 'day', '%e %B': 'day', '%B %d, %Y': 'long', '%d %B %Y': 'long', '%e %B %Y': 'long', '%A, %B %d, %Y': 'full' }
/** Sets of parts, in whatever order, that one of ours comes nearest to. */
const NEAR: readonly (readonly [RegExp, string])[] = [[/%A.*%B|%B.*%A/, 'full'], [/%B/, 'long'], [/%b/, 'medium'], [/%[HIM]/, 'time'], [/%[Ymdye]/, 'short']]

/** A date format of the C library as our template. Ours writes dates as the reply's language does, so an order of parts of one's own is only come near. */
export function strftimeToTemplate(format: string, days: number): { readonly template: string; readonly isExact: boolean } {
  const base = days === 0 ? 'today' : `today${days > 0 ? '+' : ''}${days}d`
  const whole = WHOLE[format.trim()]
  if (whole) return { template: `{${whole === 'time' ? 'now' : base}:${whole}}`, isExact: true }
  const [, near] = NEAR.find(([parts]) => parts.test(format)) ?? []
  return near ? { template: `{${near === 'time' ? 'now' : base}:${near}}`, isExact: false } : { template: escapePlain(format), isExact: !format.includes('%') }
}
