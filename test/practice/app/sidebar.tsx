/** @jsxImportSource react */
import { useEffect, type FormEvent, type ReactNode } from 'react'
import { peopleAround } from '../feeds.ts'
import { person } from '../people.ts'
import { navigate } from './navigation.ts'
import { arrive, options } from './store.ts'
import { Icon } from './icons.tsx'
import { UserCell } from './user-cell.tsx'
import { useLabels } from './wording.ts'

const suggested = [3, ...peopleAround(options, 3, 90, 12).filter((index) => index > 15 && !person(options, index).followed)].slice(0, 3)
arrive(suggested)

/** X's right column: search and people worth following. */
export function Sidebar(): ReactNode {
  const { words } = useLabels()
  useEffect(() => arrive(suggested), [])
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const query = new FormData(event.currentTarget).get('q')
    if (typeof query === 'string' && query !== '') navigate(`/search?q=${encodeURIComponent(query)}`)
  }
  return (
    <div data-testid="sidebarColumn" className="v sidebar"><div className="v sidebar-inner">
      <form role="search" className="v search-form" onSubmit={search}><Icon name="search" /><input data-testid="SearchBox_Search_Input" name="q" aria-label={words.search} placeholder={words.search} autoComplete="off" className="search-input" /></form>
      <aside role="complementary" aria-label={words.whoToFollow} className="v panel">
        <h2 dir="ltr" role="heading" aria-level={2} className="t title"><span className="s">{words.whoToFollow}</span></h2>
        <ul role="list" className="v plain">{suggested.map((index) => <UserCell key={index} index={index} as="li" bio={false} />)}</ul>
      </aside>
    </div></div>
  )
}
