import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Handle } from '../../../../src/domain/handle'
import { recordsOf } from '../../../../src/domain/csv'
import { foreignReply } from '../../../../src/features/canned-replies/formats/foreign-reply'
import { readOwnJson, writeOwnJson } from '../../../../src/features/canned-replies/formats/own-json'
import { chosenReplies, planForeign, planOwn } from '../../../../src/features/canned-replies/formats/plan-replies'
import { writeRepliesCsv } from '../../../../src/features/canned-replies/formats/replies-csv'
import { blankReply, type Reply, type ReplyId, sharedWordsOf, toReply } from '../../../../src/features/canned-replies/reply'
import { says } from '../../../in-english'

const RUNS = process.env['REGULARS_LONG'] ? 10_000 : 1_000
const AT = '2026-11-24T12:00:00.000Z'

const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()).filter((text) => text !== '')
const body = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).map((text) => text.replace(/\r\n?/g, '\n').trim()).filter((text) => text !== '')
const trigger = fc.stringMatching(/^[a-z:;][a-z0-9:;._-]{0,20}$/)
const distinct = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> => fc.uniqueArray(item, { maxLength: 4 })
const mood = fc.option(fc.double({ min: -1, max: 1, noNaN: true }).filter((value) => !Object.is(value, -0)), { nil: undefined })
const lang = fc.constantFrom('en', 'de', 'pt-BR', 'zh-Hant-TW', 'es')
const anyReply: fc.Arbitrary<Reply> = fc
  .record({
    id: fc.uuid() as fc.Arbitrary<unknown> as fc.Arbitrary<ReplyId>,
    title: line, trigger: fc.oneof(fc.constant(''), trigger), aliases: distinct(trigger), body, variants: distinct(body), lang: fc.oneof(fc.constant(''), lang),
    langs: fc.dictionary(lang, fc.uniqueArray(body, { minLength: 1, maxLength: 3 }), { maxKeys: 3 }), folder: fc.oneof(fc.constant(''), line), tags: distinct(line),
    scope: fc.record({ surface: fc.constantFrom('public', 'dm', 'both' as const), accounts: distinct(fc.stringMatching(/^\w{1,15}$/) as fc.Arbitrary<unknown> as fc.Arbitrary<Handle>), teams: distinct(line), lifecycle: distinct(line), sentimentMin: mood, sentimentMax: mood }),
    favourite: fc.boolean(), shared: fc.boolean(), archived: fc.boolean(), sensitivity: fc.oneof(fc.constant(''), line), requiresPersonalLine: fc.boolean(), signature: fc.oneof(fc.constant(''), body), attachments: distinct(line),
    owner: fc.oneof(fc.constant(''), line), created: fc.nat(), updated: fc.nat(), rev: fc.nat(), sharedFrom: fc.option(fc.record({ origin: line, rev: fc.nat(), newer: fc.option(fc.integer({ min: 1 }), { nil: undefined }) }), { nil: undefined }),
    isFork: fc.boolean(),
  })
  .map(({ isFork, sharedFrom, ...reply }) => Object.assign(reply, { sharedFrom: sharedFrom && Object.assign(sharedFrom, isFork && { base: { ...sharedWordsOf(reply), title: 'Before' } }) }))
  .map((reply) => JSON.parse(JSON.stringify(reply)) as Reply)

describe('our own JSON', () => {
  test('loses nothing of any library', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyReply, { maxLength: 3 }), async (replies) => {
        expect(await readOwnJson(JSON.parse(await writeOwnJson(replies, AT)))).toEqual(replies)
      }),
      { numRuns: RUNS },
    )
  })

  test('of version 1 is read for ever', async () => {
    const frozen = '{"format":"regulars-replies","schemaVersion":1,"madeAt":"2026-11-24T12:00:00.000Z","sha256":"b02088f19b556b9b904219ad728a08693c55ac1daadd08b8402c273641cb8daf","replies":[{"id":"a","title":"Thanks","body":"Hi {first|\\"there\\"}"}]}'
    expect(await readOwnJson(JSON.parse(frozen))).toEqual([{ ...blankReply('a' as ReplyId), title: 'Thanks', body: 'Hi {first|"there"}' }])
  })

  test('that was changed, cut or made by a newer version is refused', async () => {
    const text = await writeOwnJson([toReply({ id: 'a', title: 'Thanks', body: 'Hi' })], AT)
    await expect(says(readOwnJson(JSON.parse(text.replace('Thanks', 'Thenks'))))).rejects.toThrow(/checksum does not match/)
    await expect(says(readOwnJson(JSON.parse(text.replace('"schemaVersion":1', '"schemaVersion":2'))))).rejects.toThrow(/newer Regulars/)
    await expect(says(readOwnJson({ schemaVersion: 1, sha256: 'x' }))).rejects.toThrow(/holds no list/)
  })
})

