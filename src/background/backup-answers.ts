import type { Answers } from '../contract/answer'
import { announce } from '../contract/announce'
import type { ImportId } from '../domain/change'
import { toStamp } from '../domain/clock'
import { type HandleKey, toXId } from '../domain/handle'
import type { BackupQuestions } from '../features/backup/backup-messages'
import { toImportId, toList, toPutBack } from '../features/backup/backup-question'
import { add, join, putBack, receive } from '../features/backup/backup-worker'
import { acceptLoss, survival } from '../features/backup/canary-worker'
import { toChange } from '../features/backup/change-shape'
import { toImportRows } from '../features/backup/import-row'
import { repair } from '../features/backup/repair-worker'
import { undoImport } from '../features/backup/undo-import-worker'
import { readSettings } from '../settings/settings'
import type { Author } from '../store/journal'
import { openStore } from '../store/open-store'

/** What the background answers about backup and import. */
export const backupAnswers: Answers<BackupQuestions> = {
  'backup/receive': {
    shape: (asked) => ({ id: toImportId(asked), changes: toList(asked, 'changes').map((change) => toChange(change, Date.now())) }),
    run: async ({ id, changes }) => {
      const received = await receive(await openStore(), id, changes, Date.now())
      return { changes: await told(received), colliding: received.colliding }
    },
  },
  'backup/join': {
    shape: (asked) => ({ id: toImportId(asked), ids: toList(asked, 'ids').flatMap((xId) => toXId(xId) ?? []) }),
    run: async ({ id, ids }) => {
      const { keys, rows } = await join(await openStore(), await authorOf(id), ids)
      return told({ keys, changes: rows.length })
    },
  },
  'backup/add': {
    shape: (asked) => ({ id: toImportId(asked), rows: toImportRows(toList(asked, 'rows')) }),
    run: async ({ id, rows }) => told(await add(await openStore(), await authorOf(id), rows)),
  },
  'backup/put-back': {
    shape: toPutBack,
    run: async (held) => putBack(await openStore(), held),
  },
  'backup/undo': {
    shape: (asked) => ({ id: toImportId(asked), before: toStamp((asked as { readonly before?: unknown }).before) }),
    run: async ({ id, before }) => {
      const { keys, ...undone } = await undoImport(await openStore(), await authorOf(), id, before)
      await told({ keys, changes: undone.undone })
      return undone
    },
  },
  'backup/survival': { shape: () => undefined, run: async () => survival(await openStore()) },
  'backup/repair': { shape: () => undefined, run: repair },
  'backup/accept-loss': { shape: () => undefined, run: async () => acceptLoss(await openStore()) },
}

async function authorOf(id?: ImportId): Promise<Author> {
  const { myName, myInitials } = await readSettings()
  return { by: myName || myInitials, now: Date.now(), ...(id && { import: id }) }
}

async function told({ keys, changes }: { readonly keys: readonly HandleKey[]; readonly changes: number }): Promise<number> {
  if (keys.length > 0) await announce({ announce: 'people/changed', keys }).catch(() => undefined)
  return changes
}
