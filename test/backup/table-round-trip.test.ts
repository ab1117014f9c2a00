import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ImportId } from '../../src/domain/change'
import type { Handle } from '../../src/domain/handle'
import { chosenAtFirst } from '../../src/features/backup/planned-row'

const area: { [key: string]: unknown } = {}
const storage = { get: (key: string) => Promise.resolve({ [key]: area[key] }), set: (held: object) => Promise.resolve(void Object.assign(area, held)) }
const i18n = { getMessage: (name: string, places: readonly string[]) => `${name}: ${places.join()}` }
vi.mock('webextension-polyfill', () => ({ default: { i18n, storage: { session: storage, local: storage } } }))

const silent = () => undefined
const { signal } = new AbortController()
const author = { by: 'Ada', now: Date.UTC(2026, 10, 22), import: '00000000-0000-4000-8000-00000000000a' as ImportId }

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  area['settings'] = { fields: [{ name: 'Shoe size', label: 'Size', kind: 'number', choices: [] }, { name: 'City', kind: 'text', choices: [] }] }
})

it('finds nothing new in the table that it exported, its own fields among it, and refuses what a field cannot hold', async () => {
  const [{ add }, { openStore }, { exportPeople }, { entriesByMapping, readText }, { planList }] = await Promise.all([
    import('../../src/features/backup/backup-worker'),
    import('../../src/store/open-store'),
    import('../../src/backup/export-people'),
    import('../../src/backup/read-file'),
    import('../../src/backup/plan-list'),
  ])
  await add(await openStore(), author, [{ handle: 'Ida' as Handle, tags: ['VIP'], notes: ['Aisle'], fields: [{ name: 'Shoe size', value: '38.5' }, { name: 'City', value: '=Rome' }, { name: 'Defined no longer', value: 'x' }] }])
  const plan = async (text: string) => {
    const table = await readText(text, signal)
    if (table.kind !== 'table') throw new Error('It is no table.')
    return planList(entriesByMapping(table.records, table.mapping), silent, signal, table.fields)
  }
  const text = await (await exportPeople({ as: 'csv', query: '', told: silent, signal })).text()
  expect(text).toContain('handle,id,name,tags,notes,Size,City,Defined no longer')
  expect((await plan(text)).rows.map(({ state }) => state)).toEqual(['same'])
  const changed = await plan(text.replace('38.5', '39'))
  expect([changed.rows.map(({ state, what }) => `${state} ${what}`), chosenAtFirst(changed.rows).size]).toEqual([['changed #VIP · Shoe size: 39 · City: =Rome · Defined no longer: x · Aisle'], 1])
  const refused = await plan(text.replace('38.5', 'large'))
  expect(refused.rows.map(({ state, reason }) => `${state}: ${reason}`)).toEqual(['refused: toldFieldValue: Size,“large”'])
})
