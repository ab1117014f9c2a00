import type { Span } from '../template/template'
import type { Guard, GuardContext } from './guard'
import { TONE_WORDS, type ToneLanguage } from './tone-words'

/** A run of capitals of at least three words, or a single long word in them: short ones are names such as NASA. */
const SHOUTING = /(?<!\p{L})(?:\p{Lu}{2,}(?:[\s,'’-]+\p{Lu}{2,}){2,}|\p{Lu}{7,})(?!\p{L})/gu

/** Words that sound like a form letter. What language they are in must be known to be looked at; where it is not, the guard says so. */
export function toneGuard({ text, lang }: GuardContext): readonly Guard[] {
  const known = languageOf(lang)
  const words = known === undefined ? (lang === '' ? Object.values(TONE_WORDS) : []) : [TONE_WORDS[known]]
  const guards = [
    ...guardFor('inconvenience', text, words.flatMap(({ inconvenience }) => inconvenience)),
    ...guardFor('legalese', text, words.flatMap(({ legalese }) => legalese)),
    ...shouting(text),
  ]
  return known === undefined && lang !== '' ? [...guards, { code: 'tone not checked', severity: 'note', about: lang, places: [] }] : guards
}

function guardFor(code: 'legalese' | 'inconvenience', text: string, phrases: readonly string[]): readonly Guard[] {
  const found = phrases.flatMap((phrase) => placesOf(text, phrase)).sort((one, other) => one.at - other.at)
  return found.length === 0 ? [] : [{ code, severity: 'warn', about: found.map(({ at, end }) => text.slice(at, end)).join(', '), places: found }]
}

function placesOf(text: string, phrase: string): readonly Span[] {
  const pattern = new RegExp(`(?<!\\p{L})${phrase.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&').replace(/ /g, '\\s+')}(?!\\p{L})`, 'giu')
  return Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({ at: index, end: index + words.length }))
}

function shouting(text: string): readonly Guard[] {
  const places = Array.from(text.matchAll(SHOUTING), ({ 0: words, index }) => ({ at: index, end: index + words.length }))
  return places.length === 0 ? [] : [{ code: 'capitals', severity: 'warn', about: places.map(({ at, end }) => text.slice(at, end)).join(', '), places }]
}

function languageOf(lang: string): ToneLanguage | undefined {
  const base = lang.toLowerCase().split('-')[0]
  return (Object.keys(TONE_WORDS) as ToneLanguage[]).find((one) => one === base)
}
