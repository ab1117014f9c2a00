import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetSecret, forgetSecrets, hasSecret, keepSecret, readSecret } from '../../src/store/secrets'
import { says } from '../in-english'

const TOKEN = 'SECRETTOKEN-pat-eu1-1234'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** Everything that lies on the disk, as text. */
async function onDisk(): Promise<string> {
  const database = await openDB('regulars-secrets')
  const rows = await Promise.all([...database.objectStoreNames].map((table) => database.getAll(table)))
  database.close()
  const plain = (value: unknown): unknown => (value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value)
  return JSON.stringify(rows.flat(), (_key, value: unknown) => plain(value))
}

describe('secrets', () => {
  it('gives back what was kept, the latest of a name', async () => {
    await keepSecret('crm', 'old')
    await keepSecret('crm', TOKEN)
    await keepSecret('x', 'other')
    expect(await readSecret('crm')).toBe(TOKEN)
    expect(await readSecret('x')).toBe('other')
    expect(await readSecret('team')).toBeUndefined()
    expect(await hasSecret('team')).toBe(false)
  })

  it('gives back any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (secret) => {
        await keepSecret('any', secret)
        expect(await readSecret('any')).toBe(secret)
      }),
      { numRuns: 50 },
    )
  })

  it('lies on the disk encrypted, differently each time, with a key that cannot be exported', async () => {
    await keepSecret('crm', TOKEN)
    const first = await onDisk()
    await keepSecret('crm', TOKEN)
    const second = await onDisk()
    expect(first).not.toContain('SECRETTOKEN')
    expect(second).not.toBe(first)
    const database = await openDB('regulars-secrets')
    const [key] = (await database.getAll('keys')) as readonly CryptoKey[]
    database.close()
    expect(key?.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow()
  })

  it('opens under its own name only, and says nothing of a secret that is damaged', async () => {
    await keepSecret('crm', TOKEN)
    const database = await openDB('regulars-secrets')
    await database.put('secrets', await database.get('secrets', 'crm'), 'x')
    database.close()
    await expect(says(readSecret('x'))).rejects.toThrow('The stored access key cannot be read any more. Connect again.')
    expect(await readSecret('crm')).toBe(TOKEN)
  })

  it('is kept by both when two keep one at the same time', async () => {
    await Promise.all([keepSecret('crm', 'one'), keepSecret('x', 'two'), keepSecret('team', 'three')])
    expect(await Promise.all(['crm', 'x', 'team'].map(readSecret))).toEqual(['one', 'two', 'three'])
  })

  it('is gone when it is forgotten, and the key with the last one', async () => {
    await keepSecret('crm', TOKEN)
    await keepSecret('x', 'two')
    await forgetSecret('crm')
    expect(await readSecret('crm')).toBeUndefined()
    expect(await readSecret('x')).toBe('two')
    await forgetSecret('x')
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('regulars-secrets')
    await keepSecret('crm', TOKEN)
    await forgetSecrets()
    expect(await readSecret('crm')).toBeUndefined()
  })
})
