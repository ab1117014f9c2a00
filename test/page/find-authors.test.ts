import { describe, expect, it } from 'vitest'
import { toXId } from '../../src/domain/handle'
import { findAuthors, type PageContext } from '../../src/page/find-authors'
import { avatar, chatItem, h, hoverCard, nameRows, notification, post, profileHead, quote, reposted, t, userCell } from './markup'

const shown = (root: Element, context?: PageContext) => findAuthors(root, context).map(({ surface, handle, xId }) => [surface, handle ?? xId])
const anchors = (root: Element, context?: PageContext) => findAuthors(root, context).map(({ anchor }) => anchor.className)
const CHAT: PageContext = { path: '/i/chat/111-222', viewerId: toXId('111') }

describe('the places for badges', () => {
  it('are three in a repost with a quote: each on a line of its own', () => {
    const article = post({ handle: 'ana_lee', id: '1', context: reposted('bob_ray'), quote: quote('cy_dee') })
    expect(shown(article)).toEqual([['post', 'ana_lee'], ['repost', 'bob_ray'], ['quote', 'cy_dee']])
    expect(anchors(article)).toEqual(['handle-row', 'context-row', 'handle-row'])
    expect(findAuthors(article).map(({ element }) => element)).toEqual([article, article, article])
  })

  it('are on the row of the reposter with and without a box between', () => {
    expect(anchors(post({ handle: 'ana_lee', id: '1', context: reposted('bob_ray', false) }))).toEqual(['handle-row', 'context-row'])
    const bare = post({ handle: 'ana_lee', id: '1', context: reposted('bob_ray') })
    bare.querySelector('svg')?.remove()
    expect(shown(bare)).toEqual([['post', 'ana_lee']])
  })

  it('are on the line of the handle in an open post, whose name stands above', () => {
    expect(anchors(post({ handle: 'ana_lee', id: '1', open: true }))).toEqual(['handle-row'])
  })

  it('are one in a row, a hover card, a profile, a notification', () => {
    const head = profileHead('ana_lee', '5')
    const root = h('div', {}, userCell('bob_ray'), hoverCard('cy_dee'), head, notification('dora_x', 'eve_y'))
    expect(shown(root, { path: '/ana_lee' })).toEqual([['account', 'bob_ray'], ['hover-card', 'cy_dee'], ['profile', 'ana_lee'], ['notification', 'dora_x']])
    expect(anchors(root)).toEqual(['handle-row', 'handle-row', 'handle-row', 'strip'])
  })

  it('are beside a single avatar of a notification, too', () => {
    expect(anchors(notification('ana_lee'))).toEqual(['strip'])
  })

  it('are not misled by a bio that names its owner', () => {
    const bio = h('div', { class: 'bio' }, h('a', { href: '/ana_lee' }, h('span', {}, '@ana_lee')))
    expect(anchors(userCell('ana_lee', { bio }))).toEqual(['handle-row'])
  })

  it('are none on a profile whose address names another already', () => {
    expect(shown(profileHead('ana_lee'), { path: '/bob_ray' })).toEqual([])
    expect(shown(profileHead('ana_lee'), { path: '/ANA_LEE/with_replies' })).toEqual([['profile', 'ana_lee']])
  })

  it('are none where nobody is sure', () => {
    expect(shown(h('div', {}, post({ handle: 'ana_lee', avatarHandle: 'bob_ray', context: reposted('cy_dee') }), userCell('unknown', { avatarHandle: 'ana_lee' }), hoverCard(), notification('unknown')))).toEqual([])
  })

  it('are found from within and from above', () => {
    const article = post({ handle: 'ana_lee', id: '1' })
    expect(shown(h('div', {}, h('div', {}, article)))).toEqual([['post', 'ana_lee']])
    expect(findAuthors(article.querySelector('[data-testid="User-Name"]')!)).toEqual([])
  })

  it('tell a mention on the notifications page from a row about likes', () => {
    expect(shown(h('div', {}, post({ handle: 'ana_lee', id: '1' }), notification('bob_ray')))).toEqual([['post', 'ana_lee'], ['notification', 'bob_ray']])
  })
})

describe('the places in messages', () => {
  it('know the other party of a chat by its number', () => {
    expect(shown(chatItem('111:222'), CHAT)).toEqual([['dm-item', '222']])
    expect(anchors(chatItem('111:222'), CHAT)).toEqual(['truncate'])
    const header = t('dm-conversation-header', {}, h('span', { 'data-testid': 'dm-conversation-username', class: 'name' }, 'Somebody'))
    expect(shown(header, CHAT)).toEqual([['dm-header', '222']])
    expect(anchors(header, CHAT)).toEqual(['name'])
  })

  it('are none in a group, without the own id, or with no chat open', () => {
    expect(shown(h('div', {}, chatItem('g1234'), chatItem('111'), chatItem('333:444')), CHAT)).toEqual([])
    expect(shown(chatItem('111:222'))).toEqual([])
    expect(shown(t('dm-conversation-header', {}, h('span', {}, 'Somebody')), { ...CHAT, path: '/i/chat' })).toEqual([])
  })

  it('know the other party of an old conversation by the link', () => {
    const link = h('a', { href: '/ana_lee', 'data-testid': 'DM_Conversation_Avatar' }, avatar('unknown', false))
    const cell = t('conversation', {}, h('div', {}, link), h('div', {}, h('div', {}, ...nameRows('ana_lee', 'Somebody', false)), t('tweetText', {}, h('span', {}, 'hidden words'))))
    expect(shown(cell)).toEqual([['dm-item', 'ana_lee']])
    expect(anchors(cell)).toEqual(['handle-row'])
  })
})
