import { type LocalServer, sendJson, serve } from '../remote/servers/http-server.ts'

const FIRST = Date.UTC(2026, 0, 1)

interface Asked {
  readonly filterGroups: readonly { readonly filters: readonly { readonly propertyName: string; readonly value?: string }[] }[]
  readonly after: string
  readonly limit: number
}

/** A HubSpot that has so many contacts with a handle, one changed in each ms, and nothing else: it answers a search without looking through them. */
export function serveManyContacts(people: number): Promise<LocalServer> {
  return serve(({ body }, response) => {
    const { filterGroups, after, limit } = JSON.parse(body) as Asked
    const since = Number(filterGroups[0]?.filters.find(({ propertyName }) => propertyName === 'lastmodifieddate')?.value ?? 0)
    const from = Math.max(0, since - FIRST)
    const start = from + Number(after)
    const results = Array.from({ length: Math.max(0, Math.min(limit, people - start)) }, (_contact, at) => contact(start + at))
    const next = start + limit < people ? { paging: { next: { after: String(Number(after) + limit) } } } : {}
    sendJson(response, 200, { total: people - from, results, ...next })
  })
}

function contact(n: number): object {
  const at = new Date(FIRST + n).toISOString()
  return { id: String(n + 1), properties: { twitterhandle: `contact_${n}`, firstname: 'Contact', lastname: String(n), email: `c${n}@example.org`, lifecyclestage: 'customer', lastmodifieddate: at }, createdAt: at, updatedAt: at, archived: false }
}
