import { TwitterApiReadOnly } from 'twitter-api-v2'
import { fieldsOf } from '../domain/fields-of'
import { type Handle, type PostId, toPostId, type XId } from '../domain/handle'
import { type Missing, toXAccount, toXPost, type XAccount, type XPost } from '../domain/x-data'
import type { Endpoint } from '../domain/x-prices'
import { makeTransport, type Transport } from './x-transport'
import { Told } from '../domain/told'

/** Stands between a call and the network: takes how many things it may bring at most, runs it, and learns how many it brought. */
export type Gate = <Answer>(endpoint: Endpoint, most: number, call: () => Promise<Answer>, brought: (answer: Answer) => number) => Promise<Answer>

/** Accounts that were asked for: those there are, and those X has not, with its reason. */
export interface Accounts {
  readonly accounts: readonly XAccount[]
  readonly missing: readonly Missing[]
}

/** A page of posts with those who wrote them. */
export interface PageOfPosts {
  readonly posts: readonly XPost[]
  readonly accounts: readonly XAccount[]
  /** Whether there are older ones. */
  readonly hasMore: boolean
}

/** Which posts: newer than one, older than another. */
export interface Stretch {
  readonly since?: PostId | undefined
  readonly until?: PostId | undefined
}

/** The most accounts, or posts, that one call takes. */
export const MOST_AT_ONCE = 100

const USERS = { 'user.fields': 'created_at,name,protected,public_metrics,username,verified_type' }
/** By the names of X's description 2.167 of July 2026. */
const POSTS = { ...USERS, 'post.fields': 'conversation_id,created_at,entities,lang,text', max_results: MOST_AT_ONCE }

/** X's interface, read only: there is no call here that posts, likes, follows or writes to anybody. */
export interface XApi {
  readonly me: () => Promise<XAccount>
  readonly usersByHandles: (handles: readonly Handle[]) => Promise<Accounts>
  readonly usersByIds: (ids: readonly XId[]) => Promise<Accounts>
  readonly mentions: (of: XId, stretch: Stretch) => Promise<PageOfPosts>
  readonly ownPosts: (of: XId, stretch: Stretch) => Promise<PageOfPosts>
  readonly search: (query: string, stretch: Stretch) => Promise<PageOfPosts>
  /** Which of these posts are still there for everybody. */
  readonly postsThere: (ids: readonly PostId[]) => Promise<ReadonlySet<PostId>>
}

/** Made when it is needed and not before: the client of an access token, every call of which passes the gate. */
export function makeXApi(token: string, gate: Gate, transport: Transport): XApi {
  const client = new TwitterApiReadOnly(token, { plugins: [makeTransport(transport)] })
  // By the library's own `get`: its client of version 2 has a method for each of 60 endpoints, which a worker would have to read at every start.
  const get = (path: string, query: Record<string, string | number | string[]>): Promise<unknown> => client.get(path, query, { prefix: 'https://api.x.com/2/' })
  const users = async (endpoint: Endpoint, asked: readonly string[], call: () => Promise<unknown>): Promise<Accounts> => {
    const answer = await gate(endpoint, asked.length, call, countOf)
    return { accounts: dataOf(answer).flatMap((one) => toXAccount(one) ?? []), missing: missingIn(answer, asked) }
  }
  const posts = async (endpoint: Endpoint, call: () => Promise<unknown>, by?: XId): Promise<PageOfPosts> => pageOf(await gate(endpoint, MOST_AT_ONCE, call, countOf), by)
  return {
    me: async () => {
      const answer = await gate('me', 1, () => get('users/me', USERS), countOf)
      return toXAccount(fieldsOf(answer)['data']) ?? refuse()
    },
    usersByHandles: (handles) => users('users', handles, () => get('users/by', { ...USERS, usernames: [...handles] })),
    usersByIds: (ids) => users('users', ids, () => get('users', { ...USERS, ids: [...ids] })),
    mentions: (of, stretch) => posts('mentions', () => get(`users/${of}/mentions`, { ...POSTS, expansions: 'author_id', ...bounds(stretch) })),
    ownPosts: (of, stretch) => posts('own posts', () => get(`users/${of}/tweets`, { ...POSTS, expansions: 'in_reply_to_user_id', exclude: 'retweets', ...bounds(stretch) }), of),
    search: (query, stretch) => posts('search', () => get('tweets/search/recent', { ...POSTS, query, expansions: 'author_id', ...bounds(stretch) })),
    postsThere: async (ids) => {
      const answer = await gate('posts', ids.length, () => get('tweets', { ids: [...ids] }), countOf)
      return new Set(dataOf(answer).flatMap((one) => toPostId(fieldsOf(one)['id']) ?? []))
    },
  }
}

/** What access is granted by a login or a refresh. The refresh token is another each time: the one before is worth nothing any more. */
export interface Grant {
  readonly access: string
  readonly refresh: string | undefined
  /** ms since 1970, by our clock. */
  readonly expiresAt: number
  readonly scopes: readonly string[]
}

/** How a public client, which has no secret, comes by its tokens and gives them back. */
export interface XLogin {
  readonly redeem: (code: string, verifier: string, redirect: string) => Promise<Grant>
  readonly refresh: (token: string) => Promise<Grant>
  readonly revoke: (token: string) => Promise<void>
}

/** The logins of the user's own app at X. */
export function makeXLogin(clientId: string, transport: Transport): XLogin {
  const client = new TwitterApiReadOnly({ clientId }, { plugins: [makeTransport(transport)] })
  const granted = ({ accessToken: access, refreshToken: refresh, expiresIn, scope: scopes }: { accessToken: string; refreshToken?: string; expiresIn: number; scope: string[] }): Grant => ({ access, refresh, expiresAt: transport.now() + expiresIn * 1000, scopes })
  return {
    redeem: async (code, codeVerifier, redirectUri) => granted(await client.loginWithOAuth2({ code, codeVerifier, redirectUri })),
    refresh: async (token) => granted(await client.refreshOAuth2Token(token)),
    revoke: (token) => client.revokeOAuth2Token(token, 'refresh_token'),
  }
}

function bounds({ since, until }: Stretch) {
  return { ...(since && { since_id: since }), ...(until && { until_id: until }) }
}

function pageOf(answer: unknown, by: XId | undefined): PageOfPosts {
  const { includes, meta } = fieldsOf(answer)
  return {
    posts: dataOf(answer).flatMap((one) => toXPost(one, by) ?? []),
    accounts: listOf(fieldsOf(includes)['users']).flatMap((one) => toXAccount(one) ?? []),
    hasMore: typeof fieldsOf(meta)['next_token'] === 'string',
  }
}

/** X names what it has not among errors, beside what it has. */
function missingIn(answer: unknown, asked: readonly string[]): readonly Missing[] {
  return listOf(fieldsOf(answer)['errors']).flatMap((error) => {
    const { value, resource_id: id, detail, title } = fieldsOf(error)
    const named = asked.find((one) => one === value || one === id)
    if (named === undefined) return []
    return [{ asked: named, why: /suspend/i.test(`${String(detail)} ${String(title)}`) ? 'suspended' : 'unknown' } as const]
  })
}

function countOf(answer: unknown): number {
  const { data } = fieldsOf(answer)
  return Array.isArray(data) ? data.length : data === undefined ? 0 : 1
}

function dataOf(answer: unknown): readonly unknown[] {
  return listOf(fieldsOf(answer)['data'])
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function refuse(): never {
  throw new Told('toldXNobody')
}
