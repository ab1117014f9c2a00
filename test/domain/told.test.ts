import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { reasonOf } from '../../src/contract/reason-of'
import { Told, TOLD } from '../../src/domain/told'

const words = (language: string): Readonly<Record<string, { readonly message: string }>> => JSON.parse(readFileSync(join(import.meta.dirname, `../../public/_locales/${language}/messages.json`), 'utf8')) as never

vi.mock('webextension-polyfill', () => ({ default: { i18n: { getMessage: (name: string, places: readonly string[]) => ({ toldNobodyKept: `Niemand ist als @${places[0]} gespeichert.`, toldLine: `Zeile ${places[0]}: ${places[1]}` })[name] ?? '' } } }))

it.each(['en', 'de', 'es'])('every sentence of the background is there in %s', (language) => {
  expect(TOLD.filter((name) => !words(language)[name])).toEqual([])
})

it('is said in the user’s language, thrown here or come over the wire; whatever else was thrown is said as it is', () => {
  expect(reasonOf(new Told('toldNobodyKept', 'cleo'))).toBe('Niemand ist als @cleo gespeichert.')
  expect(reasonOf(Object.assign(new Error('toldNobodyKept'), { told: ['cleo'] }))).toBe('Niemand ist als @cleo gespeichert.')
  const within = new Told('toldLine', 7, new Told('toldNobodyKept', 'cleo'))
  expect(reasonOf(within)).toBe('Zeile 7: Niemand ist als @cleo gespeichert.')
  expect(reasonOf(Object.assign(new Error(within.message), { told: JSON.parse(JSON.stringify(within.told)) as unknown }))).toBe('Zeile 7: Niemand ist als @cleo gespeichert.')
  expect(reasonOf(new Error('Something else.'))).toBe('Something else.')
  expect(reasonOf('words')).toBe('words')
})
