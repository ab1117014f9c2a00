import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, ChangeBody, Fields, PersonId } from '../../src/domain/change'
import type { Stamp } from '../../src/domain/clock'
import type { Handle, HandleKey } from '../../src/domain/handle'
import { type ContactRow, noteOf } from '../../src/domain/person'
import { arrivals, history } from './arbitrary-changes'
import { applyAll, inOrder } from './tables'

const RUNS = process.env['REGULARS_LONG'] ? 10_000 : 1_000

describe('the tables', () => {
  it('end up alike whatever the order in which the changes of three machines arrive', () => {
    fc.assert(
      fc.property(arrivals, ([one, other]) => {
        expect(inOrder(applyAll(other))).toEqual(inOrder(applyAll(one)))
      }),
      { numRuns: RUNS },
    )
  }, 300_000)

  it('give a handle to whoever claimed it last, and to nobody else', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const { people } = applyAll(changes)
        const keys = people.flatMap(({ key }) => key ?? [])
        expect(new Set(keys).size).toBe(keys.length)
        for (const { key, id } of people) {
          if (key) expect(people.filter(({ fields }) => fields['removed']?.[0] !== true).sort(byClaimOn(key)).at(-1)?.id).toBe(id)
        }
      }),
      { numRuns: RUNS },
    )
  }, 300_000)

  it('count what lives, and list as aliases exactly those who are', () => {
    fc.assert(
      fc.property(history, (changes) => {
        const { people, notes, contacts } = applyAll(changes)
        for (const row of people) {
          expect(row.notes).toBe(notes.filter((note) => note.person === row.id && noteOf(note)).length)
          expect(row.contacts).toBe(contacts.filter(({ person, fields }) => person === row.id && fields['removed']?.[0] === false).length)
          expect(row.lastContact).toBe(latestOf(contacts, row.id))
          expect(row.aliases ?? []).toEqual(people.filter(({ into }) => into === row.id).map(({ id }) => id).sort())
          if (row.into) expect(row.into < row.id).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
  }, 300_000)
})

describe('a handle that two people claim', () => {
  const claim = (person: string, stamp: string, handle = 'Ada'): Change => made({ kind: 'person/renamed', person: person as PersonId, handle: handle as Handle }, stamp)
  const keysAfter = (...changes: readonly Change[]) => inOrder(applyAll(changes)).people.map(({ id, key }) => [id, key])

  it('goes to the later claim in both orders', () => {
    const expected = [['a', undefined], ['b', 'ada']]
    expect(keysAfter(claim('a', '1'), claim('b', '2'))).toEqual(expected)
    expect(keysAfter(claim('b', '2'), claim('a', '1'))).toEqual(expected)
  })

  it('does not go back when the later one moves on', () => {
    const expected = [['a', undefined], ['b', 'ben']]
    expect(keysAfter(claim('a', '1'), claim('b', '2'), claim('b', '3', 'Ben'))).toEqual(expected)
    expect(keysAfter(claim('b', '3', 'Ben'), claim('b', '2'), claim('a', '1'))).toEqual(expected)
  })

  it('goes back when the later one is kept no longer', () => {
    const gone = made({ kind: 'person/removed', person: 'b' as PersonId, removed: true }, '3')
    const expected = [['a', 'ada'], ['b', undefined]]
    expect(keysAfter(claim('a', '1'), claim('b', '2'), gone)).toEqual(expected)
    expect(keysAfter(gone, claim('b', '2'), claim('a', '1'))).toEqual(expected)
  })
})

function latestOf(contacts: readonly ContactRow[], id: PersonId): number | undefined {
  const times = contacts.flatMap(({ person, fields }) => (person === id && fields['removed']?.[0] === false ? [Number(fields['postedAt']?.[0])] : []))
  return times.length === 0 ? undefined : Math.max(...times)
}

function made(body: ChangeBody, stamp: string): Change {
  return { ...body, stamp: `00000000${stamp}-0000-a` as Stamp, at: 0, by: '' }
}

function byClaimOn(key: HandleKey) {
  const claim = (row: { readonly fields: Fields }) => row.fields[`handle:${key}`]?.[1] ?? ''
  return (one: Parameters<typeof claim>[0], other: Parameters<typeof claim>[0]): number => (claim(one) < claim(other) ? -1 : 1)
}
