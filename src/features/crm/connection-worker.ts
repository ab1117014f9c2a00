import browser from 'webextension-polyfill'
import type { CrmConnection } from '../../domain/crm-connection'
import type { CrmAdapter } from '../../remote/crm-adapter'
import { CrmProblem } from '../../remote/crm-problem'
import { makeAdapter } from '../../remote/make-adapter'
import { forgetCrmCache } from '../../store/crm-cache'
import { forgetSecret, readSecret } from '../../store/secrets'
import { originOf, toConnection } from './connection'

/** Under which name the secret is kept. */
export const CRM_SECRET = 'crm'
/** In local storage: the connection without its secret. */
const KEY = 'crm'

let known: Promise<CrmConnection | undefined> | undefined
let adapter: Promise<CrmAdapter> | undefined

/** The connection, read once in a worker's life; undefined while there is none. */
export function connectionNow(): Promise<CrmConnection | undefined> {
  known ??= browser.storage.local.get(KEY).then(
    ({ [KEY]: held }) => (held === undefined ? undefined : toConnection(held)),
    (error: unknown) => {
      known = undefined
      throw error
    },
  )
  return known
}

/** Keeps a connection in the place of any other. Copies of another CRM are forgotten; those of the same one stay. */
export async function keepConnection(connection: CrmConnection): Promise<void> {
  const before = await connectionNow()
  if (before && (before.kind !== connection.kind || before.url !== connection.url || before.place !== connection.place)) await forgetCrmCache()
  await browser.storage.local.set({ [KEY]: connection })
  known = Promise.resolve(connection)
  adapter = undefined
}

/** Forgets the connection, its secret, every copy, and the access to its host. */
export async function forgetConnection(): Promise<void> {
  const origin = originOf((await connectionNow())?.url ?? '')
  await browser.storage.local.remove(KEY)
  known = Promise.resolve(undefined)
  adapter = undefined
  await forgetSecret(CRM_SECRET)
  await forgetCrmCache()
  if (origin) await browser.permissions.remove({ origins: [origin] }).catch(() => undefined)
}

/** The way to the CRM; throws a `CrmProblem` where the browser does not let us, which its user may decide at any time. */
export async function adapterFor(connection: CrmConnection): Promise<CrmAdapter> {
  const origin = originOf(connection.url)
  if (!origin || !(await browser.permissions.contains({ origins: [origin] }))) throw new CrmProblem('not granted')
  adapter ??= open(connection)
  return adapter
}

/** The same, past whatever was opened before: for trying a connection out. */
export async function freshAdapter(connection: CrmConnection): Promise<CrmAdapter> {
  adapter = undefined
  return adapterFor(connection)
}

async function open(connection: CrmConnection): Promise<CrmAdapter> {
  try {
    const secret = await readSecret(CRM_SECRET)
    if (secret === undefined) throw new CrmProblem('unauthorised')
    return makeAdapter(connection, secret)
  } catch (error) {
    adapter = undefined
    throw error instanceof CrmProblem ? error : new CrmProblem('unauthorised')
  }
}
