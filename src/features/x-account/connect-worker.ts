import type { Handle, XId } from '../../domain/handle'
import type { XAccount } from '../../domain/x-data'
import { Told } from '../../domain/told'
import { makeXApi, makeXLogin } from '../../remote/x-api'
import { forgetSecret, readSecret } from '../../store/secrets'
import { mustBeOurs, type Store } from '../../store/open-store'
import type { XConnection } from './connection'
import { fetchedFor } from './fetched'
import { makeGate } from './spend-worker'
import { type Calling, giveBack, keepGrant } from './tokens-worker'
import type { Redeemable } from './x-account-messages'

/** Under which name a page leaves a token until it is known whose it is for. */
export const APP_TOKEN = 'x app'

/** Redeems a login and keeps the connection. What was wanted of the same account before stays wanted. */
export async function connectUser({ clientId, code, verifier, redirect }: Redeemable, calling: Calling): Promise<void> {
  const grant = await makeXLogin(clientId, calling.transport).redeem(code, verifier, redirect)
  const account = await makeXApi(grant.access, makeGate(calling.store, calling), calling.transport).me()
  await keepGrant(account.xId, grant)
  await keep(calling.store, account, { kind: 'user', clientId }, calling.now())
}

/** Looks whether a token reads, and whose mentions it is to read, and keeps the connection. */
export async function connectApp(handle: Handle, calling: Calling): Promise<void> {
  const token = await readSecret(APP_TOKEN)
  if (token === undefined) throw new Told('toldNoToken')
  const { accounts: [account] } = await makeXApi(token, makeGate(calling.store, calling), calling.transport).usersByHandles([handle])
  if (!account) throw new Told('toldNoAccount')
  await keepGrant(account.xId, { access: token, refresh: undefined, expiresAt: Number.MAX_SAFE_INTEGER, scopes: [] })
  await forgetSecret(APP_TOKEN)
  await keep(calling.store, account, { kind: 'app', clientId: undefined }, calling.now())
}

/** Ends a connection: gives the access back, and forgets the account and what waits in its inbox. What was recorded of people stays. */
export async function disconnect(id: XId, { store, transport }: Calling): Promise<void> {
  const held = await store.get('xAccounts', id)
  const transaction = mustBeOurs(store).transaction(['xAccounts', 'mentions', 'xFetched'], 'readwrite', { durability: 'strict' })
  await transaction.objectStore('xAccounts').delete(id)
  await transaction.objectStore('xFetched').delete(fetchedFor(id))
  const mentions = transaction.objectStore('mentions')
  for (const mention of await mentions.getAll()) if (mention.account === id) await mentions.delete(mention.id)
  await transaction.done
  if (held) await giveBack(held, transport)
}

async function keep(store: Store, { xId: id, handle }: XAccount, kind: Pick<XConnection, 'kind' | 'clientId'>, now: number): Promise<void> {
  const transaction = mustBeOurs(store).transaction('xAccounts', 'readwrite', { durability: 'strict' })
  const held = await transaction.store.get(id)
  const fresh = { inbox: false, enrich: false, notify: false }
  await transaction.store.put({ ...fresh, ...held, ...kind, id, handle, connectedAt: now, refused: undefined, trouble: undefined, notBefore: undefined, failures: undefined })
  await transaction.done
}
