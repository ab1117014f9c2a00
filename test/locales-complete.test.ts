import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const LOCALES = join(import.meta.dirname, '../public/_locales')
const OTHERS = readdirSync(LOCALES).filter((name) => name !== 'en')
const english = read('en')

describe('every language', () => {
  it('is one of those that are promised', () => {
    expect(OTHERS.toSorted()).toEqual(['de', 'es'])
  })

  it.each(OTHERS)('%s has every sentence and no other', (language) => {
    const words = read(language)
    const missing = [...english.keys()].filter((name) => !words.has(name))
    const extra = [...words.keys()].filter((name) => !english.has(name))
    expect(missing, `write these in public/_locales/${language}/messages.json, in the place where the English has them`).toEqual([])
    expect(extra, `take these out of public/_locales/${language}/messages.json: the English has them no more`).toEqual([])
  })

  it.each(OTHERS)('%s has its sentences in the order of the English, so that two languages can be read side by side', (language) => {
    expect([...read(language).keys()]).toEqual([...english.keys()])
  })

  it.each(OTHERS)('%s fills the same places', (language) => {
    const words = read(language)
    const wrong = [...english].filter(([name, sentence]) => placesIn(words.get(name) ?? '') !== placesIn(sentence)).map(([name]) => name)
    expect(wrong, `these of ${language} must have the very places ($1 to $9) of the English`).toEqual([])
  })

  it.each(OTHERS)('%s is written as the browsers read it, and is no copy of the English', (language) => {
    const words = [...read(language)]
    expect(words.filter(([, sentence]) => sentence === '' || sentence.trim() !== sentence || sentence.replace(/\$\$|\$[1-9]/g, '').includes('$'))).toEqual([])
    const copied = words.filter(([name, sentence]) => sentence === english.get(name) && /\p{L}+ \p{L}+ \p{L}+/u.test(sentence)).map(([name]) => name)
    expect(copied, `translate these into ${language}`).toEqual([])
  })

  it.each(['en', ...OTHERS])('%s knows no plural but one and other, which are the two forms that we keep', (language) => {
    expect(read(language).get('extensionLanguage')).toBe(language)
    const forms = new Set(Array.from({ length: 1_000 }, (_, count) => new Intl.PluralRules(language).select(count)))
    expect([...forms].toSorted()).toEqual(['one', 'other'])
  })

  it('would see a sentence with a place too few', () => {
    expect(placesIn('from $1 to $2')).not.toBe(placesIn('von $1 bis $1'))
  })
})

function read(language: string): ReadonlyMap<string, string> {
  const messages = JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8')) as Readonly<Record<string, { readonly message: string }>>
  return new Map(Object.entries(messages).map(([name, { message }]) => [name, message]))
}

function placesIn(sentence: string): string {
  return [...new Set(sentence.match(/\$[1-9]/g))].toSorted().join(' ')
}
