import { beforeEach, expect, it, vi } from 'vitest'
import { readEverything } from '../../src/backup/read-everything'
import type { RestorePlan } from '../../src/backup/plan-restore'
import { restoreSettings } from '../../src/backup/take-in'
import { readXSettings, writeXSettings } from '../../src/settings/x-settings'
import type { Store } from '../../src/store/open-store'

const area: { [key: string]: unknown } = {}
const asked: string[] = []
vi.mock('webextension-polyfill', () => ({
  default: { i18n: { getMessage: (name: string) => name, getUILanguage: () => 'en' }, storage: { local: { get: (key: string) => Promise.resolve({ [key]: area[key] }), set: (held: object) => Promise.resolve(void Object.assign(area, held)) } } },
}))
vi.mock('../../src/contract/ask', () => ({ ask: (question: string) => Promise.resolve(void asked.push(question)) }))

beforeEach(() => {
  for (const key of Object.keys(area)) delete area[key]
  asked.length = 0
})

const saved = async (): Promise<Readonly<Record<string, unknown>>> => {
  const empty = { getAll: () => Promise.resolve([]) } as unknown as Store
  for await (const { table, rows } of readEverything(empty, () => undefined)) if (table === 'settings') return JSON.parse(JSON.stringify(rows[0])) as Readonly<Record<string, unknown>>
  throw new Error('There are no settings in the backup.')
}
const restore = (settings: Readonly<Record<string, unknown>>): Promise<void> => restoreSettings({ settings } as RestorePlan)

it('of what X’s interface may cost and what is listened for go into a backup and come back, and nothing of the access', async () => {
  const searches = [{ id: 's1', name: 'us', any: ['northwind air'], none: [], lang: '', on: true }]
  await writeXSettings({ pollMinutes: 7, caps: { month: 3_000_000, slowFrom: 2_000_000 }, searches })
  const settings = await saved()
  expect(Object.keys(settings['x'] as object).toSorted()).toEqual(['caps', 'pollMinutes', 'prices', 'searches'])
  delete area['x settings']
  await restore(settings)
  expect(await readXSettings()).toMatchObject({ pollMinutes: 7, caps: { month: 3_000_000, slowFrom: 2_000_000 }, searches })
  expect(asked).toEqual(['x/listen'])
})

it('are left as they are by a backup of before, which has none', async () => {
  await writeXSettings({ pollMinutes: 9 })
  const { x: _x, ...before } = await saved()
  await restore(before)
  expect((await readXSettings()).pollMinutes).toBe(9)
  expect(asked).toEqual([])
})
