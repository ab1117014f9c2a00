import { describe, expect, it } from 'vitest'
import { toXId } from '../../src/domain/handle'
import { counterpartOf, readHoverCard, readNotification, readOldConversation, readProfileHeader, readUserCell } from '../../src/page/read-account'
import { avatar, h, hoverCard, notification, profileHead, t, userCell } from './markup'

const nameOf = (head: Element) => head.querySelector('[data-testid="UserName"]')!

describe('a row of a list', () => {
  it.each(['button', 'div', 'li'])('that is a %s has handle and id', (tag) => {
    expect(readUserCell(userCell('ana_lee', { id: '12345678901234567890', tag }))).toEqual({ handle: 'ana_lee', xId: '12345678901234567890' })
  })

  it('has no id without a follow button', () => {
    expect(readUserCell(userCell('ana_lee'))).toEqual({ handle: 'ana_lee', xId: undefined })
  })

  it.each(['متابعة ana_lee@', 'Suivre @ANA_LEE', '@ana_leeさんをフォロー', 'Pending'])('takes the id of the button labelled %s', (label) => {
    expect(readUserCell(userCell('ana_lee', { id: '77', label }))?.xId).toBe('77')
  })

  it('leaves the id of a button that names somebody else', () => {
    expect(readUserCell(userCell('ana_lee', { id: '77', label: 'Follow @bob_ray' }))).toEqual({ handle: 'ana_lee', xId: undefined })
    expect(readUserCell(userCell('ana_lee', { id: '77', label: 'متابعة bob_ana_lee@' }))?.xId).toBeUndefined()
  })

  it.each(['0', '-1', '1e3', 'x', '9'.repeat(40), ''])('leaves the id %j, which is none', (id) => {
    expect(readUserCell(userCell('ana_lee', { id }))?.xId).toBeUndefined()
  })

  it('is not readable where avatar and name disagree, or the avatar is unresolved', () => {
    expect(readUserCell(userCell('ana_lee', { avatarHandle: 'bob_ray' }))).toBeUndefined()
    expect(readUserCell(userCell('ana_lee', { avatarHandle: 'unknown' }))).toBeUndefined()
    expect(readUserCell(h('div', { 'data-testid': 'UserCell' }))).toBeUndefined()
  })

  it('is not about whom its bio mentions', () => {
    const bio = h('div', { dir: 'auto' }, h('a', { href: '/bob_ray' }, h('span', {}, '@bob_ray')))
    expect(readUserCell(userCell('ana_lee', { bio }))?.handle).toBe('ana_lee')
  })
})

describe('a hover card', () => {
  it('has handle and id', () => {
    expect(readHoverCard(hoverCard('ana_lee', '99'))).toEqual({ handle: 'ana_lee', xId: '99' })
  })

  it('says nothing while it loads, nor where a cell inside speaks', () => {
    expect(readHoverCard(hoverCard())).toBeUndefined()
    expect(readHoverCard(t('HoverCard', {}, userCell('ana_lee')))).toBeUndefined()
  })
})

describe("a profile's head", () => {
  it('has the handle, and the id of the follow button above it', () => {
    expect(readProfileHeader(nameOf(profileHead('ana_lee', '55')))).toEqual({ handle: 'ana_lee', xId: '55' })
  })

  it('has no id on the own profile, nor from a button that names another or nobody', () => {
    expect(readProfileHeader(nameOf(profileHead('ana_lee')))).toEqual({ handle: 'ana_lee', xId: undefined })
    expect(readProfileHeader(nameOf(profileHead('ana_lee', '55', 'Follow @bob_ray')))?.xId).toBeUndefined()
    expect(readProfileHeader(nameOf(profileHead('ana_lee', '55', 'Follow')))?.xId).toBeUndefined()
  })
})

describe('a notification', () => {
  it('is by the first account that X has resolved', () => {
    expect(readNotification(notification('ana_lee', 'bob_ray'))).toBe('ana_lee')
    expect(readNotification(notification('unknown', 'bob_ray'))).toBe('bob_ray')
    expect(readNotification(notification('unknown'))).toBeUndefined()
    expect(readNotification(h('article', { 'data-testid': 'notification' }, 'A login from a new device'))).toBeUndefined()
  })
})

describe('a conversation', () => {
  it('of the old messages is known by the link around its avatar', () => {
    const link = (handle: string) => h('a', { href: `/${handle}`, 'data-testid': 'DM_Conversation_Avatar' }, avatar('unknown', false))
    expect(readOldConversation(t('conversation', {}, link('ana_lee')))).toBe('ana_lee')
    expect(readOldConversation(t('conversation', {}, link('ana_lee'), link('bob_ray')))).toBeUndefined()
    expect(readOldConversation(t('conversation', {}))).toBeUndefined()
  })

  it('of the new chat is with the id that is not the own', () => {
    const me = toXId('111')
    expect(counterpartOf('111:222', me)).toBe('222')
    expect(counterpartOf('222-111', me)).toBe('222')
    for (const pair of ['222:333', '111', 'g111', '111:222:333', '111:x', '', undefined, '1'.repeat(1_000_000)]) expect(counterpartOf(pair, me)).toBeUndefined()
    expect(counterpartOf('111:222', undefined)).toBeUndefined()
  })
})
