import { POST_TEXT } from './x-selectors'

/** What of X's page holds the words of posts: given to `readTexts` where that runs. */
export const TEXTS_ON_PAGE = POST_TEXT

/** The words of the posts that a page shows. Stands alone, since the browser carries it into the page by itself. */
export function readTexts(selector: string): string[] {
  return Array.from(document.querySelectorAll(selector))
    .slice(0, 200)
    .map((node) => (node.textContent ?? '').slice(0, 2000))
}
