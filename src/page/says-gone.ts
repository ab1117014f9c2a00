import { FAILURE, MAIN_COLUMN, POST } from './x-selectors'

/** True where X says that the page does not exist. Where loading failed it offers to try again, by a button: then nobody knows. */
export function saysGone(document: Document): boolean {
  const column = document.querySelector(MAIN_COLUMN)
  const failure = column?.querySelector(POST) ? null : column?.querySelector(FAILURE)
  return failure ? failure.querySelector('a[href]') !== null && failure.querySelector('button,[role="button"]') === null : false
}
