import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { CrmConnection } from '../domain/crm-connection'
import { originOf } from '../features/crm/connection'
import type { CrmState, CrmTrouble } from '../features/crm/crm-messages'
import { forgetSecret, keepSecret } from '../store/secrets'

const CRM_SECRET = 'crm'
const EVERY = 5_000

/** The connection to the CRM as it stands, and what changes it. */
export interface HeldCrm {
  readonly state: CrmState | undefined
  readonly busy: boolean
  readonly checked: 'fine' | CrmTrouble | undefined
  readonly error: string | undefined
  /** In a click: the browser is asked for the very host, and in Firefox for leave to send data there. */
  readonly connect: (connection: CrmConnection, secret: string) => void
  readonly allow: () => void
  readonly check: () => void
  readonly renew: (secret: string) => void
  readonly change: (connection: CrmConnection) => void
  readonly disconnect: () => void
}

/** Follows the connection while the page is open. */
export function useCrm(): HeldCrm {
  const [state, setState] = useState<CrmState>()
  const [busy, setBusy] = useState(false)
  const [checked, setChecked] = useState<HeldCrm['checked']>()
  const [error, setError] = useState<string>()
  const look = async (): Promise<void> => setState(await ask('crm/state'))
  useEffect(() => {
    void look().catch((failed: unknown) => setError(reasonOf(failed)))
    const timer = setInterval(() => void look().catch(() => undefined), EVERY)
    return () => clearInterval(timer)
  }, [])

  /** One thing at a time; what goes wrong is said. */
  function run(act: () => Promise<void>): void {
    setBusy(true)
    setError(undefined)
    void act()
      .then(look)
      .catch((failed: unknown) => setError(reasonOf(failed)))
      .finally(() => setBusy(false))
  }

  const outcome = (trouble: CrmTrouble | undefined): void => setChecked(trouble ?? 'fine')

  async function connectWith(connection: CrmConnection, secret: string, granted: Promise<boolean>): Promise<void> {
    if (!(await granted)) return setChecked({ failure: 'not granted', theirs: '' })
    // Past the wire: a secret is in no message.
    await keepSecret(CRM_SECRET, secret)
    const trouble = await ask('crm/connect', connection)
    if (trouble) await forgetSecret(CRM_SECRET)
    outcome(trouble)
  }

  return {
    state,
    busy,
    checked,
    error,
    connect: (connection, secret) => {
      const granted = requestHost(connection.url)
      run(() => connectWith(connection, secret, granted))
    },
    allow: () => {
      const granted = requestHost(state?.connection?.url ?? '')
      run(async () => outcome((await granted) ? await ask('crm/check') : { failure: 'not granted', theirs: '' }))
    },
    check: () => run(async () => outcome(await ask('crm/check'))),
    renew: (secret) =>
      run(async () => {
        await keepSecret(CRM_SECRET, secret)
        outcome(await ask('crm/check'))
      }),
    change: (connection) => run(async () => outcome(await ask('crm/connect', connection))),
    disconnect: () =>
      run(async () => {
        await ask('crm/disconnect')
        setChecked(undefined)
      }),
  }
}

/** Asks for one host, and in Firefox for the kinds of data that go there. To be called before anything is awaited. */
function requestHost(url: string): Promise<boolean> {
  const origin = originOf(url)
  if (!origin) return Promise.resolve(false)
  const isFirefox = 'getBrowserInfo' in browser.runtime
  const wanted = { origins: [origin], ...(isFirefox && { data_collection: ['personallyIdentifyingInfo', 'websiteContent'] }) }
  return browser.permissions.request(wanted as Parameters<typeof browser.permissions.request>[0])
}
