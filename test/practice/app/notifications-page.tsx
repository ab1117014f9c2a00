/** @jsxImportSource react */
import { useMemo, type MouseEvent, type ReactNode } from 'react'
import { notices, type Notice } from '../feeds.ts'
import { Article } from './article.tsx'
import { Avatar } from './avatar.tsx'
import { Spinner, postOnce, useLoaded } from './feed.tsx'
import { NoticeIcon } from './icons.tsx'
import { navigate } from './navigation.ts'
import { TitleBar } from './title-bar.tsx'
import { peopleOf, postAt } from './post-data.ts'
import { NameText } from './rich-text.tsx'
import { options, useUser } from './store.ts'
import { VirtualList } from './virtual-list.tsx'
import { useLabels } from './wording.ts'

const MOST_FACES = 8

function Face({ index }: { readonly index: number }): ReactNode {
  return <li role="listitem" className="v notice-face"><div className="v"><Avatar user={useUser(index)} size={32} /></div></li>
}

/** Several people who did the same thing, in one row. */
function Aggregate({ notice }: { readonly notice: Extract<Notice, { readonly people: readonly number[] }> }): ReactNode {
  const { words, andOthers } = useLabels()
  const first = useUser(notice.people[0] ?? 1)
  const own = useUser(0)
  const post = postAt(notice.post)
  const others = notice.people.length - 1
  const did = notice.kind === 'follow' ? words.followedYou : notice.kind === 'like' ? words.liked : words.repostedYours
  const open = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a, button')) return
    navigate(notice.kind === 'follow' ? `/${own.screen_name}/followers` : `/${own.screen_name}/status/${post.id}`)
  }
  return (
    <article role="article" tabIndex={0} data-testid="notification" className="v row notice hand" onClick={open}>
      <div className="v notice-side"><NoticeIcon kind={notice.kind} /></div>
      <div className="v grow shrink">
        <ul role="list" className="v row plain notice-faces">{notice.people.slice(0, MOST_FACES).map((index) => <Face key={index} index={index} />)}</ul>
        <div dir="ltr" className="t words"><span className="s"><a href={`/${first.screen_name}`} role="link" className="s bold hand underline"><span className="s"><span dir="auto" className="s"><NameText text={first.name} /></span></span></a> {others > 0 && `${andOthers(others)} `}{did}</span></div>
        {notice.kind !== 'follow' && post.text !== '' && <div dir="auto" className="t words quiet notice-text"><NameText text={post.text} /></div>}
      </div>
    </article>
  )
}

/** What happened around the brand: aggregates, and posts that name it. */
export function NotificationsPage(): ReactNode {
  const { words } = useLabels()
  const all = useMemo(() => notices(options), [])
  const peopleAt = (n: number): readonly number[] => {
    const notice = all[n]
    return notice === undefined ? [] : notice.kind === 'mention' ? peopleOf(postAt(notice.post)) : notice.people
  }
  const { count, more } = useLoaded('notifications', all.length, peopleAt)
  return (
    <>
      <TitleBar title={words.notifications} />
      {count === 0 ? <Spinner /> : (
        <VirtualList items={all.slice(0, count)} keyOf={(notice) => notice.id} label={`${words.timeline}: ${words.notifications}`} cache="notifications" onNearEnd={more}
          render={(notice) => (notice.kind === 'mention' ? <Article post={postOnce(notice.post)} /> : <Aggregate notice={notice} />)} />
      )}
    </>
  )
}
