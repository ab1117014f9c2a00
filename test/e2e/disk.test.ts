import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BrowserKind } from '../../scripts/browser/find-browser.ts'
import type { PersonView } from '../../src/features/people/people-messages'
import { type Practice, startPractice } from '../practice/server.ts'
import { BROWSERS } from './harness/each-browser.ts'
import { chance, pause, SEED } from './harness/killing.ts'
import { launch } from './harness/launch.ts'
import { disagreements, readMemory } from './harness/memory.ts'
import { openAsking, type Outcome } from './harness/our-ask.ts'
import type { Session } from './harness/session.ts'

/** Twenty on the long run, two otherwise. */
const ROUNDS = process.env['REGULARS_LONG'] === undefined ? 2 : 20
const SUBJECT = { handle: 'guest_0' }

describe.each(BROWSERS)(`what lies on the disk (%s, REGULARS_SEED=${SEED})`, (kind) => {
  let practice: Practice
  const hosts = [randomUUID(), randomUUID()]
  const profiles: string[] = []
  beforeAll(async () => void (practice = await startPractice()))
  afterAll(async () => {
    await practice.close()
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  const newProfile = (): string => {
    const profile = mkdtempSync(join(tmpdir(), 'regulars-profile-'))
    profiles.push(profile)
    return profile
  }
  const open = (profile: string): Promise<Session> => launch(kind, { practice, profile, hosts: kind === 'firefox' ? hosts : undefined })
  const notesIn = async (session: Session): Promise<readonly string[]> => {
    const asking = await openAsking(session)
    const { notes } = (await asking.one('people/view', SUBJECT)) as PersonView
    await asking.page.close()
    return notes.map(({ text }) => text)
  }

  it(`R23 keeps every note that was acknowledged before the browser was killed in the middle of saving, ${ROUNDS}/${ROUNDS}`, async () => {
    const profile = newProfile()
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const session = await open(profile)
      const asking = await openAsking(session)
      const saving = (async () => {
        for (let turn = 0; turn < 1_000; turn += 1) {
          const text = `note ${round}.${turn}`
          await asking.one('notes/add', { subject: SUBJECT, note: randomUUID(), text })
          acknowledged.push(text)
        }
      })().catch(() => undefined)
      await pause(400 + chance(round) * 600)
      await session.kill()
      await saving
    }
    const session = await open(profile)
    const held = await notesIn(session)
    const asking = await openAsking(session)
    expect(acknowledged.length).toBeGreaterThan(ROUNDS)
    expect(acknowledged.filter((text) => !held.includes(text))).toEqual([])
    expect(disagreements(await readMemory(asking.page))).toEqual([])
    await session.close()
  }, 60_000 * (ROUNDS + 1))

  it('R12 says that it cannot read what was damaged between two sessions, and never takes it for empty', async () => {
    const profile = newProfile()
    const before = await open(profile)
    const asking = await openAsking(before)
    for (let turn = 0; turn < 50; turn += 1) await asking.one('notes/add', { subject: SUBJECT, note: randomUUID(), text: `note ${turn} ${'x'.repeat(2_000)}` })
    await asking.one('backup/survival', undefined)
    await before.close()
    damage(kind, profile)
    const after = await open(profile)
    const then = await openAsking(after)
    const [seen, survival] = await then.all([{ name: 'people/view', asked: SUBJECT }, { name: 'backup/survival', asked: undefined }])
    expect(toldOf(seen, survival), JSON.stringify({ seen, survival })).toBe(true)
    const options = await after.openExtensionPage('src/options/options.html')
    await options.waitForFunction(() => /was cleared|could not be read/.test(document.querySelector('#data')?.textContent ?? ''), { timeout: 20_000 })
    const backup = await after.openExtensionPage('src/backup/backup.html')
    await backup.waitForFunction(() => /was cleared|could not be read/.test(document.body.textContent ?? ''), { timeout: 20_000 })
    await after.close()
  }, 180_000)
})

/** The browser throws the damaged database away, and that is known as a loss; or it refuses to open it, and then nothing is answered as if there were nothing. */
function toldOf(seen: Outcome | undefined, survival: Outcome | undefined): boolean {
  const isWiped = survival?.gave === 'wiped' && (seen?.gave as PersonView | undefined)?.notes.length === 0
  return isWiped || (seen?.error !== undefined && survival?.error !== undefined)
}

/** Cuts the files in which the browser keeps our tables. Firefox keeps the settings' storage in a like database beside them, which is another matter. */
function damage(kind: BrowserKind, profile: string): void {
  const root = kind === 'chromium' ? join(profile, 'Default', 'IndexedDB') : join(profile, 'storage', 'default')
  if (!existsSync(root)) throw new Error(`There is no ${root}.`)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((file) => statSync(file).isFile() && (kind === 'chromium' ? /\.(ldb|log)$|MANIFEST-/.test(file) && file.includes('chrome-extension') : file.endsWith('.sqlite') && file.includes('moz-extension') && !file.includes('userContextId')))
  if (files.length === 0) throw new Error(`No files of a database in ${root}.`)
  for (const file of files) {
    truncateSync(file, Math.floor(statSync(file).size / 3))
    if (kind === 'firefox') writeFileSync(file, Buffer.alloc(2_048, 7), { flag: 'r+' })
    if (kind === 'firefox') for (const extra of [`${file}-wal`, `${file}-shm`]) if (existsSync(extra)) rmSync(extra)
  }
}
