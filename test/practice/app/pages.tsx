/** @jsxImportSource react */
import { useMemo, type ReactNode } from 'react'
import { listFeed, searchFeed } from '../feeds.ts'
import { ChatPage } from './chat-page.tsx'
import { Feed } from './feed.tsx'
import { HomePage } from './home-page.tsx'
import { NotificationsPage } from './notifications-page.tsx'
import { FollowPage, LikersPage } from './people-page.tsx'
import { PostPage } from './post-page.tsx'
import { ProfilePage } from './profile-page.tsx'
import { readRoute, type Route } from './routes.ts'
import { options } from './store.ts'
import { TitleBar } from './title-bar.tsx'
import { useLabels } from './wording.ts'

function SearchPage({ query }: { readonly query: string }): ReactNode {
  const { words } = useLabels()
  const indices = useMemo(() => searchFeed(options, query), [query])
  return <><TitleBar title={query} /><Feed key={query} name={`search-${query}`} label={`${words.timeline}: ${words.search}`} indices={indices} /></>
}

function ListPage({ id }: { readonly id: string }): ReactNode {
  const { words } = useLabels()
  const indices = useMemo(() => listFeed(options, id), [id])
  return <><TitleBar title="Airport people" /><Feed key={id} name={`list-${id}`} label={`${words.timeline}: ${words.lists}`} indices={indices} /></>
}

function columnOf(route: Route): ReactNode {
  switch (route.page) {
    case 'profile': return <ProfilePage handle={route.handle} />
    case 'people': return <FollowPage key={route.handle + route.list} handle={route.handle} list={route.list} />
    case 'post': return <PostPage key={route.id} id={route.id} />
    case 'likes': return <LikersPage key={route.id + route.list} id={route.id} list={route.list} />
    case 'notifications': return <NotificationsPage />
    case 'search': return <SearchPage query={route.query} />
    case 'list': return <ListPage id={route.id} />
    case 'explore': return <SearchPage query="northwind" />
    case 'unknown': return <TitleBar title="Hmm…this page doesn’t exist." />
    default: return <HomePage />
  }
}

/** The page at an address: the middle column and, except in Chat, what stands beside it. */
export function PageOf({ path, sidebar }: { readonly path: string, readonly sidebar: ReactNode }): ReactNode {
  const route = readRoute(path)
  if (route.page === 'chat') return <ChatPage ids={route.ids} />
  return (
    <div className="v row page-columns">
      <div data-testid="primaryColumn" className="v primary"><div aria-label="Home timeline" tabIndex={0} className="v">{columnOf(route)}</div></div>
      {sidebar}
    </div>
  )
}
