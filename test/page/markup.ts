import { emptyDocument } from './sample-tree'

/** One page for all made-up markup: nothing in it is from a real page, the people least of all. */
export const page = emptyDocument()

type Child = Element | string | undefined
type Attributes = Readonly<Record<string, string | undefined>>

/** An element. The shapes below follow x-page.md; what no sample has is marked there as not seen on a page. */
export function h(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  const element = page.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value)
  for (const child of children) if (child !== undefined) element.append(child)
  return element
}

/** An element with a data-testid. */
export function t(testId: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  return h('div', { 'data-testid': testId, ...attributes }, ...children)
}

export function avatar(handle: string, linked = true): Element {
  return t(`UserAvatar-Container-${handle}`, {}, h(linked ? 'a' : 'div', linked ? { href: `/${handle}`, 'aria-hidden': 'true' } : {}))
}

function words(text: string): Element {
  return h('div', { dir: 'ltr' }, h('span', {}, h('span', {}, text)))
}

/** Name above or before handle, as in posts, cells and hover cards. */
export function nameRows(handle: string, name: string, linked: boolean, ...rest: readonly Child[]): Element[] {
  const part = (text: string) => h('div', {}, linked ? h('a', { href: `/${handle}` }, words(text)) : h('div', {}, words(text)))
  return [h('div', { class: 'name-row' }, part(name)), h('div', { class: 'handle-row' }, h('div', {}, part(`@${handle}`), ...rest))]
}

export interface PostOptions {
  readonly handle: string
  readonly id?: string
  readonly name?: string
  readonly avatarHandle?: string
  readonly context?: Element
  readonly quote?: Element
  readonly card?: Element
  readonly lang?: string
  readonly labels?: Attributes
  readonly rowLabel?: string
  readonly open?: boolean
}

/** A post in a timeline, or, with `open`, on its own page. */
export function post(options: PostOptions): Element {
  const { handle, id, name = 'Somebody', context, quote, card, lang = 'en', labels = {}, open = false } = options
  const time = id === undefined ? undefined : h('a', { href: `/${handle}/status/${id}` }, h('time', { datetime: '2025-06-01T10:00:00.000Z' }, 'Jun 1'))
  return h(
    'article',
    { 'data-testid': 'tweet', role: 'article', tabindex: open ? '-1' : '0' },
    context && h('div', {}, h('div', { class: 'icon-row' }, h('div', {}, h('svg')), h('div', { class: 'column' }, h('div', { class: 'context-row' }, context)))),
    t('Tweet-User-Avatar', {}, avatar(options.avatarHandle ?? handle)),
    t('User-Name', {}, ...nameRows(handle, name, true, open ? undefined : time)),
    lang === '' ? undefined : t('tweetText', { lang, dir: 'auto' }, h('span', {}, 'Some words')),
    card,
    quote,
    open ? time : undefined,
    h('div', { role: 'group', 'aria-label': options.rowLabel }, ...buttons(handle, id ?? '1', labels)),
  )
}

function buttons(handle: string, id: string, labels: Attributes): Element[] {
  const views = labels['views'] === undefined ? [] : [h('a', { href: `/${handle}/status/${id}/analytics`, 'aria-label': labels['views'] })]
  const named = Object.entries(labels).filter(([name]) => name !== 'views')
  return [...named.map(([name, label]) => h('button', { 'data-testid': name, 'aria-label': label })), ...views]
}

/** A quoted post: no link in it, and a moment without one. */
export function quote(handle: string, options: { readonly name?: string; readonly avatarHandle?: string | undefined; readonly inner?: Element } = {}): Element {
  const shown = 'avatarHandle' in options ? options.avatarHandle : handle
  return h(
    'div',
    { role: 'link', tabindex: '0' },
    shown === undefined ? undefined : t('Tweet-User-Avatar', {}, avatar(shown, false)),
    t('User-Name', {}, ...nameRows(handle, options.name ?? 'Another', false, h('div', {}, h('time', { datetime: '2025-05-01T10:00:00.000Z' }, 'May 1')))),
    t('tweetText', { lang: 'de' }, 'Worte'),
    options.inner,
  )
}

/** "NAME reposted". The row is known from X's client, not from a page. */
export function reposted(handle: string, boxed = true): Element {
  const link = h('a', { href: `/${handle}`, dir: 'ltr', role: 'link' }, h('span', { 'data-testid': 'socialContext' }, h('span', {}, 'Reposter'), ' reposted'))
  return boxed ? h('div', {}, link) : link
}

/** A row of a list of people. */
export function userCell(handle: string, options: { readonly id?: string; readonly tag?: string; readonly label?: string; readonly avatarHandle?: string; readonly bio?: Element } = {}): Element {
  const { id, tag = 'button', label = `Follow @${handle}` } = options
  return h(
    tag,
    { 'data-testid': 'UserCell' },
    h('div', {}, avatar(options.avatarHandle ?? handle)),
    h('div', {}, h('div', {}, h('div', {}, ...nameRows(handle, 'Somebody', true)), id === undefined ? undefined : h('div', {}, h('button', { 'data-testid': `${id}-follow`, 'aria-label': label }))), options.bio),
  )
}

/** A hover card, or its loading state. Known from X's client, not from a page. */
export function hoverCard(handle?: string, id = '1234'): Element {
  if (handle === undefined) return t('HoverCard', {}, h('div', { role: 'progressbar' }))
  const stats = ['following', 'verified_followers'].map((page) => h('a', { href: `/${handle}/${page}` }, h('span', {}, '1.2K')))
  return t('HoverCard', {}, h('div', {}, avatar(handle), h('button', { 'data-testid': `${id}-follow`, 'aria-label': `Follow @${handle}` })), h('div', {}, ...nameRows(handle, 'Somebody', true)), h('div', {}, ...stats))
}

/** The head of a profile with its follow button above it. */
export function profileHead(handle: string, id?: string, label = `Follow @${handle}`): Element {
  const follow = id === undefined ? undefined : t('placementTracking', {}, h('button', { 'data-testid': `${id}-follow`, 'aria-label': label }))
  return h('div', {}, h('div', {}, follow), h('div', {}, t('UserName', {}, h('div', {}, ...nameRows(handle, 'Somebody', false)))))
}

/** "A, B and 3 others liked your post". Known from X's client, not from a page. */
export function notification(...handles: readonly string[]): Element {
  const strip = h('div', { class: 'strip' }, ...handles.map((handle) => h('div', {}, avatar(handle, handle !== 'unknown'))))
  const sentence = h('div', { dir: 'ltr' }, h('a', { href: `/${handles[0]}` }, 'Somebody'), ' liked your post')
  return h('article', { 'data-testid': 'notification', role: 'article' }, h('div', {}, h('svg')), h('div', { class: 'body' }, h('div', { class: 'top' }, strip, h('div', { 'data-testid': 'caret' })), sentence))
}

/** An item of the new chat's list. Known from third parties. */
export function chatItem(pair: string, name = 'Somebody'): Element {
  return t(`dm-conversation-item-${pair}`, {}, h('div', {}, h('img')), h('div', {}, h('div', {}, h('span', { class: 'truncate' }, name), h('span', {}, '2h')), h('span', {}, 'hidden words')))
}
