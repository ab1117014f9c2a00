import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/domain/change'
import { type BackupTables, type Chunk, encodeBackup, type TableName } from '../../../src/features/backup/backup-file'
import type { ReplyUse } from '../../../src/features/canned-replies/reply-use'
import { linesOf, piecesOf } from '../../../src/features/backup/lines'
import { readBackup } from '../../../src/features/backup/read-backup'
import { says } from '../../in-english'

const NOW = Date.UTC(2026, 10, 22)
const HEAD = { madeAt: '2026-11-22T00:00:00.000Z', maker: '0.1.0' }
const STAMP = '0mha2b1c0-0000-aa'

type Tables = { [Name in TableName]: BackupTables[Name][] }

async function* chunksOf(tables: Partial<Tables>, size = 3): AsyncGenerator<Chunk> {
  for (const [table, rows] of Object.entries(tables)) for (let from = 0; from < rows.length; from += size) yield { table, rows: rows.slice(from, from + size) } as Chunk
}

async function write(tables: Partial<Tables>): Promise<string> {
  const texts: string[] = []
  for await (const text of encodeBackup(HEAD, chunksOf(tables))) texts.push(text)
  return texts.join('')
}

async function read(text: string | Uint8Array, size = 1_000): Promise<Tables & { head: unknown }> {
  const tables: Tables & { head: unknown } = { journal: [], replies: [], uses: [], drafts: [], settings: [], head: undefined }
  const reader = readBackup(linesOf(piecesOf(new Blob([text as BlobPart]), size)), NOW)
  for (;;) {
    const next = await reader.next()
    if (next.done) return { ...tables, head: next.value }
    ;(tables[next.value.table] as unknown[]).push(...next.value.rows)
  }
}

