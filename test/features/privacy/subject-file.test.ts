import { describe, expect, it } from 'vitest'
import type { Change, PersonId } from '../../../src/domain/change'
import type { Stamp } from '../../../src/domain/clock'
import type { Handle, HandleKey } from '../../../src/domain/handle'
import type { MarkRule } from '../../../src/domain/mark-rules'
import { namedElsewhere } from '../../../src/features/privacy/named-elsewhere'
import { originOf } from '../../../src/features/privacy/origin'
import { subjectFile } from '../../../src/features/privacy/subject-file'
import { withoutHandles } from '../../../src/features/privacy/without-handles'
import { applyAll } from '../../domain/tables'

const ida = 'ida' as PersonId
const AT = Date.UTC(2026, 2, 12)
let count = 0
const made = (change: object): Change => ({ person: ida, at: AT, by: 'Ada', stamp: `0000000${(count += 1)}` as Stamp, ...change }) as Change

const CHANGES = [
  made({ kind: 'person/met', handle: 'IdaPlane', name: 'Ida Plane' }),
  made({ kind: 'tag/set', tag: 'VIP', on: true, import: 'i1' }),
  made({ kind: 'field/set', field: 'City', value: 'Lisbon' }),
  made({ kind: 'note/added', note: 'n1', text: 'Window seat' }),
  made({ kind: 'contact/recorded', post: '7', url: 'https://x.com/IdaPlane/status/7', postedAt: 5, removed: false, text: 'Hello', direction: 'theirs', provenance: 'addressed us' }),
]

function fileOf(changes: readonly Change[]) {
  const { people, notes, contacts } = applyAll(changes)
  return subjectFile({ people: [people[0]!], notes, contacts, journal: changes, drafts: [], uses: [], mentions: [], crm: [], search: [] }, { markRules: [], colleagues: [] }, AT)
}

describe('the subject file', () => {
  it('says of everything that is known where it comes from', () => {
    expect(fileOf(CHANGES).known).toEqual([
      { what: 'handle', value: '@IdaPlane', origin: { way: 'seen on the page', at: AT, by: '' } },
      { what: 'name', value: 'Ida Plane', origin: { way: 'seen on the page', at: AT, by: '' } },
      { what: 'tag', value: 'VIP', origin: { way: 'imported', at: AT, by: '' } },
      { what: 'field', name: 'City', value: 'Lisbon', origin: { way: 'written', at: AT, by: 'Ada' } },
    ])
  })

  it('holds notes, contacts and the very rows', () => {
    const file = fileOf(CHANGES)
    expect(file.notes).toEqual([{ text: 'Window seat', inBin: false, post: undefined, origin: { way: 'written', at: AT, by: 'Ada' } }])
    expect(file.contacts).toEqual([{ url: 'https://x.com/IdaPlane/status/7', text: 'Hello', direction: 'theirs', postedAt: 5, origin: { way: 'addressed us', at: AT, by: '' } }])
    expect(file.rows.journal).toHaveLength(5)
  })

  it('says the numbers of an account one by one, and what is not known not at all', () => {
    const facts = { handle: 'IdaPlane', xId: '7', source: 'profile', seenAt: AT, followers: 1200, listed: 3, createdAt: Date.UTC(2015, 2, 1), verified: 'no', lang: 'pt', reactions: { posts: 2, reposts: 5, likes: 40, seenAt: AT } }
    const packed = JSON.stringify({ facts, version: '2026-11', moments: [[AT, 1200, 6.5]] })
    const known = fileOf([...CHANGES, made({ kind: 'facts/seen', facts: packed, score: 61 })]).known.find(({ what }) => what === 'facts')
    expect(known?.facts?.map(({ what, value }) => [what, value])).toEqual([
      ['followers', 1200],
      ['listed', 3],
      ['createdAt', Date.UTC(2015, 2, 1)],
      ['postsSeen', 2],
      ['repostsSeen', 5],
      ['likesSeen', 40],
      ['lang', 'pt'],
      ['followersThen', 1200],
    ])
  })

  it('leaves out what was taken back, and says of a note that it is in the bin', () => {
    const file = fileOf([...CHANGES, made({ kind: 'tag/set', tag: 'VIP', on: false }), made({ kind: 'note/removed', note: 'n1', removed: true })])
    expect(file.known.map(({ what }) => what)).not.toContain('tag')
    expect(file.notes[0]?.inBin).toBe(true)
  })

  it('takes no provenance on trust', () => {
    expect(originOf(made({ kind: 'contact/recorded', post: '7', url: '', postedAt: 5, removed: false, provenance: 'sworn' })).way).toBe('counted by hand')
  })
})

describe('who is named elsewhere', () => {
  const words = [
    { person: 'joe' as PersonId, text: 'Friend of @IdaPlane, see idaplane' },
    { person: 'joe' as PersonId, text: 'Knows idaplane2 and my_idaplane' },
    { person: ida, text: 'IdaPlane herself' },
  ]

  it('counts whole handles in the words about others', () => {
    expect([...namedElsewhere(words, ['idaplane' as HandleKey], new Set([ida]))]).toEqual([['joe', 1]])
  })
})

describe('lists without a person', () => {
  const rule = (handles: readonly string[] | undefined): MarkRule => ({ mark: 'VIP', colour: 'red', when: { handles: handles as readonly Handle[] | undefined } })

  it('lose their handle, and a rule that held for nobody else', () => {
    const other = rule(undefined)
    const { markRules, colleagues } = withoutHandles({ markRules: [rule(['IdaPlane']), rule(['Joe', 'IDAPLANE']), other], colleagues: ['IdaPlane', 'Joe'] as unknown as Handle[] }, ['idaplane' as HandleKey])
    expect(markRules).toEqual([rule(['Joe']), other])
    expect(markRules[1]).toBe(other)
    expect(colleagues).toEqual(['Joe'])
  })
})
