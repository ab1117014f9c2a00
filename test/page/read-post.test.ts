import { describe, expect, it } from 'vitest'
import { countsOf } from '../../src/page/read-counts'
import { readPost } from '../../src/page/read-post'
import { h, post, quote, reposted, t } from './markup'
import { growsWithLength } from '../growth'

const ID = '1930052672419228635'

describe('a post', () => {
  it('has its author, id, moment and language', () => {
    expect(readPost(post({ handle: 'ana_lee', id: ID }))).toMatchObject({ author: 'ana_lee', id: ID, postedAt: Date.UTC(2025, 5, 1, 10), lang: 'en', promoted: false, repostedBy: undefined, quoted: undefined })
  })

  it('is an answer where X names, above its words, whom it answers', () => {
    const answer = post({ handle: 'ana_lee', id: ID })
    const words = answer.querySelector('[data-testid="tweetText"]')!
    words.before(h('div', {}, 'Svarar ', h('a', { href: '/bob_ray' }, '@bob_ray')))
    expect(readPost(answer)?.answers).toBe(true)
    expect(readPost(post({ handle: 'ana_lee', id: ID }))?.answers).toBe(false)
  })

  it('is not readable where avatar and name disagree', () => {
    expect(readPost(post({ handle: 'ana_lee', avatarHandle: 'bob_ray', id: ID }))).toBeUndefined()
    expect(readPost(post({ handle: 'ana_lee', avatarHandle: 'unknown', id: ID }))).toBeUndefined()
  })

  it('may be by an account that is called unknown', () => {
    expect(readPost(post({ handle: 'unknown', id: ID }))?.author).toBe('unknown')
  })

  it('takes a handle in any case, as the avatar writes it', () => {
    expect(readPost(post({ handle: 'ana_lee', avatarHandle: 'Ana_Lee', id: ID }))).toMatchObject({ author: 'Ana_Lee', id: ID })
  })

  it.each(['__proto__!', 'a'.repeat(5000), 'ana\u202Elee', 'ａｎａ', '', 'ana/lee', '<b>ana</b>'])('is not readable with the handle %j', (handle) => {
    expect(readPost(post({ handle, id: ID }))).toBeUndefined()
  })

  it('reads __proto__ as what X would take it for: a handle like any other', () => {
    expect(readPost(post({ handle: '__proto__', id: ID }))?.author).toBe('__proto__')
  })

  it('is not readable without a name, without an avatar, or empty', () => {
    for (const missing of ['User-Name', 'Tweet-User-Avatar']) {
      const article = post({ handle: 'ana_lee', id: ID })
      article.querySelector(`[data-testid="${missing}"]`)?.remove()
      expect(readPost(article)).toBeUndefined()
    }
    expect(readPost(h('article', { 'data-testid': 'tweet' }))).toBeUndefined()
  })

  it('does not take a moment that links to another author', () => {
    const article = post({ handle: 'ana_lee', id: ID })
    article.querySelector('time')?.parentElement?.setAttribute('href', `/bob_ray/status/${ID}`)
    expect(readPost(article)).toMatchObject({ author: 'ana_lee', id: undefined, promoted: false })
  })

  it('stands on its own page with the moment below the words', () => {
    expect(readPost(post({ handle: 'ana_lee', id: ID, open: true, quote: quote('bob_ray') }))).toMatchObject({ id: ID, quoted: 'bob_ray', lang: 'en' })
  })

  it('without words has no language, even if it quotes words', () => {
    expect(readPost(post({ handle: 'ana_lee', id: ID, lang: '', quote: quote('bob_ray') }))?.lang).toBeUndefined()
  })

  it('bears with links as other sites write them', () => {
    const article = post({ handle: 'ana_lee', id: ID })
    for (const link of article.querySelectorAll('a[href]')) link.setAttribute('href', `https://mobile.twitter.com${link.getAttribute('href')}?s=20`)
    expect(readPost(article)).toMatchObject({ author: 'ana_lee', id: ID })
    for (const link of article.querySelectorAll('a[href]')) link.setAttribute('href', `https://evil.example/x.com/ana_lee`)
    expect(readPost(article)).toBeUndefined()
  })

  it("bears with other extensions' nodes in the name", () => {
    const article = post({ handle: 'ana_lee', id: ID })
    article.querySelector('[data-testid="User-Name"]')?.prepend(h('div', {}, h('a', { href: 'https://tool.example/ana' }, '@bob_ray')))
    expect(readPost(article)?.author).toBe('ana_lee')
  })
})

