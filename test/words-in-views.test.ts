import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../src')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
const views = files.filter((path) => path.endsWith('.tsx'))
const pages = files.filter((path) => path.endsWith('.html'))

/** Names of file formats and tags of languages are the same in every language; so is our own name. */
const SAME_EVERYWHERE = /^(CSV|JSON|Regulars|[a-z]{2})$/

const WHAT_TO_DO = 'put these words into public/_locales/*/messages.json, and say them by word() or plural()'

describe('no word of a view stands outside of the languages', () => {
  it.each(views)('%s', (path) => {
    expect(wordsIn(readFileSync(join(SRC, path), 'utf8')), WHAT_TO_DO).toEqual([])
  })

  it.each(pages)('%s', (path) => {
    const page = readFileSync(join(SRC, path), 'utf8').replace(/<!--[^]*?-->/g, '')
    const texts = [...page.matchAll(/>([^<]+)</g)].map(([, text = '']) => text.trim()).filter((text) => text !== '' && !SAME_EVERYWHERE.test(text))
    expect(texts, WHAT_TO_DO).toEqual([])
  })

  it('would see a word between tags, in an attribute, and in a sentence of a rule', () => {
    expect(wordsIn('<p>Saved again</p>')).toEqual(['Saved again'])
    expect(wordsIn('<Button title="Press here">{word("save")}</Button>')).toEqual(['Press here'])
    expect(wordsIn("return isLate ? 'It is too late for this.' : undefined")).toEqual(['It is too late for this.'])
    expect(wordsIn('<p class="small quiet">{word("saved")}</p> // Saved again')).toEqual([])
  })
})

/** What a person would read of a view that comes from its own file: texts of tags, of the attributes that are shown or spoken, and whole sentences. */
function wordsIn(source: string): readonly string[] {
  const code = source.replace(/^\s*(\/\/|\/?\*).*$/gm, '')
  const between = [...code.matchAll(/(?:["'\w}]|\/)>([^<>{}=;()`]*\p{L}{2,}[^<>{}=;()`]*)<\//gu)]
  const shown = [...code.matchAll(/\b(?:aria-label|title|placeholder|alt|label|hint|lead)=["']([^"']*\p{L}{2,}[^"']*)["']/gu)]
  const sentences = [...code.matchAll(/'(\p{Lu}[^'\n]* [^'\n]* [^'\n]*[.!?])'/gu)]
  return [...between, ...shown, ...sentences].map(([, text = '']) => text.trim()).filter((text) => !SAME_EVERYWHERE.test(text))
}
