import { Told } from '../domain/told'

/** A secret as it lies on the disk. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

const NONCE_BYTES = 12

/** Encrypts a secret; its name is sealed in with it, so that it opens under no other. */
export async function seal(key: CryptoKey, name: string, secret: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(name) }, key, bytesOf(secret))
  return { iv, data }
}

/** The secret again. What cannot be opened says so in a sentence that tells nothing of it. */
export async function openSealed(key: CryptoKey | undefined, name: string, { iv, data }: Sealed): Promise<string> {
  try {
    if (!key) throw new Error('Its key is gone.')
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(name) }, key, data))
  } catch {
    throw new Told('toldSecretGone')
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
