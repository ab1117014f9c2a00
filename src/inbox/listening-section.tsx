import { SavedSearches } from '../features/x-account/saved-searches'
import { SearchEditor } from '../features/x-account/search-editor'
import { Section } from '../options/section'
import { word } from '../ui/words'
import { newSearch, useListening } from './use-listening'

/** Searches over recent posts; nothing where no account is connected that could ask. */
export function ListeningSection() {
  const [listening, change] = useListening()
  if (!listening || listening.ours.length === 0) return null
  const { searches, ours, onPage } = listening
  return (
    <Section id="listening" title={word('listenTitle')} lead={word('listenLead')}>
      {searches.length > 0 && (
        <SavedSearches
          searches={searches}
          now={Date.now()}
          onSwitch={({ id }, on) => change((searches) => searches.map((search) => (search.id === id ? { ...search, on } : search)))}
          onRemove={({ id }) => change((searches) => searches.filter((search) => search.id !== id))}
        />
      )}
      <SearchEditor ours={ours} onPage={onPage} onSave={(words) => change((searches) => [...searches, newSearch(words)])} />
    </Section>
  )
}
