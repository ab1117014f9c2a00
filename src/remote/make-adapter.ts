import type { CrmConnection } from '../domain/crm-connection'
import { makeChatwoot } from './chatwoot'
import type { CrmAdapter } from './crm-adapter'
import { makeCaller } from './crm-http'
import { makeHubSpot } from './hubspot'
import { makeRequestTracker } from './request-tracker'
import { machineTime, type Time } from './time'
import { makeTryton } from './tryton'
import { makeWebhook } from './webhook'

/** What surrounds an adapter. */
export interface AdapterWorld {
  readonly time?: Time
  readonly chance?: () => number
  readonly signal?: AbortSignal | undefined
  /** ms until an answer is given up. */
  readonly patience?: number
}

/** The adapter for a connection, with its secret. */
export function makeAdapter({ kind, url, user, place, fields }: CrmConnection, secret: string, { time = machineTime, chance = Math.random, signal, patience }: AdapterWorld = {}): CrmAdapter {
  const callWith = (headers: Readonly<Record<string, string>>) => makeCaller({ base: url, headers, secret, time, chance, signal, patience })
  switch (kind) {
    case 'request-tracker':
      return makeRequestTracker({ call: callWith({ Authorization: user === '' ? `token ${secret}` : `Basic ${toBase64(`${user}:${secret}`)}` }), base: url, fields, queue: place || 'General' })
    case 'hubspot':
      return makeHubSpot({ call: callWith({ Authorization: `Bearer ${secret}` }), fields, account: place, time })
    case 'chatwoot':
      return makeChatwoot({ call: callWith({ api_access_token: secret }), base: url, fields, place, time })
    case 'tryton':
      return makeTryton({ call: callWith({ Authorization: `Basic ${toBase64(`${user}:${secret}`)}` }), fields, place })
    case 'webhook':
      return makeWebhook({ call: callWith({}), secret })
  }
}

function toBase64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)))
}