const words = fc.string({ unit: 'binary', maxLength: 200 })
const id = fc.uuid()
const handle = fc.stringMatching(/^[A-Za-z0-9_]{1,15}$/)
const xId = fc.stringMatching(/^[1-9][0-9]{0,17}$/)
const authorship = {
  stamp: fc.stringMatching(/^0[0-9a-l][0-9a-z]{7}-[0-9a-z]{4}-[0-9a-z]{1,32}$/),
  at: fc.nat(),
  by: words,
}
const change = fc.oneof(
  fc.record({ ...authorship, kind: fc.constant('person/met'), person: id, handle, xId, name: words }),
  fc.record({ ...authorship, kind: fc.constant('note/added'), person: id, note: id, text: words }),
  fc.record({ ...authorship, kind: fc.constant('tag/set'), person: id, tag: fc.string({ minLength: 1, maxLength: 40 }), on: fc.boolean(), import: id }),
  fc.record({ ...authorship, kind: fc.constant('contact/recorded'), person: id, post: xId, url: words, postedAt: fc.nat(), removed: fc.boolean() }),
  fc.record({ ...authorship, kind: fc.constant('contact/placed'), person: id, post: xId, conversation: xId }),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Change>
const use = fc.record({ id, reply: id, variant: fc.nat(9), picks: fc.array(fc.nat(9), { maxLength: 3 }), lang: fc.constantFrom('', 'en'), person: id, at: fc.nat(), surface: fc.constantFrom('reply', 'dm'), length: fc.nat(), undone: fc.boolean() }) as fc.Arbitrary<unknown> as fc.Arbitrary<ReplyUse>
const draft = fc.record({ place: words, text: words, at: fc.nat() })

const met = { kind: 'person/met', person: 'p1', handle: 'IdaPlane', stamp: STAMP, at: 1, by: 'Ada' } as unknown as Change

/** As version 1 wrote it. This text is frozen: every later Regulars must read it. */
const FIRST_VERSION = `{"format":"regulars-backup","version":1,"madeAt":"2026-11-22T00:00:00.000Z","maker":"0.1.0","chunks":[
{"table":"journal","rows":[{"kind":"person/met","person":"p1","handle":"IdaPlane","stamp":"0mha2b1c0-0000-aa","at":1,"by":"Ada"}]}
],"counts":{"journal":1,"replies":0,"drafts":0,"settings":0},"sha256":"60e0635e36c324129b8cdf07387a904486590a887d41486d86bd3283b8310045"}
`

/** The same as version 2, which knows uses of replies. Frozen too. */
const SECOND_VERSION = `{"format":"regulars-backup","version":2,"madeAt":"2026-11-22T00:00:00.000Z","maker":"0.1.0","chunks":[
{"table":"journal","rows":[{"kind":"person/met","person":"p1","handle":"IdaPlane","stamp":"0mha2b1c0-0000-aa","at":1,"by":"Ada"}]}
],"counts":{"journal":1,"replies":0,"uses":0,"drafts":0,"settings":0},"sha256":"4ad5184d7fcddba1bdb98e367d6cb96b5c8cfc2a3cd28364d1c433161a117315"}
`

describe('a backup file', () => {
  it('gives back what was put in, whatever that is, and is one JSON document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.array(draft, { maxLength: 4 }), fc.array(use, { maxLength: 4 }), fc.integer({ min: 1, max: 999 }), async (journal, drafts, uses, size) => {
        const text = await write({ journal, uses, drafts, settings: [{ myName: 'Ada' }] })
        expect(JSON.parse(text)).toMatchObject({ format: 'regulars-backup', version: 2 })
        expect(await read(text, size)).toEqual({ journal, drafts, settings: [{ myName: 'Ada' }], replies: [], uses, head: HEAD })
      }),
      { numRuns: 200 },
    )
  })

  it('is read with a byte-order mark and the line ends of Windows', async () => {
    const text = await write({ journal: [met] })
    expect((await read(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).journal).toEqual([met])
  })

  it('is written as the second version was, and reads that and the first', async () => {
    expect(await write({ journal: [met] })).toBe(SECOND_VERSION)
    for (const text of [FIRST_VERSION, SECOND_VERSION]) expect(await read(text)).toMatchObject({ journal: [met], uses: [] })
  })

  it('is refused wherever it is cut off or a character of it is changed', async () => {
    const text = await write({ journal: [met, { ...met, by: 'Grace' }], drafts: [{ place: 'note:a', text: 'On', at: 1 }] })
    for (let end = 0; end < text.length - 2; end += 7) await expect(says(read(text.slice(0, end)))).rejects.toThrow(/^(Line \d|The file)/)
    for (let at = 0; at < text.length - 1; at += 3) {
      if (text[at] === '\n') continue
      await expect(says(read(`${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`)), `at ${at}`).rejects.toThrow(/^(Line \d|The file)/)
    }
  })

  const lines = async (...more: readonly string[]) => [(await write({})).split('\n')[0], ...more].join('\n')
  const chunk = (row: unknown) => JSON.stringify({ table: 'journal', rows: [met, row] })

  it.each([
    ['a newer version', async () => (await write({})).replace('"version":2', '"version":9'), 'Line 1: This backup was made by a newer Regulars (format 9, this one reads up to 2). Update Regulars first.'],
    ['another kind of file', () => Promise.resolve('a,b\n1,2'), 'Line 1: This is not the JSON of a backup.'],
    ['JSON of something else', () => Promise.resolve('{"tags":1}'), 'Line 1: This is no backup of Regulars.'],
    ['an empty file', () => Promise.resolve(''), 'The file is empty.'],
    ['lists in lists, 100,000 deep', () => lines('['.repeat(100_000) + ']'.repeat(100_000)), 'Line 2: '],
    ['a name __proto__', () => lines('{"table":"journal","rows":[{"__proto__":{"kind":"tag/set"}}]}'), 'Line 2: Row 1 of journal: There is no change of the kind'],
    ['a second name __proto__', () => lines(chunk(met).replace('"by":"Ada"}]', '"by":"Ada","__proto__":{"x":1}}]')), 'Line 2: Row 2 of journal: A person/met has no field “__proto__”.'],
    ['a wrong type', () => lines(chunk({ ...met, handle: 7 })), 'Line 2: Row 2 of journal: The handle of a person/met is wrong: “7”.'],
    ['an unknown kind', () => lines(chunk({ ...met, kind: 'constructor' })), 'Line 2: Row 2 of journal: There is no change of the kind “constructor”.'],
    ['a huge name', () => lines(chunk({ ...met, by: 'x'.repeat(1_000_000) })), 'Line 2: Row 2 of journal: The by of a person/met is wrong: “xxx'],
    ['a clock of next century', () => lines(chunk({ ...met, stamp: 'zzzzzzzzz-0000-aa' })), 'Line 2: Row 2 of journal: A change is dated more than a year in the future.'],
    ['a table of its own', () => lines('{"table":"constructor","rows":[]}'), 'Line 2: There is no table “constructor”.'],
    ['a line without an end', () => lines('x'.repeat(17_000_000)), 'Line 2 is longer than any line of a backup.'],
  ])('refuses %s with a sentence', async (_name, make, sentence) => {
    await expect(says(make().then((text) => read(text, 1_000_000)))).rejects.toThrow(sentence)
  })

  it('refuses what is no UTF-8', async () => {
    await expect(says(read(new Uint8Array([0x7b, 0xff, 0xfe])))).rejects.toThrow('At about line 1 the file is no text in UTF-8.')
  })
})
