/** A table as a released version made it. */
interface OldTable {
  readonly keyPath?: string
  readonly indexes: Readonly<Record<string, { readonly keyPath: string | readonly string[]; readonly multiEntry?: boolean }>>
}

type Tables = Readonly<Record<string, OldTable>>

const FIRST: Tables = {
  people: { keyPath: 'id', indexes: { key: { keyPath: 'key' }, xId: { keyPath: 'xId' } } },
  notes: { keyPath: 'id', indexes: { person: { keyPath: 'person' } } },
  contacts: { keyPath: 'id', indexes: { person: { keyPath: 'person' } } },
  journal: { keyPath: 'stamp', indexes: { person: { keyPath: ['person', 'stamp'] } } },
  replies: { keyPath: 'id', indexes: {} },
  drafts: { keyPath: 'place', indexes: {} },
  clock: { indexes: {} },
}
const SECOND: Tables = { ...FIRST, search: { keyPath: 'id', indexes: { words: { keyPath: 'words', multiEntry: true } } } }
const THIRD: Tables = { ...SECOND, journal: { keyPath: 'stamp', indexes: { ...FIRST['journal']!.indexes, import: { keyPath: 'change.import' } } } }

const FOURTH: Tables = {
  ...THIRD,
  people: { keyPath: 'id', indexes: { ...FIRST['people']!.indexes, handles: { keyPath: 'handles', multiEntry: true }, into: { keyPath: 'into' } } },
  notes: { keyPath: 'id', indexes: { ...FIRST['notes']!.indexes, removedAt: { keyPath: 'removedAt' } } },
}

const FIFTH: Tables = {
  ...FOURTH,
  uses: { keyPath: 'id', indexes: { reply: { keyPath: 'reply' }, person: { keyPath: 'person' }, thread: { keyPath: 'thread' } } },
  replyImports: { keyPath: 'id', indexes: {} },
}

const SIXTH: Tables = {
  ...FIFTH,
  journal: { keyPath: 'stamp', indexes: { ...THIRD['journal']!.indexes, into: { keyPath: 'change.into' } } },
}

const SEVENTH: Tables = {
  ...SIXTH,
  search: { keyPath: 'id', indexes: { place: { keyPath: 'place' } } },
  terms: { indexes: {} },
}

const EIGHTH: Tables = {
  ...SEVENTH,
  xAccounts: { keyPath: 'id', indexes: {} },
  xSpending: { keyPath: 'id', indexes: {} },
  mentions: { keyPath: 'id', indexes: { key: { keyPath: 'key' } } },
  xUnknown: { keyPath: 'key', indexes: {} },
}

const NINTH: Tables = {
  ...EIGHTH,
  contacts: { keyPath: 'id', indexes: { ...FIRST['contacts']!.indexes, conversation: { keyPath: 'fields.conversation' } } },
  xFetched: { keyPath: 'id', indexes: {} },
}

/** What every released version's database looked like, written down by hand: version n is at n - 1. */
export const OLD_TABLES: readonly Tables[] = [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH, NINTH]

/** This version's tables, as a newer one would still have them. */
export const LATEST_TABLES: Tables = {
  ...NINTH,
  journal: { keyPath: 'stamp', indexes: { ...SIXTH['journal']!.indexes, people: { keyPath: 'people', multiEntry: true } } },
}

const ADDED = '0mlzvuf5s-0000-a'
const REMOVED = '0mlzvuf5s-0001-a'
const MET = '0mlzvuf5r-0000-a'

/** Rows as those versions wrote them: Ada under her second handle, with a living note and a removed one. */
export const OLD_ROWS: Readonly<Record<string, readonly unknown[]>> = {
  people: [{ id: 'ada', fields: { 'handle:adaold': ['AdaOld', '0mlzvuf5q-0000-a'], 'handle:ada': ['Ada', MET], xId: ['77', MET], 'tag:VIP': [true, ADDED] }, key: 'ada', xId: '77', notes: 1, contacts: 1, lastContact: 5 }],
  notes: [
    { id: 'n1', person: 'ada', fields: { text: ['Prefers the aisle', ADDED], addedAt: [5, ADDED], by: ['Mia', ADDED] } },
    { id: 'n2', person: 'ada', fields: { text: ['Wrong', ADDED], addedAt: [5, ADDED], by: ['Mia', ADDED], removed: [true, REMOVED] } },
  ],
  contacts: [{ id: '9', person: 'ada', fields: { removed: [false, ADDED], url: ['https://x.com/ada/status/9', ADDED], postedAt: [5, ADDED] } }],
  replies: [{ id: 'starter-Thanks', title: 'Thanks', text: 'Hi {first|"there"}, thank you!' }],
  journal: [
    { stamp: MET, person: 'ada', change: { kind: 'person/met', person: 'ada', handle: 'Ada', stamp: MET, at: 5, by: 'Mia' }, was: [null] },
    { stamp: ADDED, person: 'ada', change: { kind: 'note/added', person: 'ada', note: 'n1', text: 'Prefers the aisle', stamp: ADDED, at: 5, by: 'Mia' }, was: [null, null, null] },
  ],
}

/** What version 4 and later wrote besides: the handles of a person, and the moment at which a note went to the bin. */
const LATER_FIELDS: Readonly<Record<string, object>> = { ada: { handles: ['ada', 'adaold'] }, n2: { removedAt: Number.parseInt(REMOVED.slice(0, 9), 36) } }

/** A reply as version 5 and later wrote it. */
const WHOLE_REPLY = {
  id: 'starter-Thanks', title: 'Thanks', trigger: '', aliases: [], body: 'Hi {first|"there"}, thank you!', variants: [], lang: '', langs: {}, folder: '', tags: [],
  scope: { surface: 'both', accounts: [], teams: [], lifecycle: [] }, favourite: false, shared: false, archived: false, sensitivity: '', requiresPersonalLine: false, signature: '', attachments: [], owner: '', created: 0, updated: 0, rev: 0,
}

/** The rows of Ada's database as a version wrote them. */
export function rowsOf(version: number): typeof OLD_ROWS {
  if (version < 4) return OLD_ROWS
  const later = (row: unknown): unknown => Object.assign({}, row, LATER_FIELDS[(row as { readonly id?: string }).id ?? ''])
  const rows = Object.fromEntries(Object.entries(OLD_ROWS).map(([table, rows]) => [table, rows.map(later)]))
  return version < 5 ? rows : { ...rows, replies: [WHOLE_REPLY] }
}

/** Makes the database of an old version by hand. Stands alone, so that it can run in a page of any browser. */
export async function makeOldDatabase(version: number, tables: Tables, rows: Readonly<Record<string, readonly unknown[]>>): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('regulars', version)
    opening.addEventListener('upgradeneeded', () => {
      for (const [name, { keyPath, indexes }] of Object.entries(tables)) {
        const table = opening.result.createObjectStore(name, keyPath === undefined ? {} : { keyPath })
        for (const [index, made] of Object.entries(indexes)) table.createIndex(index, made.keyPath as string, { multiEntry: made.multiEntry === true })
      }
    })
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('The old database could not be made.')))
  })
  const writing = database.transaction(Object.keys(tables), 'readwrite')
  for (const [name, list] of Object.entries(rows)) for (const row of list) writing.objectStore(name).put(row)
  writing.objectStore('clock').put({ ms: 5, count: 0, origin: 'a' }, 'own')
  await new Promise<void>((resolve, reject) => {
    writing.addEventListener('complete', () => resolve())
    writing.addEventListener('abort', () => reject(writing.error ?? new Error('The old rows could not be written.')))
  })
  database.close()
}
