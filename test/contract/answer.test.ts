import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Runtime } from 'webextension-polyfill'
import { answerAll, type Answers } from '../../src/contract/answer'
import { PAGE_MAY_ASK, type Questions, type Reply } from '../../src/contract/messages'
import { toSightings, toSubject, toXIds } from '../../src/features/people/subject-shape'
import { toTicketId } from '../../src/features/people/tickets-worker'

type Listener = (message: unknown, sender: Runtime.MessageSender, respond: (reply: unknown) => void) => true | undefined

const registered = vi.hoisted(() => ({ listeners: [] as unknown[], connected: [] as unknown[] }))
vi.mock('webextension-polyfill', () => ({
  default: { runtime: { id: 'regulars@ours', getURL: (path: string) => `moz-extension://ours/${path}`, onMessage: { addListener: (listener: unknown) => registered.listeners.push(listener) }, onConnect: { addListener: (listener: unknown) => registered.connected.push(listener) } } },
}))

/** What a content script would like to ask, real names and others. */
const PRIVILEGED = [
  'people/view', 'card/redeem', 'notes/add', 'notes/edit', 'notes/remove', 'tags/set', 'drafts/keep', 'history/count-contact', 'history/undo',
  'canned-replies/list', 'canned-replies/save', 'canned-replies/remove', 'canned-replies/used', 'canned-replies/uses', 'canned-replies/import',
] as const satisfies readonly (keyof Questions)[]

const sender = (part: Partial<Runtime.MessageSender>): Runtime.MessageSender => ({ id: 'regulars@ours', frameId: 0, url: 'https://x.com/home', tab: { id: 7 } as Runtime.MessageSender['tab'], ...part })
const PAGE = sender({})
const CARD = sender({ frameId: 3, url: 'moz-extension://ours/src/card/card.html' })

/** Every answer tells that it ran, with what shape; those that a page may ask check it as the real ones do. */
const ran = vi.fn<(name: string, shape: unknown) => void>()
const answers = Object.fromEntries([...PRIVILEGED, ...PAGE_MAY_ASK].map((name) => [name, { shape: shapeOf(name), run: (shape: unknown) => Promise.resolve(ran(name, shape)) }])) as unknown as Answers<Questions>

function shapeOf(name: string): (asked: unknown) => unknown {
  if (name === 'card/ticket') return toSubject
  if (name === 'card/redeem') return toTicketId
  if (name !== 'people/look-up') return (asked) => asked
  return (asked) => ({ sightings: toSightings((asked as { sightings: unknown }).sightings), xIds: toXIds((asked as { xIds?: unknown }).xIds) })
}

function ask(regulars: unknown, asked: unknown, from = PAGE): Promise<Reply> | undefined {
  let respond: (reply: unknown) => void = () => undefined
  const replied = new Promise<Reply>((resolve) => (respond = resolve as (reply: unknown) => void))
  return (registered.listeners[0] as Listener)({ regulars, asked }, from, respond) && replied
}

beforeEach(() => {
  registered.listeners.length = 0
  registered.connected.length = 0
  ran.mockClear()
  answerAll(answers)
})

