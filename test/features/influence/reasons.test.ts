import { describe, expect, it } from 'vitest'
import { influence } from '../../../src/domain/influence'
import { reasonsOf, topPercent } from '../../../src/features/influence/reasons'

describe('the reasons of a score', () => {
  it('come largest first, with their sign, and leave out what rounds to nothing', () => {
    const points = { reach: 43.2, unsupported: 0, lists: -9.8, engagement: -0.2, activity: 4.9, followBack: -12.1 }
    expect(reasonsOf({ score: 76, points })).toEqual([
      { name: 'reach', points: 43 },
      { name: 'followBack', points: -12 },
      { name: 'lists', points: -10 },
      { name: 'activity', points: 5 },
    ])
  })

  it('add up to the score that is shown, whatever rounding does', () => {
    for (let followers = 1; followers < 5_000_000; followers = Math.ceil(followers * 1.7)) {
      for (const extra of [{}, { listed: 3, following: 4_000 }, { listed: 90, posts: 9_000, ageDays: 900, following: 80 }, { postsSeen: 8, repostsSeen: 0, likesSeen: 2 }]) {
        const found = influence({ followers, ...extra })!
        const total = reasonsOf(found).reduce((sum, { points }) => sum + points, 50)
        expect([followers, total]).toEqual([followers, Math.round(found.score)])
      }
    }
  })

  it('never say more than a point beside the truth', () => {
    const found = influence({ followers: 327, listed: 12, following: 300, posts: 4_000, ageDays: 2_000 })!
    for (const { name, points } of reasonsOf(found)) expect(Math.abs(points - found.points[name])).toBeLessThan(1.5)
  })
})

describe('the share above', () => {
  it.each([[9.4, 9], [81.2, 81], [1, 1], [0.44, 0.4], [0.001, 0.1]])('says %f %% as %f', (exact, said) => expect(topPercent(exact)).toBe(said))
})
