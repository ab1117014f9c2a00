import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../src/domain/sha256.ts'
import type { PersonView } from '../../src/features/people/people-messages'
import { type BackupPage, clearDatabase, downloadsTo, openBackupPage, textOf } from './harness/backup-page.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { readMemory } from './harness/memory.ts'
import { type Asking, openAsking } from './harness/our-ask.ts'
import { PAYLOADS } from './hostile-page/payloads.ts'

const ENTRIES = { 'x.com:ida': [{ id: '1', name: 'VIP', colorIndex: 1, notes: 'Met in Rome', createdAt: 1, updatedAt: 1 }] }
const xtag = async (): Promise<string> => {
  const checksum = await sha256(JSON.stringify(ENTRIES, Object.keys(ENTRIES).sort()))
  return `XTAG:${Buffer.from(JSON.stringify({ schemaVersion: 1, platform: 'x.com', checksum, entries: ENTRIES })).toString('base64url')}`
}

/** The same person by every tool, and what is to be known of them. */
const FORMATS: readonly (readonly [string, string | (() => Promise<string>), { readonly tags?: readonly string[]; readonly notes?: readonly string[] }])[] = [
  ['a table', 'handle;tags;note\r\nida;VIP, press;"Prefers ""the"" aisle"\r\n', { tags: ['VIP', 'press'], notes: ['Prefers "the" aisle'] }],
  ['a table without headings', 'https://x.com/ida\n', {}],
  ['vCards', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ida Plane\r\nX-SOCIALPROFILE;type=twitter:https://twitter.com/Ida\r\nCATEGORIES:VIP\r\nNOTE:Likes tea\r\nEND:VCARD\r\n', { tags: ['VIP'], notes: ['Likes tea'] }],
  ['XTagger', xtag, { tags: ['VIP'], notes: ['VIP: Met in Rome'] }],
  ['x-user-note', '{"muteBlockNotes-@ida":"Spam"}', { notes: ['Spam'] }],
  ['twitter-enhanced', '[{"username":"ida","remark":"Met in Rome"}]', { notes: ['Met in Rome'] }],
  ['RES', '{"tag.ida":{"text":"VIP, friend","color":"red"}}', { tags: ['VIP', 'friend'] }],
]

/** A text that catches a reader out takes hundreds or thousands of times as long as an honest one. */
const MOST_TIMES_HONEST = 10

/** Chooses a file of a thousand megabytes, made of one megabyte a thousand times over. */
function chooseGigabyte(): void {
  const megabyte = new Blob(['x,y\n'.repeat(250_000)])
  const file = new File(['handle\n', ...Array.from({ length: 1_000 }, () => megabyte)], 'huge.csv')
  if (file.size < 1_000_000_000) throw new Error(`The file has ${file.size} bytes.`)
  const field = document.querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(field, 'files', { configurable: true, value: [file] })
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

describe('an import', () => {
  eachBrowser('through its page', ({ session }) => {
    let backup: BackupPage
    let asking: Asking
    const view = async (handle: string): Promise<PersonView> => (await asking.one('people/view', { handle })) as PersonView
    const said = async (handle: string) => {
      const { person, notes } = await view(handle)
      return { tags: [...(person?.tags ?? [])].sort(), notes: notes.map(({ text }) => text).sort() }
    }
    const allNotes = async (): Promise<readonly string[]> => (await readMemory(asking.page)).notes.map(({ fields }) => String(fields['text']?.[0])).sort()
    const takeIn = async (count: number): Promise<void> => {
      await backup.press(`Take in ${count}`)
      expect(await backup.outcome()).toContain('Taken in')
    }
    /** What an export hands over to be saved: the end of the one before says the same. */
    const exported = async (as: string, query = ''): Promise<string> => {
      const before = (await backup.saved()).length
      // Puppeteer's fill leaves a field as it is when it is to be empty.
      await backup.page.$eval('#export input', (field, query) => {
        field.value = query
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }, query)
      await backup.press(as)
      await expect.poll(async () => (await backup.saved()).length).toBe(before + 1)
      expect(await backup.outcome()).toContain('Exported')
      return textOf((await backup.saved()).at(-1)!)
    }
    const isPwned = (): Promise<boolean> => backup.page.evaluate(() => document.documentElement.hasAttribute('data-pwned') || document.body.hasAttribute('data-pwned') || document.querySelector('main img:not([src^="moz-extension:"],[src^="chrome-extension:"]), main svg, main script, main iframe') !== null)

    /** How long a list of a megabyte takes that nobody made up to hurt: every other text is measured by that, on the same machine at the same time. */
    const honestTime = async (): Promise<number> => {
      const list = ['handle,note', ...Array.from({ length: 10_000 }, (_none, n) => `guest_${n},${'Asked about the parcel. '.repeat(4)}`)].join('\n')
      const from = Date.now()
      await backup.give('honest.csv', list)
      await backup.page.waitForSelector('.dry-run', { timeout: 60_000 })
      return Date.now() - from
    }

    beforeEach(async () => {
      await clearDatabase(session())
      asking = await openAsking(session())
      await asking.one('backup/accept-loss', undefined)
      backup = await openBackupPage(session())
    })
    afterEach(async () => {
      expect(session().consoleErrors(backup.page)).toEqual([])
      await backup.page.close()
      await asking.page.close()
    })

    it.each(FORMATS)('takes %s in, is the same the second time, and is undone whole', async (_name, content, { tags = [], notes = [] }) => {
      const text = typeof content === 'string' ? content : await content()
      await backup.give('list.txt', text)
      expect((await backup.rows('New: 1'))[0]?.toLowerCase()).toContain('@ida')
      await takeIn(1)
      expect(await said('ida')).toEqual({ tags: [...tags].sort(), notes: [...notes].sort() })
      await backup.give('list.txt', text)
      expect(await backup.rows('Same: 1')).toHaveLength(1)
      await backup.press('Undo this import', 'Undo all of it')
      expect(await backup.outcome()).toContain('Undone')
      expect(await said('ida')).toEqual({ tags: [], notes: [] })
    })

    it('lists what is new, changed, the same and refused, with lines and reasons, and takes only what is chosen', async () => {
      await asking.one('tags/set', { subject: { handle: 'ida' }, tag: 'VIP', on: true })
      await asking.one('notes/add', { subject: { handle: 'bo' }, note: crypto.randomUUID(), text: 'Tea' })
      await backup.give('list.csv', 'handle,id,tags,note\nida,,VIP,\nbo,,,Milk\ncy,,press,\ndee,,,Sugar\nnot a handle,,x,\neve,-5,x,\n')
      expect(await backup.rows('Same: 1')).toEqual([expect.stringContaining('@ida')])
      expect(await backup.rows('Changed: 1')).toEqual([expect.stringMatching(/@bo.*Milk.*line 3/)])
      expect(await backup.rows('Refused: 2')).toEqual([expect.stringMatching(/not a handle.*line 6.*is no handle of X/), expect.stringMatching(/eve.*line 7.*is no account id/)])
      expect(await backup.rows('New: 2')).toHaveLength(2)
      await backup.page.evaluate(() => [...document.querySelectorAll('.dry-run-rows label')].find((row) => row.textContent?.includes('@dee'))?.querySelector('input')?.click())
      await takeIn(2)
      expect([await said('bo'), await said('cy'), (await view('dee')).person]).toEqual([{ tags: [], notes: ['Milk', 'Tea'] }, { tags: ['press'], notes: [] }, undefined])
    })

    it('case 24 shows hostile cells, headings and file names as text, lists what is refused, and case 33 gives every word back through a table that no spreadsheet runs', async () => {
      const quoted = (cell: string): string => `"${cell.replaceAll('"', '""').replaceAll('\0', '')}"`
      const words = [...PAYLOADS.map((payload) => payload.replace(/\p{Surrogate}/gu, '\uFFFD')), '=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1', "'quoted", "'=1"].filter((payload) => payload.length < 9_000)
      const table = ['handle,note,"<img src=x onerror=1>"', ...words.map((word, index) => `guest_${index},${quoted(word)},${quoted(word)}`), ...PAYLOADS.slice(0, 8).map((payload) => `${quoted(payload)},x,x`)].join('\n')
      await backup.give('"><svg onload="document.body.dataset.pwned=1">.csv', table)
      expect(await backup.rows('Refused: 8')).toHaveLength(8)
      expect((await backup.rows('New:')).length).toBeGreaterThan(30)
      expect(await isPwned()).toBe(false)
      await takeIn(words.length)
      const before = await allNotes()
      const csv = await exported('CSV')
      expect(csv.replace(/^\uFEFF/, '').split(/\r\n/).flatMap((line) => line.match(/(?:^|,)"?[=+\-@\t\uFF1D]/g) ?? [])).toEqual([])
      await clearDatabase(session())
      await backup.give('back.csv', csv)
      await takeIn(words.length)
      expect(await allNotes()).toEqual(before)
      expect(JSON.parse(await exported('JSON', 'tag:nobody'))).toEqual({ people: [] })
      const { people } = JSON.parse(await exported('JSON', 'hyperlink')) as { people: readonly { notes: readonly string[] }[] }
      expect(people.map(({ notes }) => notes.some((text) => text.includes('HYPERLINK')))).toEqual([true])
      expect(JSON.parse(await exported('JSON'))).toMatchObject({ people: { length: words.length } })
      expect(await isPwned()).toBe(false)
    })

    it('exports what the user’s own fields say, under the names that they have now', async () => {
      await asking.page.evaluate(() => chrome.storage.local.set({ settings: { fields: [{ name: 'City', label: 'Town', kind: 'text', choices: [] }, { name: 'Size', kind: 'text', choices: [] }] } }))
      await asking.one('fields/set', { subject: { handle: 'ida' }, field: 'City', value: 'Lisbon, Alfama' })
      await asking.one('fields/set', { subject: { handle: 'bo' }, field: 'Born', value: '=1990' })
      const lines = (await exported('CSV')).replace(/^\uFEFF/, '').trim().split('\r\n')
      expect(lines[0]).toBe('handle,id,name,tags,notes,Town,Size,Born')
      expect(lines.slice(1).sort()).toEqual(["bo,,,,,,,'=1990", 'ida,,,,,"Lisbon, Alfama",,'])
      expect(JSON.parse(await exported('JSON', 'lisbon'))).toMatchObject({ people: [{ handle: 'ida', fields: { City: 'Lisbon, Alfama' } }] })
      await asking.page.evaluate(() => chrome.storage.local.remove('settings'))
    })

    it('case 34 refuses in a sentence, quickly and as a whole, what is too large, too wide, too deep, packed or torn', async () => {
      await asking.one('notes/add', { subject: { handle: 'ida' }, note: crypto.randomUUID(), text: 'There' })
      const before = await readMemory(asking.page)
      const zip = { base64: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5_000_000)]).toString('base64') }
      const refused: readonly (readonly [string | { readonly base64: string }, RegExp])[] = [
        [zip, /zip archive/],
        [`handle${',x'.repeat(1_000_000)}\n`, /more than 1000 columns/],
        ['handle,note\nida,"never closed\n', /never closed/],
        [`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /no JSON|no notes/],
        [`handle,note\nida,${'x'.repeat(1_000_000)}\n`, /more than 100000 characters/],
        ['{"a":1,', /no JSON/],
      ]
      const honest = await honestTime()
      for (const [content, reason] of refused) {
        const from = Date.now()
        await backup.give('hostile', content)
        expect(await backup.outcome()).toMatch(reason)
        expect(Date.now() - from).toBeLessThan(MOST_TIMES_HONEST * honest)
        expect(await backup.page.$('.dry-run')).toBeNull()
      }
      await backup.page.evaluate(chooseGigabyte)
      expect(await backup.outcome()).toMatch(/1000 MB; a list may have 200/)
      expect(await readMemory(asking.page)).toEqual(before)
    })

    it('case 34 reads UTF-16, NULs, a mark, doubled keys and __proto__ for what they are', async () => {
      const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('handle,note\nida,Ünder\0way\n', 'utf16le')]).toString('base64')
      await backup.give('list.csv', { base64: utf16 })
      await takeIn(1)
      expect(await said('ida')).toEqual({ tags: [], notes: ['Ünderway'] })
      await backup.give('list.json', '[{"handle":"bo","handle":"cy","note":"Twice"},{"handle":"__proto__","tags":["__proto__"],"__proto__":{"polluted":1}}]')
      await takeIn(2)
      expect([await said('cy'), await said('__proto__'), (await view('bo')).person]).toEqual([{ tags: [], notes: ['Twice'] }, { tags: ['__proto__'], notes: [] }, undefined])
      expect(await backup.page.evaluate(() => ({} as { polluted?: unknown }).polluted)).toBeUndefined()
    })

    it('case 35 reads a megabyte of anything that is pasted without holding the page up for long', async () => {
      const hostile = ['a'.repeat(1_000_000), '"'.repeat(1_000_001), '[{"'.repeat(333_333), `XTAG:${'A'.repeat(1_000_000)}`, `BEGIN:VCARD\n${'X;'.repeat(500_000)}:`, `https://x.com/${'/'.repeat(1_000_000)}`, `@${'a!'.repeat(500_000)}`]
      const honest = await honestTime()
      for (const text of hostile) {
        const from = Date.now()
        await backup.give('paste.txt', text)
        expect(await backup.outcome()).not.toBe('')
        expect(Date.now() - from, text.slice(0, 20)).toBeLessThan(MOST_TIMES_HONEST * honest)
      }
    })
  }, { extraPrefs: downloadsTo(tmpdir()) })
})
