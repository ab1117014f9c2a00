import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Handle, PostId, XId } from '../../src/domain/handle'
import { type Gate, makeXApi, makeXLogin, type XApi } from '../../src/remote/x-api'
import { challenge, codeIn } from '../../src/remote/x-oauth'
import { XRefused } from '../../src/remote/x-refused'
import type { Limits } from '../../src/remote/x-transport'
import { type Fault, XDouble } from '../x-api/double'
import { serveDouble } from '../x-api/serve-double'
import description from '../x-api/x-calls.openapi.json' with { type: 'json' }
import { inEnglish, saying } from '../in-english'

const HOUR = 3_600_000
const NOW = Date.now()
const SPEC = resolve(import.meta.dirname, '../../../shared/specs/x-api-2.167-cut.json')

let double: XDouble
let server: Awaited<ReturnType<typeof serveDouble>>
let api: XApi
const limits: Limits = new Map()
const gated: (readonly [string, number, number])[] = []
const gate: Gate = async (endpoint, most, call, brought) => {
  const answer = await call()
  gated.push([endpoint, most, brought(answer)])
  return answer
}

beforeAll(async () => {
  double = new XDouble()
  server = await serveDouble(double)
  api = makeXApi(double.appToken(), gate, { fetch: server.fetch, now: () => NOW, limits })
  const brand = double.world.add('brand')
  const ana = double.world.add('ana')
  const gone = double.world.add('gone', { suspended: true })
  const question = double.world.say(ana, '@brand @other where is it?', NOW - HOUR)
  double.world.say(brand, '@ana on its way', NOW - HOUR / 2, { answers: question.id, conversation: question.id })
  double.world.say(gone, '@brand hi', NOW - HOUR)
  for (let nth = 0; nth < 250; nth += 1) double.world.say(ana, `thanks @brand ${nth}`, NOW - 2 * HOUR - nth * 1000)
})
afterAll(() => server.close())
afterEach(() => {
  expect(double.violations).toEqual([])
  gated.length = 0
})

const brandId = '1000' as XId