describe('a repost', () => {
  it('tells who reposted', () => {
    expect(readPost(post({ handle: 'ana_lee', id: ID, context: reposted('bob_ray') }))).toMatchObject({ author: 'ana_lee', repostedBy: 'bob_ray' })
  })

  it('is none when the post is pinned or comes from a community', () => {
    expect(readPost(post({ handle: 'ana_lee', id: ID, context: t('socialContext', {}, 'Pinned') }))?.repostedBy).toBeUndefined()
    const community = h('a', { href: '/i/communities/123' }, h('span', { 'data-testid': 'socialContext' }, 'Gardeners'))
    expect(readPost(post({ handle: 'ana_lee', id: ID, context: community }))?.repostedBy).toBeUndefined()
  })
})

describe('a promoted post', () => {
  const wrapped = (id?: string) => {
    const article = post({ handle: 'ana_lee', ...(id ? { id } : {}) })
    t('cellInnerDiv', {}, t('placementTracking', {}, article))
    return article
  }

  it('has tracking around it and no moment', () => {
    expect(readPost(wrapped())).toMatchObject({ author: 'ana_lee', id: undefined, postedAt: undefined, promoted: true })
  })

  it('is none with a moment, or with tracking inside or beyond the cell', () => {
    expect(readPost(wrapped(ID))?.promoted).toBe(false)
    const inside = post({ handle: 'ana_lee' })
    inside.append(t('placementTracking', {}, h('button')))
    t('placementTracking', {}, t('cellInnerDiv', {}, inside))
    expect(readPost(inside)?.promoted).toBe(false)
  })
})

describe('a quote', () => {
  const quotedBy = (inner: Element) => readPost(post({ handle: 'ana_lee', id: ID, quote: inner }))?.quoted

  it('names the quoted author', () => {
    expect(quotedBy(quote('bob_ray'))).toBe('bob_ray')
  })

  it('names nobody where avatar and written handle disagree', () => {
    expect(quotedBy(quote('bob_ray', { avatarHandle: 'cy_dee' }))).toBeUndefined()
  })

  it('is read by the written handle alone where the avatar is missing or unresolved', () => {
    expect(quotedBy(quote('bob_ray', { avatarHandle: undefined }))).toBe('bob_ray')
    expect(quotedBy(quote('bob_ray', { avatarHandle: 'unknown' }))).toBe('bob_ray')
  })

  it('is not fooled by a display name that is a handle', () => {
    expect(quotedBy(quote('bob_ray', { name: '@brand' }))).toBe('bob_ray')
    expect(quotedBy(quote('bob_ray', { name: '@brand', avatarHandle: undefined }))).toBeUndefined()
  })

  it('inside a quote does not replace the outer one', () => {
    expect(quotedBy(quote('bob_ray', { inner: quote('cy_dee') }))).toBe('bob_ray')
  })

  it('is not made by a link card with a name and an avatar of its own', () => {
    const card = t('card.wrapper', {}, quote('cy_dee'))
    expect(readPost(post({ handle: 'ana_lee', id: ID, card }))).toMatchObject({ author: 'ana_lee', quoted: undefined, lang: 'en' })
    expect(readPost(post({ handle: 'ana_lee', id: ID, card, quote: quote('bob_ray') }))?.quoted).toBe('bob_ray')
  })

  it("of one's own older post does not give its id", () => {
    const own = quote('ana_lee', { inner: h('a', { href: '/ana_lee/status/1111' }, h('time', { datetime: '2020-01-01T00:00:00.000Z' })) })
    expect(readPost(post({ handle: 'ana_lee', id: ID, quote: own }))).toMatchObject({ id: ID, quoted: 'ana_lee' })
  })
})

describe('what is long', () => {
  const postOf = (long: string): Element => {
    const article = post({ handle: 'ana_lee', id: ID, name: long, quote: quote('bob_ray', { name: long }), labels: { reply: long.replaceAll(/./g, '1'), like: long, views: `${long}7` }, rowLabel: long })
    article.querySelector('time')?.setAttribute('datetime', long)
    for (const link of [...article.querySelectorAll('a[href]')].slice(-1)) link.setAttribute('href', `/${long}`)
    return article
  }

  it('is read in time that does not grow by its square', () => {
    const long = '@a1 '.repeat(250_000)
    expect(readPost(postOf(long))).toMatchObject({ author: 'ana_lee', quoted: 'bob_ray' })
    expect(countsOf(postOf(long)).replies).toBe(0)
    const posts = new Map([long, long.slice(0, long.length / 8)].map((text) => [text, postOf(text)]))
    expect(growsWithLength((text) => [readPost(posts.get(text)!), countsOf(posts.get(text)!)], long)).toBe(true)
  })
})
