import { Told } from '../domain/told'

/** What a login needs to remember between its two halves. */
export interface Challenge {
  readonly verifier: string
  readonly state: string
  /** Where the user is sent. */
  readonly link: string
}

/** The least that reading needs, and a refresh so that nobody logs in every two hours. Nothing here lets anybody write. */
export const SCOPES = ['tweet.read', 'users.read', 'offline.access'] as const

/** A login with PKCE: the library's own way of making the link needs Node's crypto, which answers at once; the browser's does not. */
export async function challenge(clientId: string, redirect: string): Promise<Challenge> {
  const [verifier, state] = [randomText(), randomText()]
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const link = new URL('https://x.com/i/oauth2/authorize')
  const asked = { response_type: 'code', client_id: clientId, redirect_uri: redirect, scope: SCOPES.join(' '), state, code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: 'S256' }
  for (const [name, value] of Object.entries(asked)) link.searchParams.set(name, value)
  return { verifier, state, link: link.href }
}

/** The code in the address to which X sent the user back; throws a sentence where it sent something else. */
export function codeIn(address: string | undefined, { state }: Challenge): string {
  const told = new URL(address ?? 'about:blank').searchParams
  if (told.get('error')) throw new Told('toldXNotAllowed')
  const code = told.get('code')
  if (!code || told.get('state') !== state) throw new Told('toldXOtherLogin')
  return code
}

function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
