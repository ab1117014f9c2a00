import type { FieldKind } from '../../domain/custom-field'

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/

/** A field's value as people write it; what does not fit its kind is shown as it stands, since it may come from an import. */
export function shownValue(kind: FieldKind, value: string, language: string): string {
  if (kind === 'number' && /^-?\d{1,15}(\.\d{1,10})?$/.test(value)) return new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(Number(value))
  const [, year, month, day] = (kind === 'date' && DAY.exec(value)) || []
  if (year === undefined) return value
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(Number(year), Number(month) - 1, Number(day)))
}