/** Seen to fail: without the check against PAGE_MAY_ASK, without frameId, with `includes` for `startsWith`, with `in` for `hasOwn`. */
describe('the one listener of the background', () => {
  it('lets a page ask no more than it may, and says so in a sentence', async () => {
    expect([...PAGE_MAY_ASK]).toEqual(['people/look-up', 'card/ticket', 'history/saw', 'history/gone', 'influence/saw', 'composer/help', 'composer/ticket'])
    for (const name of PRIVILEGED) expect(await ask(name, { handle: 'maralindq' })).toEqual({ error: `A page may not ask ${name}.` })
    expect(ran).not.toHaveBeenCalled()
    expect(await ask('people/look-up', { sightings: [{ handle: 'maralindq' }] })).toEqual({ gives: undefined })
  })

  it('lets our own pages ask all of it, in a frame as well', async () => {
    for (const name of PRIVILEGED.filter((name) => name !== 'card/redeem')) expect(await ask(name, {}, CARD)).toEqual({ gives: undefined })
    expect(ran).toHaveBeenCalledTimes(PRIVILEGED.length - 1)
  })

  it.each([
    ['a sub-frame of X', { frameId: 4 }],
    ['a frame without a number', { frameId: undefined }],
    ['a place without an address', { url: undefined }],
    ['X without encryption', { url: 'http://x.com/home' }],
    ['a host that begins like X', { url: 'https://x.com.evil.example/' }],
    ['a host that ends like X', { url: 'https://evilx.com/' }],
    ['an address with X in its path', { url: 'https://evil.example/https://x.com/home' }],
    ['an address with X as its user', { url: 'https://x.com@evil.example/' }],
    ['another port of X', { url: 'https://x.com:8443/home' }],
    ['a sub-domain that is not ours to read', { url: 'https://ads.x.com/' }],
    ['a document made of data', { url: 'data:text/html,x' }],
    ['a blob of X', { url: 'blob:https://x.com/0f8a' }],
    ['an empty document', { url: 'about:srcdoc' }],
    ['another extension’s page', { url: 'moz-extension://theirs/src/card/card.html' }],
    ['an address that begins like ours', { url: 'moz-extension://ours.evil/card.html' }],
  ])('refuses %s whatever it asks', async (_name, part) => {
    for (const name of [...PAGE_MAY_ASK, ...PRIVILEGED]) expect(await ask(name, { handle: 'maralindq', sightings: [] }, sender(part))).toEqual({ error: 'This place may not ask.' })
    expect(ran).not.toHaveBeenCalled()
  })

  it('refuses another extension', async () => {
    for (const id of ['probe@theirs', undefined, '']) expect(await ask('people/view', { handle: 'maralindq' }, sender({ id, url: 'moz-extension://ours/src/card/card.html' }))).toEqual({ error: 'This place may not ask.' })
  })

  it('leaves alone what is no question of ours, so that it is answered by nobody', () => {
    for (const name of ['export', 'getToken', 'deleteAll', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x'.repeat(1_000_000), 7, null, undefined, {}, ['people/view']]) expect(ask(name, {})).toBeUndefined()
    for (const message of [null, undefined, 0, 'people/view', [], [['regulars', 'people/view']], () => 'people/view']) expect((registered.listeners[0] as Listener)(message, CARD, () => undefined)).toBeUndefined()
    expect(ran).not.toHaveBeenCalled()
  })
})

/** Seen to fail: judged by its name alone, a line answered a sub-frame. */
describe('a line of a content script', () => {
  function connect(name: string, from: Runtime.MessageSender) {
    const heard: ((message: unknown) => void)[] = []
    const posted: unknown[] = []
    const port = { name, sender: from, onMessage: { addListener: (listener: (message: unknown) => void) => heard.push(listener) }, postMessage: (message: unknown) => posted.push(message) }
    for (const listener of registered.connected) (listener as (port: unknown) => void)(port)
    return { posted, say: (message: unknown) => heard.forEach((listener) => listener(message)) }
  }
  const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))

  it('is answered with the number of its question, and judged like a message', async () => {
    const line = connect('line', PAGE)
    line.say({ id: 4, regulars: 'people/look-up', asked: { sightings: [{ handle: 'maralindq' }] } })
    line.say({ id: 5, regulars: 'people/view', asked: { handle: 'maralindq' } })
    await settle()
    expect(line.posted).toEqual([{ id: 5, reply: { error: 'A page may not ask people/view.' } }, { id: 4, reply: { gives: undefined } }])
  })

  it('gets no answer for a place that may not ask, and none for what is no question', async () => {
    const frame = connect('line', sender({ frameId: 4 }))
    frame.say({ id: 1, regulars: 'people/look-up', asked: { sightings: [] } })
    const page = connect('line', PAGE)
    for (const message of [null, undefined, 7, 'people/view', {}, { id: 1, regulars: '__proto__' }]) page.say(message)
    await settle()
    expect(frame.posted).toEqual([{ id: 1, reply: { error: 'This place may not ask.' } }])
    expect(page.posted).toEqual([])
    expect(ran).not.toHaveBeenCalled()
  })

  it('leaves other ports alone', () => {
    const card = connect('card 0f8a', PAGE)
    card.say({ id: 1, regulars: 'people/look-up', asked: { sightings: [] } })
    expect(ran).not.toHaveBeenCalled()
  })
})

