import type { Subject } from '../domain/subject'
import { SearchBox } from '../features/people/search-box'
import type { Searching } from './use-search'

/** What the search needs besides itself. */
export interface SearchPartProps {
  readonly searching: Searching
  readonly autoFocus?: boolean
  readonly colourOf: (tag: string) => string | undefined
  readonly onOpen: (subject: Subject) => void
}

/** The search for people; whoever is opened takes the place of the answer. */
export function SearchPart({ searching, onOpen, ...rest }: SearchPartProps) {
  const open = (subject: Subject): void => {
    searching.setQuery('')
    onOpen(subject)
  }
  const { query, answer, failure, setQuery } = searching
  return <SearchBox query={query} answer={answer} failure={failure} now={Date.now()} onQuery={setQuery} onOpen={open} {...rest} />
}
