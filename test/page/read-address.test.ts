import { describe, expect, it } from 'vitest'
import type { Handle, PostId } from '../../src/domain/handle'
import { contactOf, usOf } from '../../src/features/history/contact-rule'
import { type KnownPost, readAddress, readWords } from '../../src/page/read-address'
import { readPost } from '../../src/page/read-post'
import { POST } from '../../src/page/x-selectors'
import { h, post, quote, reposted, t } from './markup'
import { buildTree, hasSamples, sampleText } from './sample-tree'

const OPEN = '1930052672419228635' as PostId
let serial = 0
const id = () => `19300526724192${10_000 + ++serial}`

const mention = (handle: string) => h('span', {}, h('a', { href: `/${handle}` }, `@${handle}`))
function says(article: Element, ...words: readonly (Element | string)[]): Element {
  const text = article.querySelector('[data-testid="tweetText"]')!
  text.replaceChildren(...words)
  return article
}
const address = (article: Element, open?: PostId) => readAddress(article, readPost(article) as KnownPost, open)
const by = (handle: string, ...words: readonly (Element | string)[]) => says(post({ handle, id: id() }), ...words)

describe('whom a post addresses', () => {
  it('is told by the links in its own words, in their order', () => {
    expect(address(by('ana', 'Dear ', mention('northwindair'), ' and ', mention('bob')))).toMatchObject({ author: 'ana', mentions: ['northwindair', 'bob'], leading: 0 })
  })
  it('counts those that stand before the first word', () => {
    expect(address(by('ana', mention('bob'), ' ', mention('cy'), ' hello ', mention('dee'))).leading).toBe(2)
    expect(address(by('ana', '.', mention('bob'), ' hello')).leading).toBe(1)
  })
  it('takes no link to a page, a hashtag or another site for a person', () => {
    const links = ['/hashtag/northwindair', '/search?q=northwindair', 'https://northwindair.example/northwindair', '/northwindair/status/1', '/i/lists/7'].map((href) => h('a', { href }, 'x'))
    expect(address(by('ana', ...links)).mentions).toEqual([])
  })
  it('is not told by words, nor by links outside of them', () => {
    const article = by('ana', 'Replying to @northwindair')
    article.prepend(h('div', {}, 'Replying to ', mention('northwindair')))
    expect(address(article).mentions).toEqual([])
  })
  it('is not told by what the quoted post says', () => {
    const inner = quote('bob')
    inner.querySelector('[data-testid="tweetText"]')!.append(mention('northwindair'))
    expect(address(post({ handle: 'ana', id: id(), quote: inner }))).toMatchObject({ mentions: [], quotes: true })
    expect(address(post({ handle: 'ana', id: id(), lang: '', quote: inner }))).toMatchObject({ mentions: [], quotes: true })
  })
  it('is nobody in a quote of a quote, whoever of them is named, and nobody where we answer ourselves', () => {
    const us = usOf(['northwindair', 'northwindcare'] as Handle[], 'northwindair' as Handle)
    for (const innermost of [quote('bob'), quote('northwindair')]) {
      const inner = quote('cy', { inner: innermost })
      const article = says(post({ handle: 'ana', id: id(), quote: inner }), mention('northwindair'), ' see this')
      expect([address(article).quotes, contactOf(address(article), us)]).toEqual([true, undefined])
    }
    expect(contactOf(address(by('northwindcare', mention('northwindair'), ' done')), us)).toBeUndefined()
    expect(contactOf(address(by('northwindair', mention('northwindair'), ' more')), us)).toBeUndefined()
  })
  it('knows what is passed on', () => {
    expect(address(post({ handle: 'ana', id: id(), context: reposted('bob') })).reposted).toBe(true)
  })
  it('reads at most twenty links', () => {
    expect(address(by('ana', ...Array.from({ length: 500 }, () => mention('bob')))).mentions).toHaveLength(20)
  })
})

