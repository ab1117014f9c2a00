import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { Handle } from '../domain/handle'
import { monthOf, type Spending } from '../features/x-account/budget'
import type { XConnection } from '../features/x-account/connection'
import { challenge, codeIn } from '../remote/x-oauth'
import { readXSettings, type XSettings, writeXSettings } from '../settings/x-settings'
import { openStore } from '../store/open-store'
import { keepSecret } from '../store/secrets'
import { Told } from '../domain/told'

/** Where the background looks for a token whose account is not known yet. */
const APP_TOKEN = 'x app'
const API = 'https://api.x.com/*'
const EVERY = 2000

/** The connected accounts, this month's bill, and the ways to connect. */
export interface XAccounts {
  readonly connections: readonly XConnection[]
  readonly month: readonly Spending[]
  /** Undefined until they are read. */
  readonly settings: XSettings | undefined
  readonly save: (changed: Partial<XSettings>) => void
  readonly isBusy: boolean
  readonly error: string | undefined
  /** To be called in a click: the browser asks the user. */
  readonly login: (clientId: string) => void
  readonly token: (handle: Handle, token: string) => void
  /** Does something and shows what came of it. */
  readonly act: (run: () => Promise<unknown>) => void
}

/** Where X sends the user back to. */
export function redirectUrl(): string {
  return browser.identity.getRedirectURL('x')
}

/** Follows what is connected. The background changes it by itself, so it is looked at again while the page is open. */
export function useXAccounts(): XAccounts {
  const [held, setHeld] = useState<Held>({ connections: [], month: [], settings: undefined })
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const look = (): Promise<void> => read().then(setHeld, (failed: unknown) => setError(reasonOf(failed)))
  useEffect(() => {
    void look()
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), EVERY)
    return () => clearInterval(timer)
  }, [])
  const act = (run: () => Promise<unknown>): void => {
    setBusy(true)
    setError(undefined)
    void run()
      .catch((failed: unknown) => setError(reasonOf(failed)))
      .then(look)
      .finally(() => setBusy(false))
  }
  return { ...held, isBusy, error, act, save: (changed) => act(() => writeXSettings(changed)), login: (clientId) => act(() => logIn(clientId)), token: (handle, token) => act(() => useToken(handle, token)) }
}

type Held = Pick<XAccounts, 'connections' | 'month' | 'settings'>

async function read(): Promise<Held> {
  const store = await openStore()
  const month = monthOf(Date.now())
  const [connections, spending, settings] = await Promise.all([store.getAll('xAccounts'), store.getAll('xSpending', IDBKeyRange.bound(`${month}-`, `${month}-\uffff`)), readXSettings()])
  return { connections, month: spending, settings }
}

async function logIn(clientId: string): Promise<void> {
  await mayAskX()
  const redirect = redirectUrl()
  const asked = await challenge(clientId, redirect)
  const code = codeIn(await browser.identity.launchWebAuthFlow({ url: asked.link, interactive: true }), asked)
  await ask('x/connect', { clientId, code, verifier: asked.verifier, redirect })
}

/** The token goes from here to where it lies sealed, and in no message. */
async function useToken(handle: Handle, token: string): Promise<void> {
  await mayAskX()
  await keepSecret(APP_TOKEN, token)
  await ask('x/connect-app', handle)
}

/** Firefox asks besides whether data may leave: X is asked about people by their handles. */
async function mayAskX(): Promise<void> {
  const isFirefox = browser.runtime.getURL('').startsWith('moz-extension:')
  const wanted = { origins: [API], ...(isFirefox && { data_collection: ['personallyIdentifyingInfo'] }) }
  if (!(await browser.permissions.request(wanted as Parameters<typeof browser.permissions.request>[0]))) throw new Told('toldXHost')
}
