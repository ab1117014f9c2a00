import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import messages from '../public/_locales/en/messages.json'

const ROOT = join(import.meta.dirname, '..')
const NAMES = Object.keys(messages)
const SOURCE = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .join('\n')
const MANIFEST = readFileSync(join(ROOT, 'manifest.json'), 'utf8')

/** Every quoted text of the source: names of messages reach word() through tables and properties too. */
const QUOTED = new Set([...SOURCE.matchAll(/'([A-Za-z0-9_]+)'/g)].map(([, name = '']) => name))
const BUILT = [...SOURCE.matchAll(/`([a-z][A-Za-z]*)\$\{[^}]*\}([A-Za-z]*)`/g)].map(([, start = '', end = '']) => new RegExp(`^${start}[A-Za-z]+${end}$`))
const FROM_MANIFEST = [...MANIFEST.matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name)

test('every name that the source asks for by word or getMessage exists', () => {
  const asked = [...SOURCE.matchAll(/\b(?:word|getMessage|words)\(\s*'(\w+)'/g)].map(([, name = '']) => name)
  expect(asked.length).toBeGreaterThan(50)
  expect([...asked, ...FROM_MANIFEST].filter((name) => !NAMES.includes(name))).toEqual([])
})

test('every plural has both of its forms', () => {
  const stems = [...SOURCE.matchAll(/\bplural\(\s*'(\w+)'/g)].map(([, stem = '']) => stem)
  expect(stems.flatMap((stem) => [`${stem}One`, `${stem}Other`]).filter((name) => !NAMES.includes(name))).toEqual([])
  const halves = NAMES.filter((name) => name.endsWith('One') && !NAMES.includes(name.replace(/One$/, 'Other')))
  expect(halves).toEqual([])
})

test('no name is unused', () => {
  const isUsed = (name: string): boolean =>
    QUOTED.has(name) || QUOTED.has(name.replace(/(One|Other)$/, '')) || FROM_MANIFEST.includes(name) || BUILT.some((pattern) => pattern.test(name))
  expect(NAMES.filter((name) => !isUsed(name))).toEqual([])
})

test.each(Object.entries(messages))('%s is written as the browsers read it', (name, { message }) => {
  expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/)
  expect(message.trim()).toBe(message)
  expect(message).not.toBe('')
  // $1 to $9 are places, $$ is a dollar; a lone $ or a named $placeholder$ is read differently by each browser.
  expect(message.replace(/\$\$|\$[1-9]/g, '')).not.toContain('$')
  const places = [...new Set([...message.matchAll(/\$([1-9])/g)].map(([, place]) => Number(place)))].toSorted((one, other) => one - other)
  expect(places).toEqual(places.map((_, index) => index + 1))
})
