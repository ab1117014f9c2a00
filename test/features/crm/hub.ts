import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { ChangeBody, NoteId, PersonId } from '../../../src/domain/change'
import type { Handle } from '../../../src/domain/handle'
import type { CrmConnection } from '../../../src/domain/crm-connection'
import type { CrmCache } from '../../../src/store/crm-cache'
import type { Store } from '../../../src/store/open-store'

/** A profile with its store, opened with fresh modules: as a browser that just started. */
export async function freshProfile() {
  globalThis.indexedDB = new IDBFactory()
  return restart()
}

/** The same profile in another worker: nothing but the disk is left. */
export async function restart() {
  vi.resetModules()
  const [{ openStore }, { openCrmCache, forgetCrmCache }, { record }, outbox, refreshing, { makeAdapter }] = await Promise.all([
    import('../../../src/store/open-store'),
    import('../../../src/store/crm-cache'),
    import('../../../src/store/journal'),
    import('../../../src/features/crm/outbox-worker'),
    import('../../../src/features/crm/refresh-worker'),
    import('../../../src/remote/make-adapter'),
  ])
  const [store, cache]: [Store, CrmCache] = await Promise.all([openStore(), openCrmCache()])
  const write = (now: number, ...changes: readonly ChangeBody[]) => record(store, { by: 'Mia', now }, () => Promise.resolve(changes))
  return { store, cache, write, makeAdapter, forgetCrmCache, ...outbox, ...refreshing }
}

/** That somebody was met. */
export const met = (handle: string): ChangeBody => ({ kind: 'person/met', person: `person-${handle}` as PersonId, handle: handle as Handle })

/** That a note was added. */
export const noted = (handle: string, id: string, text: string, post?: string): ChangeBody => ({ kind: 'note/added', person: `person-${handle}` as PersonId, note: noteId(id), text, post })

/** A note's id. */
export const noteId = (id: string): NoteId => `00000000-0000-4000-8000-${id.padStart(12, '0')}` as NoteId

/** A connection to a HubSpot at an address. */
export const hubspotAt = (url: string): CrmConnection => ({ kind: 'hubspot', url, user: '', place: '', fields: { handle: 'twitterhandle', id: '', owner: '', tags: '', lifecycle: '', vip: '' }, writes: 'always', since: 0 })