test('a table for spreadsheets runs nothing, and keeps tags and every way of saying it', () => {
  const reply = toReply({ id: 'a', title: '=1+1', trigger: '-x', body: '@SUM(A1)\nline', variants: ['+2'], lang: 'en', langs: { de: ['"Hallo"'] }, tags: ['a', 'b'] })
  const text = [...writeRepliesCsv([reply])].join('')
  for (const { cells } of recordsOf(text, ',')) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  const rows = [...recordsOf(text, ',')].map(({ cells }) => cells)
  expect(rows.map((cells) => cells.slice(3, 8))).toEqual([
    ['language', 'variant', 'body', 'folder', 'tags'], ['en', '1', "'@SUM(A1)\nline", '', 'a; b'], ['en', '2', "'+2", '', 'a; b'], ['de', '1', '"Hallo"', '', 'a; b'],
  ])
})

describe('a dry run', () => {
  let made = 0
  const newId = (): ReplyId => `new-${(made += 1)}` as ReplyId
  const here = (fields: Partial<Reply>): Reply => ({ ...blankReply('here' as ReplyId), title: 'Thanks', trigger: 'ty', body: 'Thank you', favourite: true, tags: ['kind'], created: 5, rev: 2, ...fields })
  const states = (rows: ReturnType<typeof planForeign>): readonly string[] => rows.map(({ state }) => state)

  test('tells what is new, the same, changed and in conflict', () => {
    const rows = planForeign(
      [foreignReply({ title: 'Sorry', trigger: 'sorry', body: 'Sorry!' }), foreignReply({ title: 'thanks', trigger: 'TY', body: 'Thank you' }), foreignReply({ title: 'Thanks', body: 'Thanks!', tags: ['new'] }), foreignReply({ title: 'Thank you all', trigger: 'ty', body: 'x' })],
      [here({ title: 'thanks', trigger: 'TY' })],
      newId,
    )
    expect(states(rows)).toEqual(['new', 'same', 'changed', 'conflict'])
    expect(rows[2]?.reply).toMatchObject({ id: 'here', trigger: 'TY', body: 'Thanks!', tags: ['kind', 'new'], favourite: true, rev: 2 })
    expect(rows[3]).toMatchObject({ reply: { trigger: 'ty-2', body: 'x' }, held: { id: 'here' } })
    expect(chosenReplies(rows)).toEqual(new Set([0, 2]))
  })

  test('sees what two entries of one file want alike', () => {
    const rows = planForeign([foreignReply({ title: 'A', trigger: 'x', body: '1' }), foreignReply({ title: 'B', trigger: 'x', body: '2' }), foreignReply({ title: 'C', trigger: 'y', aliases: ['x', 'z'], body: '3' })], [], newId)
    expect(states(rows)).toEqual(['new', 'conflict', 'new'])
    expect(rows[2]).toMatchObject({ reply: { aliases: ['z'] }, notes: [{ code: 'duplicate', about: 'x' }] })
  })

  test('refuses what is empty, too long or cannot be read, and mends triggers with a remark', () => {
    const rows = planForeign([foreignReply({ title: 'A' }), foreignReply({ title: 'B', body: 'x'.repeat(25_001) }), foreignReply({ title: 'C', body: '{if first}x' }), foreignReply({ title: '', trigger: '/thank you', body: 'x' })], [], newId)
    expect(rows.map(({ refused }) => refused?.code)).toEqual(['empty', 'too long', 'unreadable', undefined])
    expect(rows[3]).toMatchObject({ reply: { title: 'thank-you', trigger: 'thank-you' }, notes: [{ code: 'trigger', about: '/thank you' }] })
  })

  test('of our own file goes by ids and replaces all of a reply', () => {
    const rows = planOwn([here({}), here({ id: 'other' as ReplyId, title: 'Other', trigger: 'o' }), here({ favourite: false })], [here({ rev: 9 })])
    expect(states(rows)).toEqual(['same', 'new', 'changed'])
    expect(rows[2]?.reply).toMatchObject({ favourite: false, rev: 9 })
  })
})
