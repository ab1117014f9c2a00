import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PostAddress } from '../../../src/domain/contact'
import { type Handle, keyOf, type PostId } from '../../../src/domain/handle'
import { contactOf, usOf, withoutOthers } from '../../../src/features/history/contact-rule'

const as = (...handles: readonly string[]) => handles as readonly Handle[] as Handle[]
const us = usOf(as('NorthwindAir', 'northwindhelp'), 'ada_holm' as Handle)
const post = (author: string, facts: Partial<Record<keyof PostAddress, unknown>> = {}): PostAddress =>
  ({ post: '7' as PostId, author: author as Handle, mentions: [], leading: 0, promoted: false, reposted: false, quotes: false, ...facts }) as PostAddress
const brief = (author: string, facts: Partial<Record<keyof PostAddress, unknown>> = {}) => {
  const contact = contactOf(post(author, facts), us)
  return contact && `${contact.other} ${contact.direction} ${contact.provenance}`
}

describe('a post by somebody else', () => {
  it('is a contact when its own words link to a brand, in any case, anywhere', () => {
    expect(brief('ana', { mentions: as('bob', 'NORTHWINDAIR') })).toBe('ana theirs addressed us')
  })
  it('is one by a guess when it stands directly under a post of a brand', () => {
    expect(brief('ana', { under: 'northwindair' })).toBe('ana theirs guess')
  })
  it('is none when it addresses others, the viewer in person, or nobody', () => {
    expect([brief('ana', { mentions: as('bob'), under: 'bob' }), brief('ana', { mentions: as('ada_holm') }), brief('ana')]).toEqual([undefined, undefined, undefined])
  })
  it('is not one because it says that it was sent here', () => {
    expect(brief('ana', { answers: 'bob' })).toBeUndefined()
  })
})

describe('a post by us', () => {
  it('is a contact with whom its words begin with', () => {
    expect(brief('northwindair', { mentions: as('ana', 'bob'), leading: 1 })).toBe('ana ours addressed by us')
    expect(brief('northwindair', { mentions: as('northwindhelp', 'ana'), leading: 2 })).toBe('ana ours addressed by us')
  })
  it('is none with whom it only names', () => {
    expect(brief('northwindair', { mentions: as('ana'), leading: 0 })).toBeUndefined()
  })
  it('is one by a guess with whom it stands under', () => {
    expect(brief('northwindair', { under: 'ana' })).toBe('ana ours guess')
  })
  it('is one with whom the composer said it answers, also from an account that is no brand', () => {
    expect(brief('northwindair', { answers: 'ana', under: 'bob' })).toBe('ana ours sent here')
    expect(brief('ada_holm', { answers: 'ana' })).toBe('ana ours sent here')
  })
  it('is none from the viewer in person, to ourselves, or between two brands', () => {
    expect(brief('ada_holm', { mentions: as('ana'), leading: 1, under: 'ana' })).toBeUndefined()
    expect(brief('ada_holm', { mentions: as('northwindair'), leading: 1 })).toBeUndefined()
    expect(brief('northwindair', { mentions: as('northwindhelp'), leading: 1, under: 'northwindhelp' })).toBeUndefined()
    expect(brief('northwindair', { answers: 'northwindair' })).toBeUndefined()
    expect(brief('northwindhelp', { under: 'northwindair', mentions: as('northwindair') })).toBeUndefined()
  })
})

const handle = fc.constantFrom('ana', 'Ana', 'bob', 'northwindair', 'NorthwindAir', 'northwindhelp', 'ada_holm') as fc.Arbitrary<Handle>
const address: fc.Arbitrary<PostAddress> = fc.record({
  post: fc.constant('7' as PostId),
  author: handle,
  mentions: fc.array(handle, { maxLength: 4 }),
  leading: fc.nat(5),
  under: fc.option(handle, { nil: undefined }),
  answers: fc.option(handle, { nil: undefined }),
  promoted: fc.boolean(),
  reposted: fc.boolean(),
  quotes: fc.boolean(),
})
const ours = (one: Handle) => us.brands.has(keyOf(one)) || keyOf(one) === us.viewer

describe('whatever the page shows', () => {
  it('nothing promoted, reposted or quoting is ever a contact', () => {
    fc.assert(fc.property(address, (one) => !(one.promoted || one.reposted || one.quotes) || contactOf(one, us) === undefined))
  })
  it('a contact has one side that is ours and one that is not, and its direction says which wrote', () => {
    fc.assert(fc.property(address, (one) => {
      const contact = contactOf(one, us)
      return !contact || (!ours(contact.other) && (contact.direction === 'ours') === ours(one.author))
    }), { numRuns: 2_000 })
  })
  it('whoever neither addresses us nor stands under us leaves no trace', () => {
    fc.assert(fc.property(address, (one) => {
      const concernsUs = [one.author, ...one.mentions, ...(one.under ? [one.under] : [])].some(ours)
      return concernsUs || contactOf(one, us) === undefined
    }), { numRuns: 2_000 })
  })
  it('what is sent of it names nobody else and is the same contact', () => {
    fc.assert(fc.property(address, (one) => {
      const contact = contactOf(one, us)
      if (!contact) return true
      const sent = withoutOthers(one, contact, us)
      const named = [sent.author, ...sent.mentions, ...(sent.under ? [sent.under] : [])]
      return JSON.stringify(contactOf(sent, us)) === JSON.stringify(contact) && named.every((handle) => ours(handle) || keyOf(handle) === keyOf(contact.other))
    }), { numRuns: 2_000 })
  })
  it('without brands and viewer there is no contact at all', () => {
    fc.assert(fc.property(address, (one) => contactOf(one, usOf([], undefined)) === undefined))
  })
  it('the case of handles changes nothing', () => {
    fc.assert(fc.property(address, (one) => {
      const upper = (handle: Handle) => handle.toUpperCase() as Handle
      const loud = { ...one, author: upper(one.author), mentions: one.mentions.map(upper), under: one.under && upper(one.under), answers: one.answers && upper(one.answers) }
      const [quiet, other] = [contactOf(one, us), contactOf(loud, us)]
      return quiet?.direction === other?.direction && quiet?.provenance === other?.provenance && quiet?.other.toLowerCase() === other?.other.toLowerCase()
    }))
  })
})
