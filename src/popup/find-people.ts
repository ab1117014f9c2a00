import { ask } from '../contract/ask'
import { isIndexed } from '../features/people/search-index-worker'
import type { SearchAnswer } from '../features/people/search-messages'
import { search } from '../features/people/search-worker'
import { openStore } from '../store/open-store'

/** People whom a search finds, read by this very page: the background writes the index, and need not run for a question to it. */
export async function findPeople(query: string, limit: number): Promise<SearchAnswer> {
  const [answer, indexed] = await Promise.all([openStore().then((store) => search(store, query, limit, Date.now())), isIndexed()])
  if (!indexed) void ask('people/index').catch(() => undefined)
  return { ...answer, isIndexing: !indexed }
}
