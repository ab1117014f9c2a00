import { describe, expect, it } from 'vitest'
import type { Handle, HandleKey, PostId, XId } from '../../../src/domain/handle'
import { toXPost, type XAccount } from '../../../src/domain/x-data'
import { answeredBy, answeredOnPage, type Mention, mentionsIn } from '../../../src/features/x-account/mention'
import { toSeen } from '../../../src/features/x-account/to-seen'

const account = (xId: string, handle: string): XAccount => ({ xId: xId as XId, handle: handle as Handle, name: undefined, followers: undefined, following: undefined, listed: undefined, posts: undefined, createdAt: undefined, verifiedType: undefined, isProtected: false })
const mention = (id: string, conversation: string, at: number, xId = '7'): Mention => ({ id: id as PostId, conversation: conversation as PostId, at, xId: xId as XId, account: '1' as XId, author: 'ana' as Handle, key: 'ana' as HandleKey, name: undefined, followers: undefined, text: '' })
const named = (...handles: readonly (readonly [string, number])[]) => ({ mentions: handles.map(([username, start]) => ({ username, start, end: start + username.length + 1 })) })

describe('the inbox', () => {
  it('takes in neither what is passed on nor what is our own', () => {
    const posts = [
      toXPost({ id: '10', author_id: '7', text: '@brand hi' }),
      toXPost({ id: '11', author_id: '7', text: 'RT @brand: hi' }),
      toXPost({ id: '12', author_id: '1', text: '@brand hi' }),
      toXPost({ id: '13', author_id: '8', text: '@brand hi' }),
      toXPost({ id: '14', author_id: '9', text: '@brand whose account is not told' }),
    ].flatMap((post) => post ?? [])
    expect(mentionsIn(posts, [account('7', 'ana'), account('1', 'brand'), account('8', 'OtherBrand')], '1' as XId, new Set(['otherbrand' as HandleKey])).map(({ id }) => id)).toEqual(['10'])
  })

  it('lets go what our reply in the same conversation to the same account answers, and nothing later or elsewhere', () => {
    const reply = toXPost({ id: '50', text: '@ana hi', conversation_id: '10', in_reply_to_user_id: '7' }, '1' as XId)!
    const open = [mention('10', '10', 1), mention('60', '10', 1), mention('20', '20', 1), mention('11', '10', 1, '8')]
    expect(answeredBy(open, [reply]).map(({ id }) => id)).toEqual(['10'])
  })

  it('lets go by a reply on the page, unless it could belong to several conversations', () => {
    const reply = { key: 'ana' as HandleKey, at: 5 }
    expect(answeredOnPage([mention('10', '10', 1), mention('11', '10', 2), mention('12', '12', 9)], reply).map(({ id }) => id)).toEqual(['10', '11'])
    expect(answeredOnPage([mention('10', '10', 1), mention('20', '20', 2)], reply)).toEqual([])
    expect(answeredOnPage([mention('10', '10', 1)], { ...reply, key: 'ben' as HandleKey })).toEqual([])
  })
})

describe('posts of the interface', () => {
  it('lead with the names that nothing but a space keeps apart', () => {
    expect(toXPost({ id: '1', author_id: '2', text: '@a @bc hi @d', entities: named(['a', 0], ['bc', 3], ['d', 10]) })).toMatchObject({ mentions: ['a', 'bc', 'd'], leading: 2 })
    expect(toXPost({ id: '1', author_id: '2', text: 'hi @a', entities: named(['a', 3]) })).toMatchObject({ leading: 0 })
  })

  it('of ours go to whom they answer; of others the writer counts, whoever they answer', () => {
    const accounts = [account('1', 'brand'), account('7', 'ana')]
    const ours = toXPost({ id: '50', text: 'no names', in_reply_to_user_id: '7' }, '1' as XId)!
    const theirs = toXPost({ id: '51', author_id: '7', text: '@brand hi', in_reply_to_user_id: '1', entities: named(['brand', 0]) })!
    expect(toSeen([ours, theirs], accounts, new Set(['1' as XId]))).toMatchObject([
      { author: 'brand', mentions: ['ana'], leading: 1, xId: '7' },
      { author: 'ana', mentions: ['brand'], leading: 1, xId: '7' },
    ])
  })

  it('are bounded and checked, whatever came', () => {
    for (const nonsense of [null, undefined, 7, [], {}, { id: '1' }, { id: 'x', author_id: '2' }]) expect(toXPost(nonsense)).toBeUndefined()
    const hostile = toXPost({ id: '1', author_id: '2', text: `${'x'.repeat(5000)}\u202E`, entities: { mentions: [{ username: '<img>', start: 0, end: 1 }, null] }, lang: 'e'.repeat(99), conversation_id: '1; drop' })
    expect(hostile).toMatchObject({ mentions: [], lang: undefined, conversation: undefined })
    expect(hostile?.text.length).toBeLessThanOrEqual(1000)
  })
})
