import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonView } from '../../src/features/people/people-messages'
import { type BackupPage, clearDatabase, downloadsTo, openBackupPage, textOf } from './harness/backup-page.ts'
import { eachBrowser } from './harness/each-browser.ts'
import { type Memory, readMemory } from './harness/memory.ts'
import { type Asking, openAsking } from './harness/our-ask.ts'

const SECRET = 'SECRETTOKEN'
const note = (end: number): string => `00000000-0000-4000-8000-00000000000${end}`

describe('a backup', () => {
  eachBrowser('through its page', ({ session }) => {
    let backup: BackupPage
    let asking: Asking
    const view = async (handle: string): Promise<PersonView> => (await asking.one('people/view', { handle })) as PersonView
    const notesOf = async (handle: string): Promise<readonly string[]> => (await view(handle)).notes.map(({ text }) => text)
    const reopen = async (): Promise<void> => {
      await backup.page.close()
      backup = await openBackupPage(session())
    }
    const says = (words: string) => backup.page.waitForFunction((words) => document.body.textContent?.includes(words), {}, words)
    const save = async (passphrase = ''): Promise<string> => {
      const before = (await backup.saved()).length
      await backup.page.locator('#save input[type=password]').fill(passphrase)
      await backup.press('Save a backup')
      expect(await backup.outcome()).toContain('Saved and read back')
      const files = await backup.saved()
      expect(files).toHaveLength(before + 1)
      return files.at(-1)!
    }

    beforeEach(async () => {
      await clearDatabase(session())
      asking = await openAsking(session())
      await asking.one('backup/accept-loss', undefined)
      await asking.one('notes/add', { subject: { handle: 'ada_l', xId: '77' }, note: note(1), text: 'Prefers the aisle' })
      await asking.one('tags/set', { subject: { handle: 'ada_l' }, tag: 'VIP', on: true })
      await asking.one('notes/add', { subject: { handle: 'bo_lake' }, note: note(2), text: 'Drinks tea' })
      await asking.one('backup/survival', undefined)
      await session().evaluateInBackground((secret) => chrome.storage.local.set({ crmToken: secret }), SECRET)
      backup = await openBackupPage(session())
    })
    afterEach(async () => {
      expect(session().consoleErrors(backup.page)).toEqual([])
      await backup.page.close()
      await asking.page.close()
    })

    it('R28 is made, encrypted, read back, restored after the data was cleared, and that is undone whole', async () => {
      const plain = textOf(await save())
      expect(JSON.parse(plain)).toMatchObject({ format: 'regulars-backup', counts: { journal: 5 } })
      expect(plain).toContain('Prefers the aisle')
      expect(plain).not.toContain(SECRET)
      const sealed = await save('correct horse')
      expect(textOf(sealed)).not.toContain('aisle')
      const before = await readMemory(asking.page)

      await clearDatabase(session())
      await reopen()
      await backup.page.waitForFunction(() => document.body.textContent?.includes('Your data was cleared'))
      expect(await backup.text()).toMatch(/The last backup was made .*, with 5 entries/)
      expect(await notesOf('ada_l')).toEqual([])
      await backup.press('Bring back a backup')
      await says('Step 1 of 3')
      await backup.give('anything.bin', { base64: sealed })
      expect(await backup.outcome()).toContain('encrypted')
      await backup.page.locator('#import input[type=password]').fill('wrong horse')
      await backup.press('Open')
      expect(await backup.outcome()).toContain('does not open the file')
      await backup.page.locator('#import input[type=password]').fill('correct horse')
      await backup.press('Open')
      expect(await backup.rows('New: 2')).toEqual([expect.stringContaining('@ada_l'), expect.stringContaining('@bo_lake')])
      await says('Step 2 of 3')
      await backup.press('Take in 2')
      expect(await backup.outcome()).toContain('Taken in: 5')
      await says('Everything that you chose is back')
      expect(comparable(await readMemory(asking.page))).toEqual(comparable(before))
      await reopenAndUndo()

      async function reopenAndUndo(): Promise<void> {
        await backup.press('Undo this import', 'Undo all of it')
        expect(await backup.outcome()).toContain('Undone: 5')
        expect([await notesOf('ada_l'), (await view('ada_l')).person?.tags ?? []]).toEqual([[], []])
        await reopen()
        await backup.page.waitForFunction(() => document.body.textContent?.includes('Last backup that was checked'))
        expect(await backup.text()).not.toContain('Your data was cleared')
      }
    })

    it('finds the newest backup in a folder that is picked anew, where the browser has folders', async () => {
      const plain = await save()
      await clearDatabase(session())
      await reopen()
      await says('Your data was cleared')
      await backup.press('Bring back a backup')
      await says('Step 1 of 3')
      if (session().kind !== 'chromium') return expect(await backup.text()).not.toContain('Find the newest')
      await backup.page.evaluate(async (base64) => {
        const picked = await (await navigator.storage.getDirectory()).getDirectoryHandle(`picked ${Math.random()}`, { create: true })
        for (const [name, text] of [['regulars-auto-2026-01-01-00-00-00.json', '{}'], ['mine.json', '{}'], ['regulars-2026-01-02.json', atob(base64)]] as const) {
          const writing = await (await picked.getFileHandle(name, { create: true })).createWritable()
          await writing.write(text)
          await writing.close()
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        Object.assign(globalThis, { showDirectoryPicker: () => Promise.resolve(picked) })
      }, plain)
      await backup.press('Find the newest in a folder')
      expect(await backup.rows('New: 2')).toHaveLength(2)
      await backup.press('Take in 2')
      expect(await backup.outcome()).toContain('Taken in: 5')
      await backup.press('Done')
      await backup.page.waitForSelector('#save')
      expect(await notesOf('bo_lake')).toEqual(['Drinks tea'])
    })

    it('shows row by row what is new, changed and the same, and takes what is chosen', async () => {
      await asking.one('notes/add', { subject: { handle: 'cy_moss' }, note: note(3), text: 'Calls on Mondays' })
      const file = await save()
      await clearDatabase(session())
      await asking.one('notes/add', { subject: { handle: 'dee' }, note: note(4), text: 'Here meanwhile' })
      await backup.give('first.json', { base64: file })
      expect(await backup.rows('New: 3')).toHaveLength(3)
      await backup.press('Choose none of these')
      await backup.page.evaluate(() => [...document.querySelectorAll('.dry-run-rows label')].find((row) => row.textContent?.includes('@ada_l'))?.querySelector('input')?.click())
      await backup.press('Take in 1')
      expect(await backup.outcome()).toContain('Taken in')
      const person = (await readMemory(asking.page)).people.find(({ key }) => key === 'ada_l')
      await asking.one('notes/remove', { person: person?.id, note: note(1) })
      expect([await notesOf('ada_l'), await notesOf('bo_lake'), await notesOf('dee')]).toEqual([[], [], ['Here meanwhile']])
      await backup.give('first.json', { base64: file })
      expect(await backup.rows('Same: 1')).toEqual([expect.stringContaining('@ada_l')])
      expect(await backup.rows('New: 2')).toHaveLength(2)
      await backup.press('Take in 2')
      expect(await backup.outcome()).toContain('Taken in')
      expect([await notesOf('ada_l'), await notesOf('bo_lake'), await notesOf('cy_moss')]).toEqual([[], ['Drinks tea'], ['Calls on Mondays']])
    })

    it('R29 is refused as a whole where anything in it is damaged, and nothing changes', async () => {
      const whole = textOf(await save())
      const before = await readMemory(asking.page)
      const damages: readonly (readonly [string, string])[] = [
        [whole.replace('Prefers the aisle', 'Prefers the isle!'), 'checksum'],
        [whole.slice(0, whole.length - 120), 'Line'],
        [whole.replace('"journal":5', '"journal":4'), 'should hold'],
        [whole.replace('"kind":"note/added"', '"kind":"note/burned"'), 'no change of the kind'],
        [whole.replace(/"version":\d+/, '"version":99'), 'newer Regulars'],
        [whole.replace('{"table":"journal"', '{"__proto__":{"x":1},"table":"journal"'), '__proto__'],
      ]
      for (const [text, reason] of damages) {
        await backup.give('damaged.json', text)
        expect(await backup.outcome()).toContain(reason)
        expect(await backup.page.$('.dry-run')).toBeNull()
      }
      expect(await readMemory(asking.page)).toEqual(before)
    })

    it('R11 is asked for after the database was deleted under us, and once more after something new was begun', async () => {
      await clearDatabase(session())
      await asking.one('notes/add', { subject: { handle: 'dee' }, note: note(5), text: 'Begun anew' })
      await session().killBackground()
      await reopen()
      await backup.page.waitForFunction(() => document.body.textContent?.includes('Your data was cleared'))
      const options = await session().openExtensionPage('src/options/options.html')
      await options.waitForFunction(() => document.querySelector('#data')?.textContent?.includes('Your data was cleared'))
      await options.close()
      await backup.press('Go on without it')
      await backup.page.waitForFunction(() => !document.body.textContent?.includes('Your data was cleared'))
      expect(await notesOf('dee')).toEqual(['Begun anew'])
    })
  }, { extraPrefs: downloadsTo(tmpdir()) })
})

/** A restored journal says in addition by which import it came. */
function comparable({ people, notes, journal, drafts }: Memory) {
  return { people, notes, drafts, journal: journal.map(({ stamp, person, change: { import: _import, ...change } }) => ({ stamp, person, change })) }
}
