import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TRUST_CASES } from './cases.ts'

const TESTS = join(import.meta.dirname, '..')

describe('the trust list', () => {
  it('has all 62 abuse cases and all 30 of reliability', () => {
    const ids = TRUST_CASES.map(({ id }) => id)
    expect(ids).toEqual([...Array.from({ length: 62 }, (_, place) => String(place + 1)), ...Array.from({ length: 30 }, (_, place) => `R${place + 1}`)])
  })

  it.each(TRUST_CASES)('$id $what: is proven, or says why there is nothing to prove', ({ id, proofs, why }) => {
    expect(proofs.length > 0 || why !== undefined).toBe(true)
    for (const [file, words] of proofs) expect(readFileSync(join(TESTS, file), 'utf8').includes(words), `test/${file} has no test named “${words}” any more: mend case ${id} in test/trust/cases.ts`).toBe(true)
  })
})
