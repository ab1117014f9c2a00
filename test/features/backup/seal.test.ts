import { describe, expect, it } from 'vitest'
import { isSealed, ROUNDS, seal, unseal } from '../../../src/features/backup/seal'
import { says } from '../../in-english'

describe('a sealed backup', () => {
  it('opens with its passphrase alone, shows nothing of what is in it, and is never the same twice', async () => {
    const sealed = await seal(new Blob(['Prefers the aisle']), 'café au lait')
    expect(await isSealed(sealed)).toBe(true)
    expect(await sealed.text()).not.toContain('aisle')
    expect(await (await unseal(sealed, 'cafe\u0301 au lait')).text()).toBe('Prefers the aisle')
    await expect(says(unseal(sealed, 'cafe au lait'))).rejects.toThrow('This passphrase does not open the file, or the file is damaged.')
    expect(await (await seal(new Blob(['Prefers the aisle']), 'café au lait')).text()).not.toBe(await sealed.text())
  })

  it('derives its key by at least 600,000 rounds, and refuses a head that was changed', async () => {
    expect(ROUNDS).toBeGreaterThanOrEqual(600_000)
    const bytes = new Uint8Array(await (await seal(new Blob(['x']), 'word')).arrayBuffer())
    const head = new TextDecoder().decode(bytes.slice(0, bytes.indexOf(10)))
    const withHead = (changed: string) => new Blob([changed, bytes.slice(bytes.indexOf(10))])
    await expect(says(unseal(withHead(head.replace('"rounds":600000', '"rounds":600001')), 'word'))).rejects.toThrow('damaged')
    await expect(says(unseal(withHead(head.replace('"rounds":600000', '"rounds":99999999999')), 'word'))).rejects.toThrow('more work')
    await expect(says(unseal(withHead(head.replace('"version":1', '"version":2')), 'word'))).rejects.toThrow('newer')
    await expect(says(unseal(new Blob(['{"format":"regulars-sealed"']), 'word'))).rejects.toThrow('cut off')
  })
})
