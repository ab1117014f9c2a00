import { useSyncExternalStore } from 'react'
import { readOptions, type PracticeOptions } from '../options.ts'
import { person, personIndexOfHandle } from '../people.ts'
import { toXUser, type AppState, type XUser } from './state.ts'

const OWN_WORDS = /[?&](?:seed|posts|people|theme|lang|dir|hostile|now|latency|fontSize|pictures|locked)=/

/** The page's own addresses carry no options, so that a reload finds them in the tab's storage. */
function queryOfTab(): string {
  if (OWN_WORDS.test(location.search)) sessionStorage.setItem('practice', location.search)
  return sessionStorage.getItem('practice') ?? ''
}

/** What this tab was opened with. */
export const options: PracticeOptions = readOptions(queryOfTab())

const viewer = toXUser(person(options, 0), options.locked)

let state: AppState = {
  entities: { users: { entities: { [viewer.id_str]: viewer }, fetchStatus: { [viewer.id_str]: 'loaded' } } },
  session: { user_id: viewer.id_str },
  settings: { theme: options.theme, lang: options.lang, dir: options.dir },
  generation: 0, renders: 0, path: location.pathname + location.search,
  counts: {}, liked: {}, bookmarked: {}, expanded: {}, follows: {}, loaded: {}, inserted: [], sent: [], messages: {}, hover: undefined, modal: undefined, menu: undefined,
}

const listeners = new Set<() => void>()

/** The page's store, with the two members that X's has. */
export const store = {
  getState: (): AppState => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => { listeners.delete(listener) }
  },
}

/** Puts new values beside the old ones and tells every component. */
export function update(change: Partial<AppState> | ((state: AppState) => Partial<AppState>)): void {
  state = { ...state, ...(typeof change === 'function' ? change(state) : change) }
  for (const listener of listeners) listener()
}

/** A part of the state, followed by the component. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(state))
}

function putUsers(users: Readonly<Record<string, XUser>>): void {
  update(({ entities }) => ({
    entities: {
      ...entities,
      users: {
        ...entities.users,
        entities: { ...entities.users.entities, ...users },
        fetchStatus: { ...entities.users.fetchStatus, ...Object.fromEntries(Object.keys(users).map((id) => [id, 'loaded'])) },
      },
    },
  }))
}

/** Users come with every answer of the server, before anything of theirs is painted; known ones stay as they are. */
export function arrive(indices: Iterable<number>): void {
  const known = state.entities.users.entities
  const users = [...indices].map((index) => toXUser(person(options, index), options.locked)).filter((user) => !known[user.id_str])
  if (users.length > 0) putUsers(Object.fromEntries(users.map((user) => [user.id_str, user])))
}

/** Changes one user, as X does when somebody takes a new name. */
export function changeUser(id: string, change: Partial<XUser>): void {
  const user = state.entities.users.entities[id]
  if (user) putUsers({ [id]: { ...user, ...change } })
}

/** The user at a place of the pool, followed by the component. */
export function useUser(index: number): XUser {
  const made = person(options, index)
  return useAppState((now) => now.entities.users.entities[made.id]) ?? toXUser(made, options.locked)
}

/** The user with this handle today, if any page has brought one. */
export function findArrived({ entities }: AppState, handle: string): XUser | undefined {
  const wanted = handle.toLowerCase()
  return Object.values(entities.users.entities).find((user) => user.screen_name.toLowerCase() === wanted)
}

/** The user with this handle today: one who has arrived, or one of the pool. */
export function findUser(handle: string): XUser | undefined {
  const arrived = findArrived(state, handle)
  if (arrived) return arrived
  const index = personIndexOfHandle(options, handle)
  if (index === undefined) return undefined
  const user = toXUser(person(options, index), options.locked)
  return state.entities.users.entities[user.id_str] ? undefined : user
}
