import { Told } from '../../domain/told'

/** The most signs of a title, and of one body. */
export const LONGEST_TITLE = 80
export const LONGEST_BODY = 25_000
export const LONGEST_WORD = 60
export const LONGEST_LINE = 500
export const MOST = 50
export const REPLY_ID = /^[0-9a-zA-Z-]{1,36}$/
const TRIGGER = /^[^\s/{}|"\p{Cc}][^\s{}|"\p{Cc}]*$/u
export const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** A trigger as it is typed, without its slash; throws a sentence where it cannot be typed. */
export function triggerIn(value: unknown): string {
  const trigger = lineIn(value, LONGEST_WORD).replace(/^\/+/, '')
  if (trigger !== '' && !TRIGGER.test(trigger)) throw new Told('toldReplyTrigger', trigger)
  return trigger
}

/** The words of a template; throws a sentence where they are too many. */
export function bodyIn(value: unknown): string {
  if (typeof value !== 'string') return ''
  if (value.length > LONGEST_BODY) throw new Told('toldReplyLong', LONGEST_BODY, value.length)
  return value.replace(/\r\n?/g, '\n').trim()
}

/** Words, each once, the empty ones left out. */
export function listIn(value: unknown, toWord: (item: unknown) => string): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.slice(0, MOST).map(toWord))].filter((word) => word !== '') : []
}

/** One line, cut to a length; empty for what is no text. */
export function lineIn(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim().slice(0, longest) : ''
}

/** A whole number from 0; 0 for anything else. */
export function countIn(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
}

/** True for a mood from -1 to 1. */
export function isMood(value: unknown): value is number {
  return typeof value === 'number' && value >= -1 && value <= 1
}
