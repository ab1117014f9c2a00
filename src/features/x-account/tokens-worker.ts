import type { XId } from '../../domain/handle'
import { type Grant, makeXApi, makeXLogin, type XApi } from '../../remote/x-api'
import { XRefused } from '../../remote/x-refused'
import type { Limits, Transport } from '../../remote/x-transport'
import { forgetSecret, keepSecret, readSecret } from '../../store/secrets'
import type { Store } from '../../store/open-store'
import type { XConnection } from './connection'
import { makeGate, type Meter } from './spend-worker'
import { Told } from '../../domain/told'

/** All that a call of X needs around it. */
export interface Calling extends Meter {
  readonly store: Store
  readonly transport: Transport
}

/** X takes the access of a connection no longer. */
export class AccessLost extends Told {
  constructor() {
    super('toldXAccessLost')
    this.name = 'AccessLost'
  }
}

/** So long before its end a token is exchanged, in ms: an answer must not come after it. */
const EARLY = 60_000

interface Kept {
  readonly access: string
  readonly refresh?: string | undefined
  /** Undefined: it has no end. */
  readonly expiresAt?: number | undefined
}

/** Under which name the tokens of a connection lie sealed. */
export function secretOf(id: XId): string {
  return `x ${id}`
}

/** Keeps what a login brought. */
export function keepGrant(id: XId, { access, refresh, expiresAt }: Grant): Promise<void> {
  return keepSecret(secretOf(id), JSON.stringify({ access, refresh, expiresAt } satisfies Kept))
}

/** Calls X for a connection. Where the token ended meanwhile, it is exchanged and the call made once more: a call is one request that reads, so nothing happens twice. */
export async function callX<Answer>(connection: XConnection, calling: Calling, use: (api: XApi) => Promise<Answer>): Promise<Answer> {
  const access = await accessOf(connection, calling)
  const client = (token: string): XApi => makeXApi(token, makeGate(calling.store, calling), { ...calling.transport, limits: limitsOf(connection.id) })
  try {
    return await use(client(access))
  } catch (error) {
    if (!(error instanceof XRefused) || error.status !== 401) throw error
  }
  const next = await accessOf(connection, calling, access)
  try {
    return await use(client(next))
  } catch (error) {
    throw error instanceof XRefused && error.status === 401 ? new AccessLost() : error
  }
}

/** What X said is left for each account. A worker that is stopped forgets it, and is told again at its first call. */
const limits = new Map<XId, Limits>()

function limitsOf(id: XId): Limits {
  const held = limits.get(id) ?? new Map()
  limits.set(id, held)
  return held
}

/** Gives the access back to X, as far as X can be reached, and forgets it in any case. */
export async function giveBack({ id, kind, clientId }: XConnection, transport: Transport): Promise<void> {
  const kept = await readKept(id).catch(() => undefined)
  await forgetSecret(secretOf(id))
  if (kind === 'user' && clientId && kept) await makeXLogin(clientId, transport).revoke(kept.refresh ?? kept.access).catch(() => undefined)
}

/** One look at the tokens at a time for each connection: X takes a refresh token once, so whoever comes second finds what the first one brought. */
const turns = new Map<XId, Promise<unknown>>()

/** A token that still holds; `spent` is one that X refused. */
function accessOf(connection: XConnection, { transport }: Calling, spent?: string): Promise<string> {
  const mine = (turns.get(connection.id) ?? Promise.resolve()).then(async () => {
    const kept = await readKept(connection.id)
    if (!kept) throw new AccessLost()
    const holds = kept.access !== spent && (kept.expiresAt === undefined || kept.expiresAt > transport.now() + EARLY)
    return holds ? kept.access : refreshed(connection, kept, transport)
  })
  turns.set(connection.id, mine.catch(() => undefined))
  return mine
}

/** The new tokens are on the disk before anybody uses them. A worker that is stopped between X's answer and that has lost them: then X refuses the old one, and the user connects again. */
async function refreshed({ id, clientId }: XConnection, { refresh }: Kept, transport: Transport): Promise<string> {
  if (!clientId || !refresh) throw new AccessLost()
  try {
    const grant = await makeXLogin(clientId, transport).refresh(refresh)
    await keepGrant(id, { ...grant, refresh: grant.refresh ?? refresh })
    return grant.access
  } catch (error) {
    throw error instanceof XRefused && (error.status === 400 || error.status === 401) ? new AccessLost() : error
  }
}

async function readKept(id: XId): Promise<Kept | undefined> {
  const secret = await readSecret(secretOf(id))
  return secret === undefined ? undefined : (JSON.parse(secret) as Kept)
}
