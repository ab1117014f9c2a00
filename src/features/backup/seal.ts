import { Told } from '../../domain/told'

/** What an encrypted backup calls itself. */
const FORMAT = 'regulars-sealed'

/** PBKDF2-SHA-256 rounds. OWASP asked for 600,000 in 2023. */
export const ROUNDS = 600_000
const MOST_ROUNDS = 10_000_000
const LONGEST_HEAD = 1_000
const NEWLINE = 10

/** Encrypts a file with a passphrase: one line of JSON that says how, then the bytes of AES-256-GCM, which vouches for that line too. */
export async function seal(content: Blob, passphrase: string): Promise<Blob> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const head = new TextEncoder().encode(JSON.stringify({ format: FORMAT, version: 1, kdf: 'PBKDF2-SHA-256', rounds: ROUNDS, cipher: 'AES-256-GCM', salt: toHex(salt), iv: toHex(iv) }))
  const key = await keyOf(passphrase, salt, ROUNDS)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head }, key, await content.arrayBuffer())
  return new Blob([head, '\n', sealed], { type: 'application/octet-stream' })
}

/** True for a file that begins as a sealed one does. */
export async function isSealed(file: Blob): Promise<boolean> {
  return (await file.slice(0, FORMAT.length + 11).text()).startsWith(`{"format":"${FORMAT}`)
}

/** Opens a sealed file; throws a sentence where the passphrase is wrong or the file damaged, which cannot be told apart. */
export async function unseal(file: Blob, passphrase: string): Promise<Blob> {
  const start = new Uint8Array(await file.slice(0, LONGEST_HEAD).arrayBuffer())
  const end = start.indexOf(NEWLINE)
  if (end < 0) throw new Told('toldSealCut')
  const head = start.slice(0, end)
  const { salt, iv, rounds } = toParameters(new TextDecoder().decode(head))
  const key = await keyOf(passphrase, salt, rounds)
  try {
    return new Blob([await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: head }, key, await file.slice(end + 1).arrayBuffer())])
  } catch {
    throw new Told('toldSealWrong')
  }
}

function toParameters(text: string) {
  const { version, salt, iv, rounds } = JSON.parse(text) as Readonly<Record<string, unknown>>
  if (version !== 1) throw new Told('toldSealNewer')
  if (typeof rounds !== 'number' || rounds < 1 || rounds > MOST_ROUNDS) throw new Told('toldSealRounds')
  return { salt: fromHex(salt, 16), iv: fromHex(iv, 12), rounds }
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const words = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, words, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(text: unknown, length: number): Uint8Array<ArrayBuffer> {
  if (typeof text !== 'string' || !/^[0-9a-f]*$/.test(text) || text.length !== length * 2) throw new Told('toldSealHead')
  return Uint8Array.from({ length }, (_none, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16))
}
