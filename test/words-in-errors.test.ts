import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

/** Shapes of questions that our own pages never ask wrong: who hears these has no interface of ours before them, or there is a fault in it that must be mended. */
const FAULTS: readonly RegExp[] = [
  /^(This place|A page) may (not )?ask/,
  /^That is (not|no) [\w ]+\.$/,
  /^(This is not the ticket of a|That is not a|A) (card|picker|ticket|composer)( belongs to a tab)?\.$/,
  /^This card has no ticket\.$/,
  /^Ids of posts come as a list/,
  /^At most … may come at once, in a list\.$/,
  /^An? (archive belongs|handle has) /,
  /^This is no login\.$/,
  /^Only a post on screen can be counted as a contact\.$/,
]

/** What is caught where it is thrown, or asked again. */
const CAUGHT = [
  'Its key is gone.',
  'An answer of this size is none of X.',
  'It was called off.',
  'The database is being rewritten.',
  'There is no index ….',
  'The port closed before an answer.',
  'The port closed before a question.',
  '…: no response',
]

/** Names of faults in a template, for which the library has its sentences. */
const NAMES = ['unknown reply', 'other language']

/** The extension is gone under the script that says it, and its languages with it. */
const ORPHANED = ['Regulars was reloaded. Reload this tab.']

const thrown = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path)).flatMap((path) => thrownIn(readFileSync(join(SRC, path), 'utf8')).map((sentence) => ({ path, sentence })))

it('no sentence that a person could read of what went wrong stands outside of the languages', () => {
  const isHeard = ({ sentence }: { readonly sentence: string }): boolean => ![...CAUGHT, ...NAMES, ...ORPHANED].includes(sentence) && !FAULTS.some((fault) => fault.test(sentence))
  expect(thrown.filter(isHeard), 'put these sentences into public/_locales/*/messages.json, name them in src/domain/told.ts, and throw them as Told').toEqual([])
})

it('no exception is left over from a sentence that is gone', () => {
  const sentences = thrown.map(({ sentence }) => sentence)
  expect([...CAUGHT, ...NAMES, ...ORPHANED].filter((sentence) => !sentences.includes(sentence))).toEqual([])
  expect(FAULTS.filter((fault) => !sentences.some((sentence) => fault.test(sentence)))).toEqual([])
})

it('would see a sentence in each of the ways in which errors are made', () => {
  expect(thrownIn("throw new Error('Too late for this.')")).toEqual(['Too late for this.'])
  expect(thrownIn('new RangeError(`Line ${line} is too long.`, { cause: error })')).toEqual(['Line … is too long.'])
  expect(thrownIn("?? refuse('No such post.')")).toEqual(['No such post.'])
  expect(thrownIn("    super('X is away.')")).toEqual(['X is away.'])
  expect(thrownIn("new XRefused(429, undefined, 'X is away.')")).toEqual(['X is away.'])
  expect(thrownIn("new Error(late ? 'Too late for this.' : `Not ${name} now.`)")).toEqual(['Too late for this.', 'Not … now.'])
  expect(thrownIn("new Told('toldLater', at) // new Error('Words of a comment.')")).toEqual([])
})

/** The sentences of whatever is thrown: each text of two words or more within the brackets, its places as dots. */
function thrownIn(source: string): readonly string[] {
  const code = source.replace(/(^|\s)\/\/.*$/gm, '').replace(/^\s*\/?\*.*$/gm, '')
  const made = [...code.matchAll(/\b(?:\w*(?:Error|Refused|Orphaned)|refused?|super)\((.*)$/gm)].map(([, words = '']) => words)
  return made.flatMap((words) => [...words.matchAll(/'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(([, plain, built = '']) => plain ?? built.replace(/\$\{[^}]*\}/g, '…'))).filter((text) => /\S \S/.test(text) && /\p{L}{2}/u.test(text))
}