describe('the words of a post', () => {
  it('are plain, with emoji as they were written', () => {
    expect(readWords(by('ana', 'Hello ', mention('bob'), ' ', h('img', { alt: '🦊' }), ' \u202Eback\u0007'))).toBe('Hello @bob 🦊 back')
  })
  it('are cut at a thousand signs, never within one', () => {
    expect(readWords(by('ana', 'x'.repeat(5_000)))).toHaveLength(1_000)
    expect(readWords(by('ana', `${'x'.repeat(999)}🦊`))).toBe('x'.repeat(999))
  })
  it('are none where there are none', () => {
    expect(readWords(post({ handle: 'ana', id: id(), lang: '', quote: quote('bob') }))).toBe('')
  })
})

describe('what stands directly above', () => {
  const cell = (...children: readonly Element[]) => t('cellInnerDiv', {}, ...children)
  const open = (handle: string) => post({ handle, id: OPEN, open: true })
  function lead(article: Element): Element {
    article.querySelector('[data-testid="Tweet-User-Avatar"]')!.after(h('div'))
    return article
  }
  const under = (cells: readonly Element[], of: Element) => {
    h('div', {}, ...cells)
    return address(of, OPEN).under
  }

  it('is the open post, with its composer or a gap between', () => {
    const answer = by('ana', 'Yes')
    expect(under([cell(open('northwindair')), cell(t('toolBar')), cell(), cell(answer)], answer)).toBe('northwindair')
  })
  it('is the post whose line leads here', () => {
    const answer = by('ana', 'Yes')
    expect(under([cell(open('zed')), cell(lead(by('northwindair', 'How?'))), cell(answer)], answer)).toBe('northwindair')
  })
  it('is nobody where the post above answers somebody else', () => {
    const answer = by('ana', 'Yes')
    expect(under([cell(open('zed')), cell(by('northwindair', 'How?')), cell(answer)], answer)).toBeUndefined()
  })
  it('is nobody under a heading', () => {
    const answer = by('ana', 'Yes')
    expect(under([cell(open('northwindair')), cell(h('h2', {}, 'Discover more')), cell(answer)], answer)).toBeUndefined()
  })
  it('is not the same post in the timeline behind an open picture', () => {
    const other = by('ana', 'Yes')
    expect(under([cell(post({ handle: 'northwindair', id: OPEN })), cell(other)], other)).toBeUndefined()
  })
  it('is nobody where no post is open', () => {
    const answer = by('ana', 'Yes')
    h('div', {}, cell(lead(by('northwindair', 'How?'))), cell(answer))
    expect(address(answer).under).toBeUndefined()
  })
})

/** What a person found in the samples, by brand: author, post, direction and how one knows. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  DIMK_Janse: ['thread.html het_wexguli 1930052675919476450 theirs addressed us'],
  VAGRENORISTAGR: ['thread.html het_wexguli 1930052675919476450 theirs addressed us'],
  mef: [],
  duq: ['home-light.html StakisdiButhgre 1957516431495677248 theirs addressed us'],
  '6gr': [],
  het_wexguli: [],
  driquegreb: [],
  StakisdiButhgre: [],
  wiwited: [],
  quamitugr: [],
  nobody_at_all: [],
}

describe.skipIf(!hasSamples)('contacts in saved pages of X (skipped without ../shared/x-samples)', () => {
  const files = ['home-dark.html', 'home-light.html', 'thread.html', 'profile-logged-in.html', 'profile-logged-out.html', 'tweet-quote.html']
  const pages = hasSamples ? files.map((file) => ({ file, articles: [...buildTree(sampleText(file)).querySelectorAll(POST)] })) : []

  it.each(Object.entries(BY_HAND))('of @%s are those that a person finds, and no others', (brand, byHand) => {
    const us = usOf([brand as Handle], undefined)
    const found = pages.flatMap(({ file, articles }) =>
      articles.flatMap((article) => {
        const seen = address(article, file === 'thread.html' ? OPEN : undefined)
        const contact = contactOf(seen, us)
        return contact ? [`${file} ${contact.other} ${seen.post} ${contact.direction} ${contact.provenance}`] : []
      }),
    )
    expect(found).toEqual(byHand)
  })
})
