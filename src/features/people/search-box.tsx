import { useRef } from 'preact/hooks'
import type { Subject } from '../../domain/subject'
import { TextField } from '../../ui/field'
import { plural, word, type WordName } from '../../ui/words'
import { SearchResult } from './search-result'
import type { SearchAnswer } from './search-messages'
import type { ProblemKind } from './search-query'

const PROBLEMS: Readonly<Record<ProblemKind, WordName>> = {
  tooLong: 'searchTooLong',
  tooMany: 'searchTooMany',
  unclosed: 'searchUnclosed',
  tagEmpty: 'searchTagEmpty',
  notADay: 'searchNotADay',
  notASpan: 'searchNotASpan',
  notAScore: 'searchNotAScore',
}

/** What is looked for, and what came of it. */
export interface SearchBoxProps {
  readonly query: string
  /** Undefined until there is one. */
  readonly answer: SearchAnswer | undefined
  /** The sentence of what went wrong. */
  readonly failure: string | undefined
  readonly now: number
  readonly autoFocus?: boolean
  readonly colourOf: (tag: string) => string | undefined
  readonly onQuery: (query: string) => void
  readonly onOpen: (subject: Subject) => void
}

/** Finds people: Enter takes the first, the arrows reach the others, Escape empties the field. */
export function SearchBox({ query, answer, failure, now, autoFocus, colourOf, onQuery, onOpen }: SearchBoxProps) {
  const place = useRef<HTMLDivElement>(null)
  const hits = answer?.hits ?? []
  const first = hits[0]?.subject

  function walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.isComposing) return
    const stops = [...(place.current?.querySelectorAll<HTMLElement>('input, .search-hit') ?? [])]
    event.preventDefault()
    stops[stops.indexOf(event.target as HTMLElement) + step]?.focus()
  }

  function press(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Enter' && first) onOpen(first)
    // The first Escape is the field's, the next one closes the card or the popup.
    if (event.key !== 'Escape' || query === '') return
    event.stopPropagation()
    event.preventDefault()
    onQuery('')
  }

  return (
    <div class="stack search" ref={place} onKeyDown={walk}>
      <TextField
        type="search"
        label={word('searchPeople')}
        labelUnseen
        placeholder={word('searchPeople')}
        autocomplete="off"
        spellcheck={false}
        autoFocus={autoFocus}
        value={query}
        error={failure && word('searchFailed', failure)}
        onText={onQuery}
        onKeyDown={press}
      />
      {query !== '' && <p class="small quiet">{word('searchHint')}</p>}
      {(answer?.problems ?? []).map(({ kind, from }) => (
        <p class="small search-problem" key={`${kind} ${from}`}>
          {word(PROBLEMS[kind])}
        </p>
      ))}
      <p class="small quiet" role="status">
        {answer && query.trim() !== '' && sayFound(answer)}
      </p>
      {hits.length > 0 && (
        <ul class="search-hits">
          {hits.map((hit) => (
            <SearchResult key={hit.person} hit={hit} now={now} colourOf={colourOf} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </div>
  )
}

function sayFound({ hits, hasMore, isIndexing }: SearchAnswer): string {
  const found = hits.length === 0 ? word('searchNobody') : hasMore ? word('searchFirst', hits.length) : plural('searchFound', hits.length)
  return isIndexing ? `${found} ${word('searchIndexing')}` : found
}
