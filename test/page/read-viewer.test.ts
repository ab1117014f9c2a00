import { describe, expect, it } from 'vitest'
import { takeStock } from '../../src/page/health'
import { readTheme, themeOf } from '../../src/page/read-theme'
import { readViewer } from '../../src/page/read-viewer'
import { avatar, h, post, t, userCell } from './markup'
import { buildTree, emptyDocument, hasSamples, sampleText } from './sample-tree'

function documentWith(...children: readonly Element[]): Document {
  const document = emptyDocument()
  document.body.append(...children)
  return document
}

describe('the viewer', () => {
  it('is known by the link to the own profile, or else by the account switcher', () => {
    const link = h('a', { 'data-testid': 'AppTabBar_Profile_Link', href: '/me_myself' })
    const switcher = t('SideNav_AccountSwitcher_Button', {}, avatar('me_again'))
    expect(readViewer(documentWith(link, switcher))).toBe('me_myself')
    expect(readViewer(documentWith(switcher))).toBe('me_again')
    expect(readViewer(documentWith())).toBeUndefined()
  })

  it.skipIf(!hasSamples).each([['home-light.html', 'Stizik_Dih'], ['thread.html', '3kluzumo'], ['profile-logged-out.html', undefined]])('of %s is %s (skipped without ../shared/x-samples)', (file, handle) => {
    expect(readViewer(buildTree(sampleText(file)))).toBe(handle)
  })
})

describe('the theme', () => {
  it.each([['rgb(255, 255, 255)', 'light'], ['rgb(0, 0, 0)', 'dark'], ['rgb(5, 5, 5)', 'dark'], ['rgb(21, 32, 43)', 'dark'], ['rgba(0, 0, 0, 0)', undefined], ['', undefined], ['red', undefined]])('of %s is %s', (colour, theme) => {
    expect(themeOf(colour)).toBe(theme)
  })

  it("is the body's", () => {
    const document = emptyDocument()
    document.body.setAttribute('style', 'background-color: rgb(0, 0, 0)')
    expect(readTheme(document)).toBe('dark')
  })
})

describe('health', () => {
  const column = (...children: readonly Element[]) => documentWith(h('a', { 'data-testid': 'AppTabBar_Profile_Link', href: '/me' }), t('primaryColumn', {}, ...children))

  it('counts what was read', () => {
    const { route, read, nothing } = takeStock(column(post({ handle: 'ana_lee', id: '1' }), userCell('bob_ray')), '/home')
    expect([route, read.post, read.account, read.repost, nothing]).toEqual(['home', 1, 1, 0, []])
  })

  it('names what it looked for in vain', () => {
    expect(takeStock(column(), '/home').nothing).toEqual(['post'])
    expect(takeStock(column(h('article', { 'data-testid': 'tweet' })), '/home').nothing).toEqual(['author avatar', 'author'])
    expect(takeStock(column(post({ handle: 'ana_lee' })), '/home').nothing).toEqual(['permalink'])
    expect(takeStock(column(userCell('ana_lee', { avatarHandle: 'bob_ray' })), '/ana_lee/followers').nothing).toEqual(['account'])
    expect(takeStock(column(post({ handle: 'ana_lee', id: '1' })), '/ana_lee').nothing).toEqual(['profile'])
    expect(takeStock(column(), '/suspended').nothing).toEqual([])
    expect(takeStock(documentWith(), '/home').nothing).toEqual(['main column', 'viewer'])
    expect(takeStock(documentWith(), '/settings').nothing).toEqual([])
  })
})
