import { describe, expect, it } from 'vitest'
import { createFactsIndex, type StateUser, type StateUsers } from '../../src/page/facts-index'

const user = (screen_name: string, followers_count = 1): StateUser => ({ screen_name, name: screen_name, followers_count })
const handles = (found: readonly StateUser[]) => found.map((facts) => facts.screen_name)

/** Counts how often all users are enumerated, which is what costs. */
function counted(users: StateUsers): { users: StateUsers; readonly times: number } {
  const count = { users: {} as StateUsers, times: 0 }
  count.users = new Proxy(users, { ownKeys: (target) => (count.times++, Reflect.ownKeys(target)) })
  return count
}

describe('the index of users in X state', () => {
  it('finds by handle, whatever its case, and by id', () => {
    const find = createFactsIndex()
    const users = { '7': user('Ada'), '1234567890123456789': user('Grace') }
    expect(handles(find(users, ['@ada', '1234567890123456789', '@nobody', '99']))).toEqual(['Ada', 'Grace'])
  })

  it('tells a handle of digits from an id', () => {
    expect(handles(createFactsIndex()({ '7': user('8'), '8': user('Ada') }, ['@8', '8']))).toEqual(['8', 'Ada'])
  })

  it('hands over twelve fields and nothing else', () => {
    const users = { '7': { ...user('Ada'), email: 'ada@example.org', muting: true } as StateUser }
    expect(Object.keys(createFactsIndex()(users, ['7'])[0]!)).toEqual([
      'id', 'screen_name', 'name', 'followers_count', 'friends_count', 'statuses_count', 'listed_count', 'created_at', 'verified', 'verified_type', 'is_blue_verified', 'protected',
    ])
  })

  it('finds who was added later', () => {
    const find = createFactsIndex()
    const before = { '1000000000001': user('Ada') }
    find(before, ['@ada', '@grace'])
    expect(handles(find({ ...before, '1000000000002': user('Grace') }, ['@grace']))).toEqual(['Grace'])
    expect(handles(find({ '3': user('Early'), ...before }, ['@early']))).toEqual(['Early'])
  })

  it('gives what the state says now, not what it said', () => {
    const find = createFactsIndex()
    find({ '7': user('Ada', 1) }, ['@ada'])
    expect(find({ '7': user('Ada', 2) }, ['@ada'])[0]!.followers_count).toBe(2)
  })

  it('follows renames', () => {
    const find = createFactsIndex()
    find({ '7': user('Ada'), '8': user('Grace') }, ['@ada'])
    const renamed = { '7': user('Countess'), '8': user('Ada') }
    expect(find(renamed, ['@countess', '@ada', '@grace']).map((facts) => [facts.id, facts.screen_name])).toEqual([['7', 'Countess'], ['8', 'Ada']])
  })

  it('forgets who left the state, and starts over when most did', () => {
    const find = createFactsIndex()
    find({ '1': user('a'), '2': user('b'), '3': user('c') }, ['@a'])
    expect(find({ '9': user('z') }, ['@a', '@z']).map((facts) => facts.id)).toEqual(['9'])
  })

  it('waits for a user that came without a handle', () => {
    const find = createFactsIndex()
    find({ '7': {} }, ['@ada'])
    expect(handles(find({ '7': user('Ada') }, ['@ada']))).toEqual(['Ada'])
  })

  it('enumerates once for many new handles, and not at all for known ones', () => {
    const find = createFactsIndex()
    const first = counted(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`10000000000${at}`, user(`u${at}`)])))
    find(first.users, Array.from({ length: 50 }, (_, at) => `@u${at}`))
    find(first.users, ['@u3', '@u4'])
    expect(first.times).toBe(1)
    const second = counted({ ...first.users, '200000000000': user('new') })
    find(second.users, ['@u3', '@u4'])
    expect(second.times).toBe(0)
    find(second.users, ['@new', '@stranger'])
    find(second.users, ['@new', '@stranger', '@stranger'])
    expect(second.times).toBe(2)
  })

  it('bears a state of any shape', () => {
    const users = { a: null, b: 3, c: { screen_name: 5 }, d: [], constructor: user('x') } as unknown as StateUsers
    expect(handles(createFactsIndex()(users, ['a', 'b', 'c', 'd', '__proto__', '@', '@x', 7, null, {}]))).toEqual(['x'])
  })

  it('answers for a hundred at most', () => {
    const users = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at + 1}`, user(`u${at}`)]))
    expect(createFactsIndex()(users, Object.keys(users))).toHaveLength(100)
  })
})
