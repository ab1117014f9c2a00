/** How many people may become known by themselves in an hour; the rest wait for a click. */
export const NEW_PEOPLE_AN_HOUR = 200

const HOUR = 3_600_000

/** The moments of the past hour (ms since 1970) at which people became known by themselves, out of whatever was kept. */
export function withinTheHour(value: unknown, now: number): readonly number[] {
  if (!Array.isArray(value)) return []
  const moments = value.filter((moment): moment is number => typeof moment === 'number' && moment > now - HOUR && moment <= now)
  return moments.slice(-NEW_PEOPLE_AN_HOUR)
}
