import { useState } from 'preact/hooks'
import { LONGEST_QUERY, matches, problemsOf, queryOf, type SavedSearch, type SearchProblem } from '../../domain/saved-search'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { wholeOf, word, type WordName } from '../../ui/words'

const PROBLEMS: Readonly<Record<SearchProblem, WordName>> = { 'no words': 'listenNoWords', 'too short': 'listenTooShort', quotes: 'listenQuotes', language: 'listenLanguageWrong', 'too long': 'listenTooLong' }

/** What a new search needs. */
export interface SearchEditorProps {
  /** Our own accounts, of which nothing is to be found. */
  readonly ours: readonly string[]
  /** The words of the posts on the X page that was seen last; undefined where there is none. */
  readonly onPage: readonly string[] | undefined
  readonly onSave: (search: Omit<SavedSearch, 'id' | 'on'>) => void
}

/** A new search: while it is typed it says what X will be asked, whether X takes that, and what of the page that was seen last would be found. */
export function SearchEditor({ ours, onPage, onSave }: SearchEditorProps) {
  const [typed, setTyped] = useState({ name: '', any: '', none: '', lang: '' })
  const search = { any: termsIn(typed.any), none: termsIn(typed.none), lang: typed.lang.trim().toLowerCase() }
  const problems = problemsOf(search, ours)
  const isBegun = typed.any !== ''
  const save = (event: Event): void => {
    event.preventDefault()
    if (problems.length > 0) return
    onSave({ ...search, name: typed.name.trim() || typed.any.slice(0, 60) })
    setTyped({ name: '', any: '', none: '', lang: '' })
  }
  return (
    <form class="stack" onSubmit={save}>
      <div class="two-fields">
        <TextField label={word('listenAny')} hint={word('listenAnyHint')} value={typed.any} maxLength={2000} autoComplete="off" error={isBegun && problems[0] ? word(PROBLEMS[problems[0]]) : undefined} onText={(any) => setTyped({ ...typed, any })} />
        <TextField label={word('listenNone')} value={typed.none} maxLength={2000} autoComplete="off" onText={(none) => setTyped({ ...typed, none })} />
        <TextField label={word('listenName')} value={typed.name} maxLength={60} autoComplete="off" onText={(name) => setTyped({ ...typed, name })} />
        <TextField label={word('listenLanguage')} hint={word('listenLanguageHint')} value={typed.lang} maxLength={3} autoComplete="off" onText={(lang) => setTyped({ ...typed, lang })} />
      </div>
      {isBegun && <Preview query={queryOf(search, ours)} found={onPage?.filter((text) => matches(search, text)).length} of={onPage?.length} />}
      <p>
        <Button kind="primary" type="submit" aria-disabled={problems.length > 0}>
          {word('listenSave')}
        </Button>
      </p>
    </form>
  )
}

function Preview({ query, found, of }: { readonly query: string; readonly found: number | undefined; readonly of: number | undefined }) {
  return (
    <div class="stack small">
      <code class="x-redirect">{query}</code>
      <p class="quiet" role="status">
        {word('listenLength', wholeOf(query.length), wholeOf(LONGEST_QUERY))} {found === undefined || of === undefined ? word('listenNoPage') : word('listenOnPage', wholeOf(found), wholeOf(of))}
      </p>
    </div>
  )
}

function termsIn(text: string): readonly string[] {
  return text.split(/[,;、\n]/).map((term) => term.trim()).filter((term) => term !== '').slice(0, 50)
}
