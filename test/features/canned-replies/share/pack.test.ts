import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportId } from '../../../../src/domain/change'
import { chosenReplies, planPack, repliesToStore } from '../../../../src/features/canned-replies/formats/plan-replies'
import { blankReply, type Reply, type ReplyId, SHARED_FIELDS, sharedWordsOf } from '../../../../src/features/canned-replies/reply'
import { savedOver } from '../../../../src/features/canned-replies/canned-replies-worker'
import { isFork } from '../../../../src/features/canned-replies/share/merge-shared'
import { isPack, type Pack, readPack, writePack } from '../../../../src/features/canned-replies/share/pack'
import { says } from '../../../in-english'

const AT = '2026-11-24T12:00:00.000Z'
const reply = (part: Partial<Reply> = {}): Reply => ({ ...blankReply('r1' as ReplyId), title: 'Late', trigger: 'late', body: 'Sorry!', folder: 'Parcels', rev: 1, ...part })
const pack = async (origin: string, ...replies: readonly Reply[]): Promise<Pack> => readPack(JSON.parse(await writePack(origin, replies, AT)))

/** A library as its user has it: the next save, and a pack taken in as the page does it. */
const saved = (held: Reply, part: Partial<Reply>): Reply => savedOver(held, { ...held, ...part }, 9)
const takenIn = (from: Pack, held: readonly Reply[], choose: (rows: ReturnType<typeof planPack>) => ReadonlySet<number> = chosenReplies): readonly Reply[] => {
  const rows = planPack(from, held)
  const stored = repliesToStore(rows, choose(rows)).map((one) => savedOver(held.find(({ id }) => id === one.id), one, 9))
  return [...held.filter(({ id }) => !stored.some((one) => one.id === id)), ...stored]
}

describe('a pack', () => {
  test('holds words and where they belong, and nothing that is one user’s own', async () => {
    const text = await writePack('Care', [reply({ owner: 'Grace', favourite: true, created: 5, updated: 6, import: 'i1' as ImportId, shared: true })], AT)
    expect(Object.keys((JSON.parse(text) as { replies: object[] }).replies[0]!).sort()).toEqual(['id', 'rev', ...SHARED_FIELDS].sort())
    expect(isPack(JSON.parse(text))).toBe(true)
    const read = await readPack(JSON.parse(text))
    expect(read).toMatchObject({ origin: 'Care', replies: [{ reply: { title: 'Late', owner: '', favourite: false, shared: true, sharedFrom: { origin: 'Care', rev: 1, base: { body: 'Sorry!' } } }, base: undefined }] })
  })

  test('that was changed, cut or made by a newer version is refused, and one whose reply is none says which', async () => {
    const text = await writePack('Care', [reply()], AT)
    await expect(says(readPack(JSON.parse(text.replace('Sorry', 'Sorri'))))).rejects.toThrow(/checksum does not match/)
    await expect(says(readPack(JSON.parse(text.replace('"schemaVersion":1', '"schemaVersion":2'))))).rejects.toThrow(/newer Regulars/)
    await expect(says(readPack({ schemaVersion: 1, replies: [] }))).rejects.toThrow(/damaged/)
    await expect(says(pack('Care', reply(), reply({ id: 'no id!' as ReplyId })))).rejects.toThrow(/^Reply 2: /)
  })

  test('that comes back changed by nobody changes nothing', async () => {
    const held = takenIn(await pack('Care', reply()), [])
    expect(planPack(await pack('Care', reply()), held)[0]?.state).toBe('same')
    expect(planPack(await pack('Care', reply({ body: 'Older', rev: 0 })), held)[0]?.state).toBe('same')
  })
})

describe('what was changed', () => {
  test('there is taken over, what was changed here stays, and both come together', async () => {
    const [first] = takenIn(await pack('Care', reply()), [])
    const mine = saved(first!, { folder: 'Mine', favourite: true })
    const rows = planPack(await pack('Care', reply({ rev: 2, body: 'Sorry, {first|"there"}!' })), [mine])
    expect(rows[0]).toMatchObject({ state: 'changed', reply: { body: 'Sorry, {first|"there"}!', folder: 'Mine', favourite: true, sharedFrom: { rev: 2 } } })
  })

  test('on both sides is a conflict: left alone it says that there is a newer one, taken it gives way', async () => {
    const [first] = takenIn(await pack('Care', reply()), [])
    const mine = saved(first!, { body: 'My words' })
    expect([isFork(first!), isFork(mine)]).toEqual([false, true])
    const theirs = await pack('Care', reply({ rev: 5, body: 'Their words', tags: ['new'] }))
    expect(planPack(theirs, [mine])[0]).toMatchObject({ state: 'conflict', both: ['body'] })
    const [kept] = takenIn(theirs, [mine])
    expect(kept).toMatchObject({ body: 'My words', tags: [], sharedFrom: { origin: 'Care', rev: 1, newer: 5 } })
    const [taken] = takenIn(theirs, [kept!], () => new Set([0]))
    expect(taken).toMatchObject({ body: 'Their words', tags: ['new'], sharedFrom: { rev: 5 } })
    expect([taken?.sharedFrom?.newer, isFork(taken!)]).toEqual([undefined, false])
  })

  test('by a colleague comes home to the one who wrote it, without a question', async () => {
    const author = reply({ owner: 'Ada' })
    const [colleague] = takenIn(await pack('Ada', author), [])
    const theirs = await pack('Grace', saved(colleague!, { body: 'Sorry, better said' }))
    expect(planPack(theirs, [author])[0]).toMatchObject({ state: 'changed', reply: { body: 'Sorry, better said', owner: 'Ada' } })
    const moved = saved(author, { folder: 'Moved' })
    expect(planPack(theirs, [moved])[0]).toMatchObject({ state: 'changed', reply: { body: 'Sorry, better said', folder: 'Moved' } })
  })

  test('on either side alone is never lost, whichever fields it were', async () => {
    const fields = ['title', 'body', 'folder', 'sensitivity', 'signature'] as const
    await fc.assert(
      fc.asyncProperty(fc.subarray([...fields]), fc.subarray([...fields]), async (here, there) => {
        const [mineToo, theirsToo] = [new Set(here), new Set(there)]
        const [first] = takenIn(await pack('Care', reply()), [])
        const mine = saved(first!, Object.fromEntries(here.map((field) => [field, `here ${field}`])))
        const theirs = reply({ rev: 7, ...Object.fromEntries(there.map((field) => [field, `there ${field}`])) })
        const [row] = planPack(await pack('Care', theirs), [mine])
        expect(row?.both ?? []).toEqual(fields.filter((field) => mineToo.has(field) && theirsToo.has(field)))
        for (const field of fields) expect(row?.reply?.[field]).toBe(theirsToo.has(field) ? `there ${field}` : mineToo.has(field) ? `here ${field}` : sharedWordsOf(reply())[field])
      }),
      { numRuns: 100 },
    )
  })
})

test('a trigger that is taken here is another one here', async () => {
  const rival = reply({ id: 'r2' as ReplyId, title: 'Other' })
  expect(planPack(await pack('Care', reply()), [rival])[0]).toMatchObject({ state: 'conflict', held: { id: 'r2' }, reply: { trigger: 'late-2' } })
})
