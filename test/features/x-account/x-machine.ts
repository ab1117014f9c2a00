import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { Handle, XId } from '../../../src/domain/handle'
import { type Caps, DOLLAR, PRICES } from '../../../src/domain/x-prices'
import type { XConnection } from '../../../src/features/x-account/connection'
import type { Grant } from '../../../src/remote/x-api'
import type { Mention } from '../../../src/features/x-account/mention'
import type { Working } from '../../../src/features/x-account/work-worker'
import { XDouble } from '../../x-api/double'
import { serveDouble } from '../../x-api/serve-double'

/** A moment at which every test of this kind starts. */
export const START = Date.UTC(2026, 10, 20, 12)
export const CAPS: Caps = { month: 50 * DOLLAR, slowFrom: 40 * DOLLAR }

/** A machine for each test, with an account called brand at X; afterwards X must have been asked for nothing that its description does not have. */
export function eachMachine(started: (machine: Machine) => void): void {
  let machine: Machine
  beforeEach(async () => {
    machine = await startMachine()
    const { default: browser } = await import('webextension-polyfill')
    await browser.storage.local.clear()
    machine.double.world.add('brand')
    started(machine)
  })
  afterEach(async () => {
    await machine.server.close()
    expect(machine.double.violations).toEqual([])
  })
}

/** Our background with an empty database before a double of X, with a clock that moves by hand. */
async function startMachine(): Promise<Machine> {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  const double = new XDouble()
  const server = await serveDouble(double)
  const [{ openStore }, { makeLedger }, { work }, { keepGrant }] = await Promise.all([
    import('../../../src/store/open-store'),
    import('../../../src/background/x-ledger'),
    import('../../../src/features/x-account/work-worker'),
    import('../../../src/features/x-account/tokens-worker'),
  ])
  const store = await openStore()
  let now = START
  const clock = () => now
  double.now = clock
  const told: Mention[] = []
  const working: Working = {
    store,
    transport: { fetch: server.fetch, now: clock },
    prices: PRICES,
    caps: CAPS,
    now: clock,
    time: { now: clock, wait: async (ms) => void (now += ms) },
    chance: () => 0.5,
    ledger: makeLedger(store, clock),
    pollMinutes: 5,
    searches: [],
    stale: 30 * 86_400_000,
    alive: () => Promise.resolve(),
    onNew: async (mentions) => void told.push(...mentions),
  }
  const connect = async (id: string, more: Partial<XConnection> = {}): Promise<XConnection> => {
    const account = double.world.accounts.get(id)!
    const connection: XConnection = { id: id as XId, handle: account.username as Handle, kind: 'app', connectedAt: now, inbox: false, enrich: false, notify: false, ...more }
    await keepGrant(connection.id, { access: double.appToken(), refresh: undefined, expiresAt: Number.MAX_SAFE_INTEGER, scopes: [] })
    await store.put('xAccounts', connection)
    return connection
  }
  return { double, server, store, working, told, connect, work: (changed = {}) => work({ ...working, ...changed }), pass: (ms) => void (now += ms), keepGrant }
}

/** What a test of the machine gets. */
export interface Machine {
  readonly double: XDouble
  readonly server: Awaited<ReturnType<typeof serveDouble>>
  readonly store: Working['store']
  readonly working: Working
  readonly told: Mention[]
  readonly connect: (id: string, more?: Partial<XConnection>) => Promise<XConnection>
  readonly work: (changed?: Partial<Working>) => Promise<void>
  readonly pass: (ms: number) => void
  readonly keepGrant: (id: XId, grant: Grant) => Promise<void>
}
