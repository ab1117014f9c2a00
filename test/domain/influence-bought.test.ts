import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type AccountFacts, influence } from '../../src/domain/influence'

/** Real profiles as facts only, without names: read where they lie, never copied. */
const PROFILES = new URL('../../../shared/influence/buy_accounts.json', import.meta.url)

interface Profile {
  readonly followers: number
  readonly following: number
  readonly listed: number
  readonly posts: number
  readonly age_days: number
  readonly posts_seen: number
  readonly reposts: number
  readonly likes: number
}

function factsOf({ age_days, posts_seen, reposts, likes, ...same }: Profile): AccountFacts {
  return { ...same, ageDays: age_days, postsSeen: posts_seen, repostsSeen: reposts, likesSeen: likes }
}

describe.skipIf(!existsSync(PROFILES))('followers that were bought, where ../shared/influence/buy_accounts.json is at hand', () => {
  const profiles: readonly Profile[] = existsSync(PROFILES) ? JSON.parse(readFileSync(PROFILES, 'utf8')) : []
  const medianGain = (change: Partial<AccountFacts>): number => {
    const gains = profiles.map(factsOf).map((facts) => {
      const before = { ...facts, ...change }
      return influence({ ...before, followers: before.followers! * 10 })!.score - influence(before)!.score
    })
    return gains.sort((one, other) => one - other)[Math.floor(gains.length / 2)]!
  }

  it('bring few points where lists are known, and not many where they are not', () => {
    expect(profiles).toHaveLength(160)
    expect(medianGain({})).toBeLessThanOrEqual(5)
    expect(medianGain({ listed: undefined })).toBeLessThanOrEqual(12)
  })
})
