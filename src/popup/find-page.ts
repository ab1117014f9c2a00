import browser from 'webextension-polyfill'
import { askTab } from '../contract/ask'
import type { OnPage } from '../features/people/on-page-messages'
import { routeOf } from '../page/watch-route'
import { mayReadX } from '../options/use-access'

/** What the popup was opened over. */
export type Where =
  | { readonly is: 'looking' | 'no access' | 'not X' }
  /** An X tab that does not answer: it was open before Regulars came. */
  | { readonly is: 'silent'; readonly tab: number }
  | { readonly is: 'X'; readonly tab: number; readonly page: OnPage; readonly isChat: boolean }

/** Looks at the active tab. */
export async function findPage(): Promise<Where> {
  if (!(await mayReadX())) return { is: 'no access' }
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  // A tab shows its address only where we have access to it: on X.
  if (active?.id === undefined || !isX(active.url)) return { is: 'not X' }
  const page = await askTab(active.id, 'page/who')
  return page ? { is: 'X', tab: active.id, page, isChat: routeOf(new URL(active.url).pathname).name === 'chat' } : { is: 'silent', tab: active.id }
}

function isX(url: string | undefined): url is string {
  return url !== undefined && /^https:\/\/((pro|mobile)\.)?(x|twitter)\.com\//.test(url)
}
