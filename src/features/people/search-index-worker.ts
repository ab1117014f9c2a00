import browser from 'webextension-polyfill'
import { indexNext } from '../../store/index-people'
import { isNewer, openStore } from '../../store/open-store'

/** So many people get their words in one go: half a block of the lists, each of which is written anew for every lot. A change that comes meanwhile waits for one at most. */
const LOT = 2_048

/** Where the progress is kept. Another name has everybody looked at again. */
const KEY = 'searchIndex2'

interface Progress {
  readonly after?: string
  readonly isDone: boolean
}

let building: Promise<void> | undefined

/** Gives words to people from before there was a search; a stopped background goes on where it was when it is asked again. */
export function buildSearchIndex(): Promise<void> {
  building ??= buildOn().finally(() => (building = undefined))
  return building
}

/** Whether everybody can be found; else some people may be missing from a search yet. */
export async function isIndexed(): Promise<boolean> {
  return (await readProgress()).isDone || isNewer(await openStore())
}

async function buildOn(): Promise<void> {
  let progress = await readProgress()
  while (!progress.isDone) {
    const store = await openStore()
    // What a newer Regulars made is only read; it has words of its own.
    if (isNewer(store)) return
    const after = await indexNext(store, progress.after, LOT)
    progress = after === undefined ? { isDone: true } : { after, isDone: false }
    await browser.storage.local.set({ [KEY]: progress })
  }
}

async function readProgress(): Promise<Progress> {
  const { [KEY]: held } = await browser.storage.local.get(KEY)
  return (held as Progress | undefined) ?? { isDone: false }
}
