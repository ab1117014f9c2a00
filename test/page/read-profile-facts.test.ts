import { describe, expect, it } from 'vitest'
import { type Handle, toHandle } from '../../src/domain/handle'
import { readProfileFacts } from '../../src/page/read-profile-facts'
import type { Expected } from './expected'
import { buildTree, emptyDocument, hasSamples, sampleText } from './sample-tree'

const ANA = toHandle('ana_lee')!

function documentWith(...texts: readonly string[]): Document {
  const document = emptyDocument()
  for (const text of texts) {
    const script = document.createElement('script')
    script.setAttribute('type', 'application/ld+json')
    script.setAttribute('data-testid', 'UserProfileSchema-test')
    script.textContent = text
    document.head.append(script)
  }
  return document
}

function schema(account: object, page: object = {}): string {
  const statistics = [['Follows', 331], ['Friends', 47], ['Tweets', 255]].map(([name, userInteractionCount]) => ({ name, userInteractionCount }))
  const mainEntity = { additionalName: 'ana_lee', givenName: 'Ana', identifier: '42', interactionStatistic: statistics, ...account }
  return JSON.stringify({ dateCreated: '2017-11-18T19:16:56.000Z', mainEntity, ...page })
}

describe("a profile's facts", () => {
  it('are exact', () => {
    expect(readProfileFacts(documentWith(schema({})), ANA, 7)).toEqual({ handle: 'ana_lee', xId: '42', name: 'Ana', followers: 331, following: 47, listed: undefined, posts: 255, createdAt: Date.UTC(2017, 10, 18, 19, 16, 56), source: 'profile', seenAt: 7 })
  })

  it('count only for the profile that the address names', () => {
    const bob = schema({ additionalName: 'bob_ray' })
    expect(readProfileFacts(documentWith(bob), ANA, 7)).toBeUndefined()
    expect(readProfileFacts(documentWith(bob, schema({ additionalName: 'Ana_Lee' })), ANA, 7)?.handle).toBe('Ana_Lee')
  })

  it.each(['', '{', 'null', '[]', '"x"', '{"mainEntity":null}', `{"mainEntity":{"additionalName":["ana_lee"]}}`, ' '.repeat(1_000_000)])('are none where the text is %.60j', (text) => {
    expect(readProfileFacts(documentWith(text), ANA, 7)).toBeUndefined()
  })

  it('leave out what is not a count, a moment, a name or an id', () => {
    const odd = schema({ identifier: 42, givenName: ['Ana'], interactionStatistic: [null, { name: 'Follows', userInteractionCount: -1 }, { name: 'Friends', userInteractionCount: '47' }, { name: 'Tweets', userInteractionCount: 1e300 }] }, { dateCreated: 'soon' })
    expect(readProfileFacts(documentWith(odd), ANA, 7)).toMatchObject({ xId: undefined, name: undefined, followers: undefined, following: undefined, posts: undefined, createdAt: undefined })
    expect(readProfileFacts(documentWith(schema({ interactionStatistic: { length: 1e9 } })), ANA, 7)?.followers).toBeUndefined()
  })

  it.skipIf(!hasSamples).each(['profile-logged-in.html', 'profile-logged-out.html'])('are read from %s (skipped without ../shared/x-samples)', (file) => {
    const { profile } = (JSON.parse(sampleText('expected.json')) as Record<string, Expected>)[file]!
    const { handle, id, followers, following, posts, createdAt } = profile!
    expect(readProfileFacts(buildTree(sampleText(file)), handle as Handle, 7)).toMatchObject({ handle, xId: id, followers, following, posts, createdAt: Date.parse(createdAt) })
  })
})
