import { toRecord } from './json-shape'

/** A moment (ms since 1970) as Tryton writes it: in parts, in universal time. */
export function toTrytonTime(moment: number): object {
  const date = new Date(moment)
  return {
    __class__: 'datetime',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    microsecond: date.getUTCMilliseconds() * 1000,
  }
}

/** The moment (ms since 1970) that Tryton wrote; 0 where it wrote none. */
export function fromTrytonTime(value: unknown): number {
  const { year, month, day, hour, minute, second, microsecond } = toRecord(value)
  const moment = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), Math.floor(Number(microsecond) / 1000))
  return Number.isFinite(moment) && moment > 0 ? moment : 0
}
