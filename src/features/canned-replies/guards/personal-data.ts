import { urlsIn } from '../length/urls'
import type { Guard, GuardCode, GuardContext, GuardRules } from './guard'
import { isCardNumber, isIban } from './check-digits'

interface Found {
  readonly code: GuardCode
  readonly text: string
  readonly at: number
  readonly end: number
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu
const IBAN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){3,8}(?![A-Za-z0-9])/g
const CARD = /(?<![\d#])\d(?:[ -]?\d){12,18}(?!\d)/g
const PHONE = /(?<![\p{L}\d#@/._-])(?<!\d[ .-])(?:\+|00|\()?\d(?:[ ./()-]{0,2}\d){6,14}(?![\p{L}\d]|[ ./()-]{1,2}\d)/gu
/** What has the digits of a telephone number and is none: dates, times, large sums, and a bare number that nobody parted. */
const NO_PHONE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,3}(?:[., ]\d{3})+|\d{4}\s?[-–/]\s?\d{4}|[1-9]\d*)(?:\s+\d{1,2})?$/

/** Personal data where everybody reads along. Our own addresses and numbers may stand there. */
export function personalDataGuard({ text, surface }: GuardContext, rules: GuardRules): readonly Guard[] {
  if (surface === 'dm') return []
  const own = new Set(rules.publicContacts.map(bare))
  return Array.from(grouped(findPersonalData(text, rules), own), ([code, found]) => ({ code, severity: 'block', about: found.map(({ text }) => text).join(', '), places: found.map(({ at, end }) => ({ at, end })) }))
}

/** Every piece of personal data in a text; what is one thing is not also taken for another. */
export function findPersonalData(text: string, { orderPatterns }: Pick<GuardRules, 'orderPatterns'>): readonly Found[] {
  const links = urlsIn(text)
  const found: Found[] = []
  const take = (code: GuardCode, pattern: RegExp, lengthOf: (text: string) => number): void => {
    for (const { 0: match, index: at } of text.matchAll(pattern)) {
      const words = match.slice(0, lengthOf(match))
      const end = at + words.length
      const isTaken = found.some((other) => other.at < end && at < other.end) || (code !== 'e-mail' && links.some(([from, to]) => from < end && at < to))
      if (!isTaken && words !== '') found.push({ code, text: words, at, end })
    }
  }
  take('e-mail', EMAIL, whole)
  for (const pattern of orderPatterns) take('order number', orderPattern(pattern), whole)
  take('iban', IBAN, ibanLength)
  take('card', CARD, (text) => (isCardNumber(text) ? text.length : 0))
  take('phone', PHONE, (text) => (isPhone(text) ? text.length : 0))
  return found.sort((one, other) => one.at - other.at)
}

/** A team's pattern: `#` is a digit, `@` a letter, everything else itself. No other sign has a meaning, so that no pattern can be slow. */
export function orderPattern(pattern: string): RegExp {
  const signs = Array.from(pattern.trim().slice(0, 40), (sign) => (sign === '#' ? '\\d' : sign === '@' ? '\\p{L}' : sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')))
  return signs.length === 0 ? /(?!)/g : new RegExp(`(?<![\\p{L}\\p{N}])${signs.join('')}(?![\\p{L}\\p{N}])`, 'giu')
}

function whole({ length }: string): number {
  return length
}

/** How much of a run in groups is an account number: what follows it may look like one more group. */
function ibanLength(text: string): number {
  for (let end = text.length; end > 0; end = text.lastIndexOf(' ', end - 1)) if (isIban(text.slice(0, end))) return end
  return 0
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  return digits.length >= 7 && digits.length <= 15 && !NO_PHONE.test(text.trim())
}

function grouped(found: readonly Found[], own: ReadonlySet<string>): ReadonlyMap<GuardCode, readonly Found[]> {
  const byCode = new Map<GuardCode, Found[]>()
  for (const one of found.filter(({ text }) => !own.has(bare(text)))) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one])
  return byCode
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '')
}
