/** What an encrypted backup calls itself. */
const FORMAT = 'regulars-sealed'

/** PBKDF2-SHA-256 rounds. OWASP asked for 600,000 in 2023. */
export const ROUNDS = 600_000
const MOST_ROUNDS = 10_000_000
const LONGEST_HEAD = 1_000
const NEWLINE = 10

/** Says why a sealed file stays shut. */
export class WrongPassphrase extends Error {
  override readonly name = 'WrongPassphrase'
}

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
  if (end < 0) throw new Error('This encrypted backup is cut off.')
  const head = start.slice(0, end)
  const { salt, iv, rounds } = toParameters(new TextDecoder().decode(head))
  const key = await keyOf(passphrase, salt, rounds)
  try {
    return new Blob([await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: head }, key, await file.slice(end + 1).arrayBuffer())])
  } catch {
    throw new WrongPassphrase('This passphrase does not open the file, or the file is damaged.')
  }
}

function toParameters(text: string) {
  const { version, salt, iv, rounds } = JSON.parse(text) as Readonly<Record<string, unknown>>
  if (version !== 1) throw new Error('This encrypted backup was made by a newer Regulars. Update Regulars first.')
  if (typeof rounds !== 'number' || rounds < 1 || rounds > MOST_ROUNDS) throw new Error('This encrypted backup asks for more work than any of ours.')
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
  if (typeof text !== 'string' || !/^[0-9a-f]*$/.test(text) || text.length !== length * 2) throw new Error('This encrypted backup is damaged in its first line.')
  return Uint8Array.from({ length }, (_none, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16))
}
