import { navigate } from './navigation.ts'
import { keyCounts, received } from './observed.ts'
import { findPost, toggleBookmark, toggleLike } from './post-data.ts'
import { options, store, update } from './store.ts'
import { person } from '../people.ts'

const GO: Readonly<Record<string, () => string>> = {
  h: () => '/home', e: () => '/explore', n: () => '/notifications', r: () => '/notifications/mentions', m: () => '/i/chat', l: () => '/i/lists/1', p: () => `/${person(options, 0).handle}`,
}

const articles = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-testid=primaryColumn] article')]

function focused(): HTMLElement | undefined {
  const article = document.activeElement?.closest('article')
  return article instanceof HTMLElement ? article : undefined
}

function move(step: 1 | -1): void {
  const all = articles()
  const here = focused()
  const next = here ? all[all.indexOf(here) + step] : all.find((article) => article.getBoundingClientRect().bottom > 60)
  next?.focus()
  next?.scrollIntoView({ block: 'center' })
}

function linkOf(article: HTMLElement | undefined): string | undefined {
  return article?.querySelector('[data-testid=User-Name] a[href*="/status/"]')?.getAttribute('href') ?? undefined
}

const postOf = (article: HTMLElement | undefined): ReturnType<typeof findPost> => findPost(linkOf(article)?.split('/')[3] ?? '')

const ACTIONS: Readonly<Record<string, () => void>> = {
  j: () => move(1), k: () => move(-1), ' ': () => undefined, '.': () => window.scrollTo(0, 0),
  n: () => update({ modal: {} }),
  r: () => { const post = postOf(focused()); if (post) update({ modal: { replyTo: post.id } }) },
  l: () => { const post = postOf(focused()); if (post) toggleLike(post) },
  b: () => { const post = postOf(focused()); if (post) toggleBookmark(post) },
  t: () => undefined, s: () => undefined, u: () => undefined, x: () => undefined, m: () => navigate('/i/chat'), o: () => undefined, '?': () => undefined,
  '/': () => document.querySelector<HTMLInputElement>('[data-testid=SearchBox_Search_Input]')?.focus(),
  Enter: () => { const link = linkOf(focused()); if (link && document.activeElement === focused()) navigate(link) },
}

let going = 0

/** X's keys, heard at the document: whatever reaches it while nobody types is taken as meant for X, and is counted. */
export function watchShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select'))) return
    if (event.key === 'Escape') return update({ modal: undefined, menu: undefined, hover: undefined })
    const goes = event.timeStamp - going < 1000 ? GO[event.key] : undefined
    const known = goes !== undefined || event.key === 'g' || event.key in ACTIONS
    if (!known) return undefined
    const name = goes ? `g+${event.key}` : event.key
    received.keys.push(name)
    keyCounts[name] = (keyCounts[name] ?? 0) + 1
    going = event.key === 'g' ? event.timeStamp : 0
    if (event.key !== ' ' && event.key !== 'Enter') event.preventDefault()
    if (goes) return navigate(goes())
    if (store.getState().modal === undefined) ACTIONS[event.key]?.()
    return undefined
  })
}
