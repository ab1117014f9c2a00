import { useEffect, useRef, useState } from 'preact/hooks'
import type { Subject } from '../domain/subject'
import { SearchPart } from '../popup/search-part'
import { useSearch } from '../popup/use-search'
import { Button } from '../ui/button'
import { SearchIcon } from '../ui/icons'
import { word } from '../ui/words'

/** Where somebody else can be found, and opened in this very card. */
export interface CardSearchProps {
  readonly colourOf: (tag: string) => string | undefined
  readonly onOpen: (subject: Subject) => void
}

/** A button in the corner that unfolds the search. Escape folds it again. */
export function CardSearch({ colourOf, onOpen }: CardSearchProps) {
  const [isOpen, setIsOpen] = useState(false)
  const searching = useSearch()
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    setIsOpen(false)
  }
  return (
    <div class="card-search" data-open={isOpen}>
      <Button kind="icon" ref={button} aria-label={word('searchPeople')} title={word('searchPeople')} aria-expanded={isOpen} onClick={() => (searching.setQuery(''), setIsOpen(!isOpen))}>
        <SearchIcon />
      </Button>
      {isOpen && (
        <section aria-label={word('searchPeople')} onKeyDown={leave}>
          <SearchPart searching={searching} autoFocus colourOf={colourOf} onOpen={onOpen} />
        </section>
      )}
    </div>
  )
}
