/** @jsxImportSource react */
import { useMemo, type ReactNode } from 'react'
import { peopleAround } from '../feeds.ts'
import { personIndexOfId } from '../people.ts'
import { postIndexOfId } from '../posts.ts'
import { Spinner, useLoaded } from './feed.tsx'
import { TitleBar } from './title-bar.tsx'
import { findUser, options } from './store.ts'
import { UserCell } from './user-cell.tsx'
import { VirtualList } from './virtual-list.tsx'
import { useLabels } from './wording.ts'

function PeopleList({ name, people }: { readonly name: string, readonly people: readonly number[] }): ReactNode {
  const { words } = useLabels()
  const { count, more } = useLoaded(name, people.length, (n) => [people[n] ?? 0])
  if (count === 0) return <Spinner />
  return <VirtualList items={people.slice(0, count)} keyOf={(index) => `user-${index}`} label={`${words.timeline}: ${words.followers}`} cache={name} onNearEnd={more} render={(index) => <UserCell index={index} />} />
}

/** Who follows an account, or whom it follows. */
export function FollowPage({ handle, list }: { readonly handle: string, readonly list: string }): ReactNode {
  const { words } = useLabels()
  const user = findUser(handle)
  const index = user ? personIndexOfId(user.id_str) ?? 0 : 0
  const people = useMemo(() => peopleAround(options, index, list === 'following' ? 95 : 96, 120), [index, list])
  return <><TitleBar title={user?.name ?? handle} note={list === 'following' ? words.following : words.followers} /><PeopleList name={`${list}-${index}`} people={people} /></>
}

/** Who liked or reposted a post. */
export function LikersPage({ id, list }: { readonly id: string, readonly list: string }): ReactNode {
  const { action } = useLabels()
  const people = useMemo(() => peopleAround(options, postIndexOfId(id), list === 'likes' ? 97 : 98, 40), [id, list])
  return <><TitleBar title={list === 'likes' ? action.like : action.repost} /><PeopleList name={`${list}-${id}`} people={people} /></>
}
