import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { ask } from '../contract/ask'
import type { SavedSearch } from '../domain/saved-search'
import type { Heard } from '../features/x-account/heard'
import type { HeardSearch } from '../features/x-account/saved-searches'
import { readTexts, TEXTS_ON_PAGE } from '../page/texts-on-page'
import { readXSettings, writeXSettings } from '../settings/x-settings'
import { newId } from '../store/new-id'
import { openStore } from '../store/open-store'

const EVERY = 3000

/** What is listened for. */
export interface Listening {
  readonly searches: readonly HeardSearch[]
  /** Our connected accounts; without one there is nobody to ask. */
  readonly ours: readonly string[]
  /** The words of the posts on the X page that was seen last; undefined where there is none. */
  readonly onPage: readonly string[] | undefined
}

/** Follows the saved searches and what they found; undefined until it is read. */
export function useListening(): readonly [Listening | undefined, (change: (searches: readonly SavedSearch[]) => readonly SavedSearch[]) => void] {
  const [listening, setListening] = useState<Listening>()
  const look = (): Promise<void> => read().then(setListening, console.error)
  useEffect(() => {
    void look()
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), EVERY)
    return () => clearInterval(timer)
  }, [])
  const change = (to: (searches: readonly SavedSearch[]) => readonly SavedSearch[]): void => void save(to).then(look, console.error)
  return [listening, change]
}

/** A search that is not switched on yet. */
export function newSearch(words: Omit<SavedSearch, 'id' | 'on'>): SavedSearch {
  return { ...words, id: newId(Date.now()), on: false }
}

async function save(to: (searches: readonly SavedSearch[]) => readonly SavedSearch[]): Promise<void> {
  const { searches } = await readXSettings()
  await writeXSettings({ searches: [...to(searches)] })
  await ask('x/listen')
}

async function read(): Promise<Listening> {
  const [{ searches }, connections, heard, onPage] = await Promise.all([readXSettings(), openStore().then((store) => store.getAll('xAccounts')), browser.storage.session.get(), textsInFront()])
  return { searches: searches.map((search) => ({ search, heard: heard[`heard ${search.id}`] as Heard | undefined })), ours: connections.map(({ handle }) => handle), onPage }
}

/** The words on the X page that the user saw last: this page is in front of it now. */
async function textsInFront(): Promise<readonly string[] | undefined> {
  const tabs = await browser.tabs.query({ url: ['https://x.com/*'] })
  const [tab] = tabs.toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))
  if (tab?.id === undefined) return undefined
  const [found] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: readTexts, args: [TEXTS_ON_PAGE] }).catch(() => [])
  return Array.isArray(found?.result) ? (found.result as readonly string[]) : undefined
}
