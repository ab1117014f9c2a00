import { subjectOf } from '../content/open-card'
import type { House } from '../content/house'
import type { Writing } from '../features/canned-replies/picker-talk'
import { readComposer } from '../page/composer-context'
import { readEditor } from '../page/editor-text'
import { readThreadFrom } from '../page/read-thread'

/** What is being written in a composer, and to whom, as the page shows it. What will be replaced is no part of the draft. */
export function readWriting(element: HTMLElement, house: House, trigger = ''): Writing {
  const { surface, to, post, lang } = readComposer(element)
  const { text, start, end } = readEditor(element)
  const shown = { handle: to, xId: undefined, post: undefined }
  const subject = surface === 'dm' ? house.who() : to && { ...subjectOf({ ...shown, handle: to }, house.memory), post: post && `https://x.com/${to}/status/${post}` }
  return { surface, account: house.viewer(), subject, post, lang, selection: text.slice(start, end), draft: text.slice(0, start - trigger.length) + text.slice(end), below: post ? readThreadFrom(element.ownerDocument, post) : [] }
}
