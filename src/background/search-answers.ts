import type { Answers } from '../contract/answer'
import { isIndexing } from '../features/people/search-index-worker'
import type { SearchQuestions } from '../features/people/search-messages'
import { LONGEST_QUERY } from '../features/people/search-query'
import { MOST_HITS, search } from '../features/people/search-worker'
import { openStore } from '../store/open-store'

/** What the background answers to whoever looks for people. */
export const searchAnswers: Answers<SearchQuestions> = {
  'people/search': {
    shape: toSearch,
    run: async ({ query, limit }) => {
      const [answer, indexing] = await Promise.all([openStore().then((store) => search(store, query, limit, Date.now())), isIndexing()])
      return { ...answer, isIndexing: indexing }
    },
  },
}

/** One letter more than is read, so that a longer search is still told to be too long. */
function toSearch(asked: unknown): { query: string; limit: number } {
  const { query, limit } = (typeof asked === 'object' && asked !== null ? asked : {}) as Readonly<Record<string, unknown>>
  if (typeof query !== 'string') throw new Error('A search needs words.')
  const most = typeof limit === 'number' && Number.isInteger(limit) ? limit : MOST_HITS
  return { query: query.slice(0, LONGEST_QUERY + 1), limit: Math.min(MOST_HITS, Math.max(1, most)) }
}
