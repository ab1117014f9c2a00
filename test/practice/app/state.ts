import type { Direction, Language, Theme } from '../options.ts'
import type { Person } from '../people.ts'
import type { PostCounts } from '../posts.ts'

/** A user as X's own page keeps it: flat, whatever the network answers look like. */
export interface XUser {
  readonly id_str: string
  readonly screen_name: string
  readonly name: string
  readonly description: string
  readonly location: string
  readonly followers_count: number
  readonly friends_count: number
  readonly statuses_count: number
  readonly listed_count?: number
  readonly created_at: string
  readonly verified: boolean
  readonly is_blue_verified: boolean
  readonly verified_type?: 'Business'
  readonly followed_by: boolean
  readonly following: boolean
  readonly protected: boolean
  readonly profile_image_url_https: string
  /** Not X's: chooses the colours of the made-up picture. */
  readonly hue: number
}

/** A post that the visitor has "sent"; it never leaves the page. */
export interface SentPost {
  readonly id: string
  readonly text: string
  readonly createdAt: number
  readonly inReplyTo: string | undefined
}

/** What a hover card is open for. */
export interface Hover {
  readonly handle: string
  readonly x: number
  readonly y: number
  readonly loading: boolean
}

/** Which post's Repost button was pressed, and where the menu stands. */
export interface RepostMenu {
  readonly post: string
  readonly x: number
  readonly y: number
}

/** Everything the page knows. Every change makes new objects along its path, as in X's own store. */
export interface AppState {
  readonly entities: { readonly users: { readonly entities: Readonly<Record<string, XUser>>, readonly fetchStatus: Readonly<Record<string, string>> } }
  readonly session: { readonly user_id: string }
  readonly settings: { readonly theme: Theme, readonly lang: Language, readonly dir: Direction }
  /** Grows when everything has to be made anew. */
  readonly generation: number
  /** Grows when everything has to be rendered again in place. */
  readonly renders: number
  readonly path: string
  readonly counts: Readonly<Record<string, PostCounts>>
  readonly liked: Readonly<Record<string, boolean>>
  readonly bookmarked: Readonly<Record<string, boolean>>
  readonly expanded: Readonly<Record<string, boolean>>
  readonly follows: Readonly<Record<string, boolean>>
  readonly loaded: Readonly<Record<string, number>>
  readonly inserted: readonly number[]
  readonly sent: readonly SentPost[]
  readonly messages: Readonly<Record<string, readonly string[]>>
  readonly hover: Hover | undefined
  readonly modal: { readonly replyTo?: string | undefined, readonly quote?: string } | undefined
  /** The menu of a Repost button. */
  readonly menu: RepostMenu | undefined
}

/** Turns a made-up person into X's own user object. */
export function toXUser(person: Person, locked: string): XUser {
  return {
    id_str: person.id, screen_name: person.handle, name: person.name, description: person.bio, location: person.location,
    followers_count: person.followers, friends_count: person.following, statuses_count: person.posts,
    ...(person.listed === undefined ? {} : { listed_count: person.listed }),
    created_at: new Date(person.createdAt).toISOString(),
    verified: false, is_blue_verified: person.verified !== 'none', ...(person.verified === 'business' ? { verified_type: 'Business' as const } : {}),
    followed_by: person.followsYou, following: person.followed, protected: person.handle === locked,
    profile_image_url_https: '', hue: person.hue,
  }
}
