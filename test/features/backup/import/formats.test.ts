import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valuesOf } from '../../../../src/features/backup/import/field-value'
import { toImportRow } from '../../../../src/features/backup/import-row'
import { delimiterOf, recordsOf } from '../../../../src/domain/csv'
import { decodeText } from '../../../../src/features/backup/import/decode-text'
import { guessMapping, hasHeadings, rawRowOf } from '../../../../src/features/backup/import/mapping'
import { readNotesJson } from '../../../../src/features/backup/import/notes-json'
import { csvLine, unguard } from '../../../../src/domain/to-csv'
import { isVCard, readVCards } from '../../../../src/features/backup/import/vcard'
import { isXTag, readXTag } from '../../../../src/features/backup/import/xtag'
import { sha256 } from '../../../../src/domain/sha256'
import { growsWithLength } from '../../../growth'
import { saying, says } from '../../../in-english'

const cells = (text: string, delimiter = delimiterOf(text)) => [...recordsOf(text, delimiter)].map(({ cells }) => cells)

/** Reads a table to its end. */
function readAll(text: string): void {
  try {
    for (const record of recordsOf(text, ',')) rawRowOf(record, ['handle', 'tags', 'note'])
  } catch {
    // Refused is as good as read.
  }
  delimiterOf(text)
}

describe('a table', () => {
  it('gives back any cells, quoted and guarded against spreadsheets', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 6 }), (row) => {
        expect(cells(csvLine(row), ',').map((cells) => cells.map(unguard))).toEqual([row])
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\0x', '＝1', "'=1", "'"])('guards %j, and the round trip restores it', (value) => {
    const line = csvLine(['a', value])
    expect(line).toMatch(/^a,"?'/)
    expect(unguard(cells(line, ',')[0]![1]!)).toBe(value)
  })

  it('reads quotes, line breaks and delimiters within cells, and tells lines', () => {
    const text = 'handle,note\r\nida,"One, ""two""\nthree"\r\nbo,a "lone" quote\n\nlast,x'
    expect([...recordsOf(text, ',')]).toEqual([
      { line: 1, cells: ['handle', 'note'] },
      { line: 2, cells: ['ida', 'One, "two"\nthree'] },
      { line: 4, cells: ['bo', 'a "lone" quote'] },
      { line: 6, cells: ['last', 'x'] },
    ])
  })

  it.each([[',', 'a,b\n1,2'], [';', 'a;b,c;d\n'], ['\t', 'a\tb\n'], ['|', 'a|b'], [',', 'alone']])('guesses the delimiter %j', (delimiter, text) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })

  it('says where a quote is never closed, and refuses a million columns', () => {
    expect(saying(() => cells('a,b\nida,"open\nmore'))).toThrow('The quote that begins in line 2 is never closed: “"open more”.')
    expect(saying(() => cells(','.repeat(1_000_000)))).toThrow('Line 1 has more than 1000 columns.')
  })

  it.each([
    ['a', 'a'.repeat(1_000_000)],
    ['quotes', '"'.repeat(1_000_001)],
    ['quote pairs', '""'.repeat(500_000)],
    ['delimiters', '"a",'.repeat(900)],
    ['spaces', ' '.repeat(1_000_000)],
    ['line ends', '\r\n'.repeat(500_000)],
  ])('reads 1 MB of %s in time that grows with its length alone', (_name, text) => {
    expect(growsWithLength(readAll, text)).toBe(true)
  })

  it('is decoded from UTF-8 and UTF-16, with and without a mark, without NULs, and no archive is', async () => {
    const utf16 = (text: string, mark: boolean) => new Uint8Array([...(mark ? [0xff, 0xfe] : []), ...Array.from(text, (letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).flat()])
    expect(await decodeText(new Blob(['\uFEFFhändle\0,x']))).toBe('händle,x')
    expect(await decodeText(new Blob([utf16('händle,tags', true)]))).toBe('händle,tags')
    expect(await decodeText(new Blob([utf16('handle,tags', false)]))).toBe('handle,tags')
    expect(await decodeText(new Blob([new Uint8Array([0x68, 0xe4])]))).toBe('hä')
    await expect(says(decodeText(new Blob([new Uint8Array([0x50, 0x4b, 3, 4])])))).rejects.toThrow('Save it as CSV first')
  })

  it('is mapped by its headings, or by its first column', () => {
    expect(guessMapping(['Screen_Name', 'Full name', 'Labels', 'Notes', 'Shoe size'])).toEqual(['handle', 'name', 'tags', 'note', 'none'])
    expect(guessMapping(['ida', 'likes tea'])[0]).toBe('handle')
    expect([hasHeadings(['Handle', 'Note']), hasHeadings(['ida', 'likes tea'])]).toEqual([true, false])
    expect(toImportRow(rawRowOf({ line: 1, cells: ['https://x.com/Ida?s=20', 'VIP; press', "'=cmd"] }, ['handle', 'tags', 'note']))).toMatchObject({ handle: 'Ida', tags: ['VIP', 'press'], notes: ['=cmd'] })
  })
})

