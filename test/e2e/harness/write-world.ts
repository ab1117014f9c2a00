import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BrowserKind } from '../../../scripts/browser/find-browser.ts'
import { until } from '../../../scripts/browser/until.ts'
import { startPractice } from '../../practice/server.ts'
import { XDouble } from '../../x-api/double.ts'
import { buildWith } from './build-with.ts'
import { launch } from './launch.ts'
import { type Asking, bundleOf, openAsking } from './our-ask.ts'
import type { Session } from './session.ts'

const CRM = 'crm.example'
const ENOUGH = 100_000 * 1_000_000

/** A browser with an account at X and a CRM connected, both played along with, so that every way of writing goes. */
export interface WriteWorld {
  readonly session: Session
  readonly asking: Asking
  /** The brand's id at X. */
  readonly brand: string
  /** Somebody asks the brand something at X; gives the post's id. */
  readonly say: (text: string) => string
  /** The texts that came to the CRM, each under its own key. */
  readonly delivered: ReadonlyMap<string, string>
  /** Lets everything that is still on its way arrive. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens such a browser. */
export async function openWriteWorld(kind: BrowserKind): Promise<WriteWorld> {
  const double = new XDouble()
  const delivered = new Map<string, string>()
  const build = buildWith(kind, ['https://api.x.com/*', `https://${CRM}/*`])
  const practice = await startPractice()
  practice.serve('api.x.com', double.answer)
  practice.serve(CRM, receiver(delivered))
  const brand = double.world.add('northwindair')
  const guest = double.world.add('x_guest')
  const session = await launch(kind, { practice, extensionDir: build, routes: { [CRM]: practice.port }, extraPrefs: { 'extensions.webextOptionalPermissionPrompts': false } })
  const asking = await openAsking(session)
  await asking.page.evaluate((month) => chrome.storage.local.set({ 'x settings': { caps: { month, slowFrom: month } } }), ENOUGH)
  await asking.one('x/connect', loginOf(double, brand))
  await connectCrm(asking)
  let said = 0
  return {
    session,
    asking,
    brand: brand.id,
    delivered,
    say: (text) => double.world.say(guest, `@northwindair ${text}`, Date.now() - 3_600_000 + (said += 1) * 10).id,
    settle: () => settle(session, asking, brand.id),
    close: async () => {
      await asking.page.close()
      await session.close()
      await practice.close()
      rmSync(build, { recursive: true, force: true })
    },
  }
}

/** Takes what is posted, and drops what it has under the same key, as the README tells whoever writes a receiver. */
function receiver(delivered: Map<string, string>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
      const { id, text } = JSON.parse(Buffer.concat(pieces).toString()) as { readonly id: string; readonly text?: string }
      if (text !== undefined) delivered.set(id, text)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  }
}

/** A login as X’s own page gives it back. */
function loginOf(double: XDouble, user: Parameters<XDouble['agree']>[0]) {
  const [verifier, redirect] = [randomUUID() + randomUUID(), 'https://regulars.example/back']
  const link = new URL('https://x.com/i/oauth2/authorize')
  link.searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'))
  link.searchParams.set('redirect_uri', redirect)
  return { clientId: 'client-of-the-user', code: double.agree(user, link).searchParams.get('code') ?? '', verifier, redirect }
}

async function connectCrm({ page, one }: Asking): Promise<void> {
  await page.evaluate(`(() => { ${await bundleOf('src/store/secrets.ts', 'secrets')}; return secrets.keepSecret('crm', 'SECRETTOKEN') })()`)
  const trouble = await one('crm/connect', { kind: 'webhook', url: `https://${CRM}/notes`, user: '', place: '', fields: {}, writes: 'always', since: 0 })
  if (trouble !== null && trouble !== undefined) throw new Error(`The CRM was not connected: ${JSON.stringify(trouble)}`)
}

/** Rings for what rests until nothing does: X is asked for all of it again and again, the CRM for what is under way. */
async function settle(session: Session, { page, one }: Asking, id: string): Promise<void> {
  const ring = async (): Promise<boolean> => {
    const { back, moving, isRead } = await page.evaluate(restAndRead)
    const isSent = moving === 0 && isRead
    if (!isSent) await session.evaluateInBackground(ringSoon)
    if (back !== 'done') await one('x/back-fill', { id, run: true })
    return back === 'done' && isSent
  }
  await until(ring, () => 'Something never arrived.', 120_000)
  // Once more from the beginning: what was said after the last page that was fetched.
  await one('x/back-fill', { id, run: true })
  await until(async () => (await page.evaluate(restAndRead)).back === 'done', () => 'The last back-fill never ended.', 60_000)
}

/** Brings the alarm near. One that is near already is left alone: asked for anew again and again, it would never ring. */
async function ringSoon(): Promise<void> {
  const alarm = await chrome.alarms.get('crm')
  if (!alarm || alarm.scheduledTime > Date.now() + 1_000) await chrome.alarms.create('crm', { when: Date.now() + 100, periodInMinutes: 1 })
}

/** Lets every delivery be due at once; gives how many move, whether the journal was read to its end for them, and how far the fetching of what was before is. */
async function restAndRead(): Promise<{ readonly back: string; readonly moving: number; readonly isRead: boolean }> {
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => { request.addEventListener('success', () => resolve(request.result)); request.addEventListener('error', () => reject(request.error ?? new Error('refused'))) })
  const crm = await settled(indexedDB.open('regulars-crm'))
  const table = crm.transaction('deliveries', 'readwrite').objectStore('deliveries')
  const moving = (await settled(table.getAll() as IDBRequest<{ state: string; notBefore: number }[]>)).filter(({ state }) => state === 'waiting' || state === 'unknown')
  for (const delivery of moving) table.put({ ...delivery, notBefore: 0 })
  await new Promise((resolve) => { table.transaction.addEventListener('complete', resolve) })
  const place = await settled(crm.transaction('places').objectStore('places').get('journal') as IDBRequest<unknown>)
  crm.close()
  const memory = await settled(indexedDB.open('regulars'))
  const [held] = await settled(memory.transaction('xAccounts').objectStore('xAccounts').getAll() as IDBRequest<{ backFill?: { stage: string } }[]>)
  const stamps = await settled(memory.transaction('journal').objectStore('journal').getAllKeys())
  memory.close()
  return { back: held?.backFill?.stage ?? 'none', moving: moving.length, isRead: place === stamps.at(-1) }
}
