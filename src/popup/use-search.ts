import { useEffect, useState } from 'preact/hooks'
import { reasonOf } from '../contract/reason-of'
import type { SearchAnswer } from '../features/people/search-messages'

const LIMIT = 20

/** A search in progress. */
export interface Searching {
  readonly query: string
  readonly answer: SearchAnswer | undefined
  readonly failure: string | undefined
  readonly setQuery: (query: string) => void
}

/** Looks for people as it is typed. An answer that a later key press overtook is not shown. */
export function useSearch(): Searching {
  const [query, setQuery] = useState('')
  const [held, setHeld] = useState<Pick<Searching, 'answer' | 'failure'>>({ answer: undefined, failure: undefined })
  useEffect(() => {
    if (query.trim() === '') return setHeld({ answer: undefined, failure: undefined })
    let isOld = false
    const take = (found: Partial<Searching>): void => void (isOld || setHeld({ answer: undefined, failure: undefined, ...found }))
    // Comes with the first letter: the card must be there before anybody searches.
    import('./find-people').then(({ findPeople }) => findPeople(query, LIMIT)).then((answer) => take({ answer }), (error: unknown) => take({ failure: reasonOf(error) }))
    return () => void (isOld = true)
  }, [query])
  return { query, setQuery, ...held }
}