describe('an entry', () => {
  it.each([
    [{ handle: 'not a handle' }, '“not a handle” is no handle of X'],
    [{}, 'It names no handle.'],
    [{ handle: '__proto__x__much_too_long' }, 'is no handle of X'],
    [{ handle: 'ida', xId: '-5' }, '“-5” is no account id of X.'],
    [{ handle: 'ida', notes: ['x'.repeat(10_001)] }, 'A note may have 10000 characters'],
    [{ handle: 'ida', tags: ['t'.repeat(41)] }, 'A tag may have 40 characters'],
    [{ handle: 'ida', tags: Array.from({ length: 51 }, () => 'x') }, 'more than 50'],
  ])('is refused with a reason: %j', (raw, reason) => {
    expect(saying(() => toImportRow(raw))).toThrow(reason)
  })

  it('gives own fields back to their fields, by name or by what they are called now, and undefined ones too in a table of ours', () => {
    const fields = [{ name: 'Shoe size', label: 'Size', kind: 'number', choices: [] }, { name: 'City', kind: 'text', choices: [] }] as const
    const ours = guessMapping(['handle', 'id', 'name', 'tags', 'notes', 'Size', 'City', 'Gone field', 'id'], fields)
    expect(ours).toEqual(['handle', 'xId', 'name', 'tags', 'note', 'field:Shoe size', 'field:City', 'field:Gone field', 'field:id'])
    expect(guessMapping(['user', 'city', 'size', 'whatever'], fields)).toEqual(['handle', 'field:City', 'field:Shoe size', 'none'])
    const row = (cells: readonly string[]) => toImportRow(rawRowOf({ line: 1, cells: ['ida', '', '', '', '', ...cells] }, ours), valuesOf(fields))
    expect(row(['38,5', "'=Rome", '', 'x']).fields).toEqual([{ name: 'Shoe size', value: '38.5' }, { name: 'City', value: '=Rome' }, { name: 'id', value: 'x' }])
    expect(row(['', '', '', '']).fields).toBeUndefined()
    expect(saying(() => row(['large', '', '', '']))).toThrow('The field “Size” cannot hold “large”.')
    expect(saying(() => toImportRow({ handle: 'ida', fields: [{ name: '', value: 'x' }] }))).toThrow('The name of a field may have 1 to 40 characters')
    expect(readNotesJson('{"people":[{"handle":"ida","fields":{"City":"Rome"}}]}')[0]?.fields).toEqual([{ name: 'City', value: 'Rome' }])
  })

  it('keeps hostile words as words', () => {
    const words = '<img src=x onerror=alert(1)>'
    expect(toImportRow({ handle: '@ida', name: words, tags: [words, '__proto__'], notes: [words] })).toMatchObject({ name: words, tags: [words, '__proto__'], notes: [words] })
  })
})

