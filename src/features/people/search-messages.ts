import type { PersonCard } from '../../domain/card'
import type { PersonId } from '../../domain/change'
import type { Subject } from '../../domain/subject'
import type { SearchProblem } from './search-query'
import type { Why } from './search-snippet'

/** Somebody whom a search found. */
export interface SearchHit {
  readonly person: PersonId
  /** Undefined while nobody knows their handle: then there is no profile to link and no card to open. */
  readonly subject: Subject | undefined
  readonly name: string | undefined
  readonly card: Omit<PersonCard, 'key'> & { readonly score: number | undefined }
  readonly why: Why | undefined
}

/** What a search gives. */
export interface SearchAnswer {
  /** Best first. */
  readonly hits: readonly SearchHit[]
  /** There may be more than these. */
  readonly hasMore: boolean
  readonly problems: readonly SearchProblem[]
  /** People from before there was a search are still being indexed. */
  readonly isIndexing: boolean
}

/** What our own pages ask of the background for a search: the people themselves they look up alone. */
export interface SearchQuestions {
  /** To go on with the index of people from before there was one. */
  'people/index': () => void
}
