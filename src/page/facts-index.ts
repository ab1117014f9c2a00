/** A user as X's state holds it: flat, all of it unproven. */
export interface StateUser {
  readonly screen_name?: unknown
  readonly name?: unknown
  readonly followers_count?: unknown
  readonly friends_count?: unknown
  readonly statuses_count?: unknown
  readonly listed_count?: unknown
  readonly created_at?: unknown
  readonly verified?: unknown
  readonly verified_type?: unknown
  readonly is_blue_verified?: unknown
  readonly protected?: unknown
}

/** X's users by numeric id. Immutable: X replaces the whole object with every change. */
export type StateUsers = Readonly<Record<string, StateUser | undefined>>

/** What is handed over of one user: these twelve fields and nothing else. */
export interface FlatFacts extends StateUser {
  readonly id: string
}

/** The most accounts one question may name. */
export const MOST_WANTED = 100

const LONGEST_NAME = 400

// The page may replace built-ins after us: what is used here was taken before its first script ran.
const { keys } = Object
const lower = Function.prototype.call.bind(String.prototype.toLowerCase) as (text: string) => string
const cut = Function.prototype.call.bind(String.prototype.slice) as (text: string, from: number, to?: number) => string

function steadyMap<V>(): Map<string, V> {
  const map = new Map<string, V>()
  const { get, has, set, clear } = Map.prototype as Map<string, V>
  const size = Object.getOwnPropertyDescriptor(Map.prototype, 'size')!
  return Object.defineProperty(Object.assign(map, { get, has, set, clear }), 'size', size)
}

/**
 * Finds users by "@handle" or id. Ids are looked up; handles need an index, and because enumerating thousands of users
 * is what costs, that is done only when a handle is wanted that no known user has and X has replaced its users since.
 */
export function createFactsIndex(): (users: StateUsers, wanted: readonly unknown[]) => FlatFacts[] {
  const idOf = steadyMap<string>()
  const indexed = steadyMap<StateUser>()
  let scanned: StateUsers | undefined

  /** X adds users at the end, so only as many as have been added are looked at. */
  function scanAdded(users: StateUsers, ids: readonly string[]): void {
    let added = ids.length - indexed.size
    let from = ids.length
    while (from > 0 && added > 0) if (!indexed.has(ids[--from]!)) added--
    for (let at = from; at < ids.length; at++) if (!indexed.has(ids[at]!)) indexUser(users, ids[at]!)
  }

  /** The slow way, for renamed users and for states that were emptied or put together anew. */
  function scanAll(users: StateUsers, ids: readonly string[]): void {
    if (indexed.size > 2 * ids.length) {
      indexed.clear()
      idOf.clear()
    }
    for (let at = 0; at < ids.length; at++) if (indexed.get(ids[at]!) !== users[ids[at]!]) indexUser(users, ids[at]!)
  }

  function indexUser(users: StateUsers, id: string): void {
    const user = users[id]
    if (typeof user?.screen_name !== 'string') return
    indexed.set(id, user)
    idOf.set(lower(user.screen_name), id)
  }

  function idBy(users: StateUsers, handle: string): string | undefined {
    const id = idOf.get(handle)
    const name = id === undefined ? undefined : users[id]?.screen_name
    return typeof name === 'string' && lower(name) === handle ? id : undefined
  }

  function idByHandle(users: StateUsers, handle: string): string | undefined {
    const known = idBy(users, handle)
    if (known !== undefined || scanned === users) return known
    const ids = keys(users)
    scanAdded(users, ids)
    const added = idBy(users, handle)
    if (added !== undefined) return added
    scanAll(users, ids)
    scanned = users
    return idBy(users, handle)
  }

  return (users, wanted) => {
    const found: FlatFacts[] = []
    for (let at = 0; at < wanted.length && at < MOST_WANTED; at++) {
      const name = wanted[at]
      if (typeof name !== 'string') continue
      const id = name[0] === '@' ? idByHandle(users, lower(cut(name, 1))) : name
      const user = id === undefined ? undefined : users[id]
      if (id !== undefined && typeof user?.screen_name === 'string') found[found.length] = flatten(id, user)
    }
    return found
  }
}

function flatten(id: string, user: StateUser): FlatFacts {
  return {
    id,
    screen_name: user.screen_name,
    name: typeof user.name === 'string' ? cut(user.name, 0, LONGEST_NAME) : undefined,
    followers_count: user.followers_count,
    friends_count: user.friends_count,
    statuses_count: user.statuses_count,
    listed_count: user.listed_count,
    created_at: user.created_at,
    verified: user.verified,
    verified_type: user.verified_type,
    is_blue_verified: user.is_blue_verified,
    protected: user.protected,
  }
}