describe('the exports of others', () => {
  const encode = (manifest: unknown) => `XTAG:${Buffer.from(JSON.stringify(manifest)).toString('base64url')}`
  const entries = { 'x.com:ida': [{ id: '1', name: 'VIP', colorIndex: 1, notes: 'Met in Rome', source: { type: 'local' }, createdAt: 1, updatedAt: 1 }, { id: '2', name: 'gone', deletedAt: 5 }] }

  it('reads an XTAG text, and refuses one that was changed', async () => {
    const checksum = await sha256(JSON.stringify(entries, Object.keys(entries).sort()))
    const text = encode({ schemaVersion: 1, platform: 'x.com', exportedAt: '2025-01-15T12:00:00Z', checksum, entries })
    expect(isXTag(text)).toBe(true)
    expect(await readXTag(text)).toEqual([{ handle: 'ida', tags: ['VIP'], notes: ['VIP: Met in Rome'] }])
    await expect(says(readXTag(encode({ schemaVersion: 1, checksum: 'x', entries })))).rejects.toThrow('checksum')
    await expect(says(readXTag('XTAG:%%%'))).rejects.toThrow('damaged')
    await expect(says(readXTag(encode({ schemaVersion: 2 })))).rejects.toThrow('version')
  })

  it.each([
    ['x-user-note', { 'muteBlockNotes-@ida': 'Spam', other: 1 }, [{ handle: '@ida', notes: ['Spam'] }]],
    ['twitter-enhanced', [{ username: 'ida', remark: 'Met in Rome' }], [{ handle: 'ida', tags: [], notes: ['Met in Rome'] }]],
    ['twitter-enhanced, its storage', { userRemarks: [{ username: 'ida', remark: 'Rome' }] }, [{ handle: 'ida', tags: [], notes: ['Rome'] }]],
    ['RES', { 'tag.ida': { text: 'VIP, friend', color: 'red', link: '/r/x/1' } }, [{ handle: 'ida', tags: ['VIP', 'friend'], notes: ['/r/x/1'] }]],
    ['RES, its backup', { data: { 'tag.ida': '{"text":"VIP"}' } }, [{ handle: 'ida', tags: ['VIP'], notes: [] }]],
    ['RES, before 2017', { 'RESmodules.userTagger.tags': '{"ida":{"tag":"VIP"}}' }, [{ handle: 'ida', tags: ['VIP'], notes: [] }]],
  ])('reads %s', (_name, value, rows) => {
    expect(readNotesJson(JSON.stringify(value))).toEqual(rows.map((row) => expect.objectContaining(row)))
  })

  it('refuses other JSON, and lists in lists', () => {
    expect(saying(() => readNotesJson('{"a":1}'))).toThrow('no notes or tags')
    expect(saying(() => readNotesJson('[1,'))).toThrow('no JSON')
    expect(saying(() => readNotesJson(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`))).toThrow(/no JSON|no notes/)
  })

  it('reads vCards', () => {
    const text = ['BEGIN:VCARD', 'VERSION:4.0', 'FN:Ida Plane', 'item1.X-SOCIALPROFILE;type=twitter:https://twitter.com/IdaPlane', 'CATEGORIES:VIP,press', 'NOTE:Likes tea\\, and', '  milk\\nno sugar', 'END:VCARD', 'BEGIN:VCARD', 'FN:Nobody', 'X-TWITTER:@bo', 'END:VCARD'].join('\r\n')
    expect(isVCard(text)).toBe(true)
    expect([...readVCards(text)]).toEqual([
      { handle: 'IdaPlane', name: 'Ida Plane', tags: ['VIP', 'press'], notes: ['Likes tea, and milk\nno sugar'] },
      { handle: '@bo', name: 'Nobody', tags: [], notes: [] },
    ])
  })
})
