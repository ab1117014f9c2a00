import type { Answers } from '../contract/answer'
import { buildSearchIndex } from '../features/people/search-index-worker'
import type { SearchQuestions } from '../features/people/search-messages'

/** What the background does for whoever looks for people: it writes the index that pages read. */
export const searchAnswers: Answers<SearchQuestions> = {
  'people/index': { shape: () => undefined, run: buildSearchIndex },
}