/** Seen to fail: a handle without its length, a list without its most. */
describe('the shapes of what a page may ask', () => {
  const cycle: Record<string, unknown> = { handle: 'maralindq' }
  cycle['facts'] = cycle
  const nothing: unknown[] = [undefined, null, 0, Number.NaN, 10n, 'maralindq', [], () => 1, Symbol('x'), new Map([['handle', 'x']])]
  const handles: unknown[] = [...nothing, {}, '', '@', ' maralindq', 'mara lindqvist', 'mära', 'ｍａｒａ', 'm\u202Eara', 'abcdefghijklmnop', 'x'.repeat(1_000_000), '%0a', 'a\n', '../..', { toString: () => 'maralindq' }, ['maralindq']]

  it('refuse every handle that is none, in a sentence', async () => {
    for (const handle of handles) {
      if (typeof handle === 'string' && /^[A-Za-z0-9_]{1,15}$/.test(handle)) continue
      for (const [name, asked] of [['people/look-up', { sightings: [{ handle }] }], ['card/ticket', { handle }]] as const) {
        expect(await ask(name, asked)).toEqual({ error: 'A handle has 1 to 15 letters, digits or underscores.' })
      }
    }
    for (const asked of nothing) expect(await ask('card/ticket', asked)).toHaveProperty('error')
    expect(ran).not.toHaveBeenCalled()
  })

  it('refuse more authors than one page shows', async () => {
    const many = (count: number) => ({ sightings: Array.from({ length: count }, () => ({ handle: 'maralindq' })) })
    expect(await ask('people/look-up', many(100))).toEqual({ gives: undefined })
    expect(await ask('people/look-up', many(101))).toEqual({ error: 'At most 100 may come at once, in a list.' })
    expect(await ask('people/look-up', { sightings: { length: 1, 0: { handle: 'maralindq' } } })).toEqual({ error: 'At most 100 may come at once, in a list.' })
  })

  it('take nothing over but what they know, and leave every prototype clean', async () => {
    const polluting: unknown = JSON.parse('{"handle":"maralindq","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"Mara","facts":{"handle":"maralindq","__proto__":{"polluted":1},"followers":1e308,"seenAt":-1},"post":"javascript:1","extra":"x"}')
    expect(await ask('card/ticket', polluting)).toEqual({ gives: undefined })
    const [, subject] = ran.mock.calls[0] as [string, object]
    expect(Object.keys(subject).sort()).toEqual(['facts', 'handle', 'name', 'post', 'xId'])
    expect(subject).toMatchObject({ handle: 'maralindq', name: 'Mara', post: undefined, facts: { followers: undefined, seenAt: 0 } })
    expect(await ask('card/ticket', cycle)).toEqual({ gives: undefined })
    expect(JSON.stringify(ran.mock.calls[1]?.[1])).not.toContain('"facts":{"facts"')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('keep names and lists of ids to a size', async () => {
    await ask('card/ticket', { handle: 'maralindq', name: `${'x'.repeat(1_000_000)}\u202E` })
    expect(ran.mock.calls[0]?.[1]).toHaveProperty('name.length', 100)
    await ask('people/look-up', { sightings: [], xIds: Array.from({ length: 5_000 }, (_, id) => String(id + 1)) })
    expect(ran.mock.calls[1]?.[1]).toHaveProperty('xIds.length', 100)
  })

  it('refuse a ticket that is none', async () => {
    for (const ticket of [...nothing, '', 'ticket', 'x'.repeat(1_000_000), `${crypto.randomUUID()} `, '__proto__']) expect(await ask('card/redeem', ticket, CARD)).toEqual({ error: 'That is not a ticket.' })
  })

  it('answer an error as a text, with nothing of the stack', async () => {
    const reply = await ask('card/ticket', { handle: '<img src=x onerror=alert(1)>' })
    expect(reply).toEqual({ error: 'A handle has 1 to 15 letters, digits or underscores.' })
  })
})