describe('asking X', () => {
  it('tells accounts by handle and by id, and which of them are not there, and why', async () => {
    const { accounts, missing } = await api.usersByHandles(['Brand', 'ana', 'gone', 'nobody'] as unknown as Handle[])
    expect(accounts.map(({ handle, followers, posts }) => [handle, followers, posts])).toEqual([['brand', 100, 1000], ['ana', 100, 1000]])
    expect(missing).toEqual([{ asked: 'gone', why: 'suspended' }, { asked: 'nobody', why: 'unknown' }])
    const byId = await api.usersByIds(['1001', '999'] as XId[])
    expect([byId.accounts.length, byId.missing]).toEqual([1, [{ asked: '999', why: 'unknown' }]])
    expect(gated).toEqual([['users', 4, 2], ['users', 2, 1]])
  })

  it('pages through mentions by what was seen last, each once, in as few calls as there can be', async () => {
    const before = double.calls.length
    const seen: PostId[] = []
    for (let until: PostId | undefined, more = true; more; ) {
      const page = await api.mentions(brandId, { until })
      seen.push(...page.posts.map(({ id }) => id))
      until = seen.at(-1)
      more = page.hasMore
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(251)
    expect(double.calls.length - before).toBe(3)
  })

  it('says of a post whom it addresses, whose post it answers, and what it belongs to', async () => {
    const { posts, accounts } = await api.ownPosts(brandId, {})
    expect(posts[0]).toMatchObject({ author: '1000', answersAccount: '1001', mentions: ['ana'], leading: 1, isRepost: false })
    expect(accounts.map(({ handle }) => handle)).toEqual(['ana'])
    const { posts: [question] } = await api.search('where is it', {})
    expect(question).toMatchObject({ mentions: ['brand', 'other'], leading: 2 })
  })

  it('tells which posts are still there', async () => {
    const [one, other] = double.world.posts.slice(5, 7)
    other!.gone = true
    expect(await api.postsThere([one!.id, other!.id] as PostId[])).toEqual(new Set([one!.id]))
  })

  it('reads the limits by our own clock', () => {
    const limit = [...limits.values()].at(-1)
    expect(limit?.left).toBe(899)
    expect(Math.abs((limit?.resetAt ?? 0) - NOW - 900_000)).toBeLessThan(30_000)
  })

  it('asks for at most a hundred accounts', async () => {
    const many = Array.from({ length: 101 }, (_, nth) => `user${nth}`) as unknown as Handle[]
    await expect(api.usersByHandles(many)).rejects.toMatchObject({ status: 400 })
    expect(double.violations.splice(0)).toHaveLength(1)
    expect((await api.usersByHandles(many.slice(1))).missing).toHaveLength(100)
  })
})

describe('what X refuses', () => {
  const refused = async (fault: Fault): Promise<XRefused> => {
    double.faults.set('usersByHandles', [fault])
    const error: unknown = await api.usersByHandles(['ana'] as unknown as Handle[]).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(XRefused)
    return error as XRefused
  }

  it.each([401, 403, 404, 429, 500, 503])('is told by its status %d', async (status) => expect(await refused({ status })).toMatchObject({ status }))

  it('is put off until the moment that X names, whatever our clock says', async () => {
    const theirs = NOW + 10 * HOUR
    const headers = { 'x-rate-limit-reset': String(Math.floor(theirs / 1000) + 60), date: new Date(theirs).toUTCString() }
    expect(Math.abs(((await refused({ status: 429, headers })).notBefore ?? 0) - NOW - 60_000)).toBeLessThan(2000)
  })

  it('is no answer: a page of HTML, half an answer, words that are no JSON, a connection that broke', async () => {
    expect(inEnglish(await refused({ status: 503, body: '<html><script>alert(1)</script></html>' })).message).toBe('X answered with 503.')
    for (const fault of [{ status: 200, body: '{"data":[' }, 'drop', 'cut'] as const) expect((await refused(fault)).status).toBeUndefined()
  })

  it('never says what was sent', async () => {
    const error = await refused({ status: 401, body: JSON.stringify({ title: 'Unauthorized', detail: `Token ${double.appToken()} is bad` }) })
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain('SECRETTOKEN')
  })
})

describe('logging in', () => {
  const login = () => makeXLogin('client-1', { fetch: server.fetch, now: () => NOW })
  const redirect = 'https://somewhere.chromiumapp.org/x'

  it('redeems a code by PKCE, refreshes with a new token each time, and gives it back', async () => {
    const asked = await challenge('client-1', redirect)
    const back = double.agree(double.world.named('brand')!, new URL(asked.link))
    const grant = await login().redeem(codeIn(back.href, asked), asked.verifier, redirect)
    expect(grant).toMatchObject({ expiresAt: NOW + 7_200_000, scopes: ['tweet.read', 'users.read', 'offline.access'] })
    expect((await makeXApi(grant.access, gate, { fetch: server.fetch, now: () => NOW }).me()).handle).toBe('brand')
    const next = await login().refresh(grant.refresh ?? '')
    expect(next.refresh).not.toBe(grant.refresh)
    await expect(login().refresh(grant.refresh ?? '')).rejects.toMatchObject({ status: 400 })
    await login().revoke(next.refresh ?? '')
    expect(double.revoked.has(next.refresh ?? '')).toBe(true)
  })

  it('takes no answer of another login, and no refusal for one', async () => {
    const asked = await challenge('client-1', redirect)
    const back = double.agree(double.world.named('brand')!, new URL(asked.link))
    expect(saying(() => codeIn(back.href, { ...asked, state: 'another' }))).toThrow('does not belong')
    expect(saying(() => codeIn(`${redirect}?error=access_denied`, asked))).toThrow('not allowed')
    await expect(login().redeem(codeIn(back.href, asked), 'a'.repeat(43), redirect)).rejects.toMatchObject({ status: 400 })
  })
})

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[]; readonly security?: readonly object[] }>>>>
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Readonly<Record<string, unknown>> & { readonly items?: Readonly<Record<string, unknown>> }
}

describe.skipIf(!existsSync(SPEC))('our own description of the calls (compared with that of X where its description is at hand)', () => {
  const theirs = existsSync(SPEC) ? (JSON.parse(readFileSync(SPEC, 'utf8')) as Described & { readonly components: { readonly parameters: Readonly<Record<string, Parameter>> } }) : undefined
  const resolved = (parameter: Parameter & { readonly $ref?: string }): Parameter | undefined => (parameter.$ref ? theirs?.components.parameters[parameter.$ref.split('/').at(-1) ?? ''] : parameter)
  const ours = description as unknown as Described
  const read = Object.entries(ours.paths).filter(([path]) => !path.includes('oauth2'))

  it.each(read)('asks %s as X describes it', (path, methods) => {
    const described = theirs?.paths[path]?.['get']?.parameters?.flatMap((parameter) => resolved(parameter) ?? []) ?? []
    expect(described).not.toEqual([])
    for (const parameter of methods['get']?.parameters ?? []) {
      const known = described.find((one) => one.name === parameter.name)
      expect(known, parameter.name).toBeDefined()
      const allowed = known?.schema.items?.['enum'] as readonly string[] | undefined
      if (allowed) expect(allowed).toEqual(expect.arrayContaining(parameter.schema.items?.['enum'] as string[]))
      for (const bound of ['minimum', 'maximum', 'maxItems', 'maxLength']) if (parameter.schema[bound] !== undefined) expect(parameter.schema[bound]).toBe(known?.schema[bound])
    }
    expect(described.filter(({ required }) => required).map(({ name }) => name)).toEqual(methods['get']?.parameters?.filter(({ required }) => required).map(({ name }) => name))
  })
})
