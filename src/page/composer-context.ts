import type { Handle, PostId } from '../domain/handle'
import { answeredPost, describeComposer } from './composer'
import { COMPOSER, MODAL } from './composer-selectors'
import { readPost } from './read-post'
import { writtenHandles } from './shown-handle'
import { NAME } from './x-selectors'

/** What a composer is for, with all that the page tells of the post it answers. */
export interface ComposerContext {
  readonly surface: 'post' | 'reply' | 'quote' | 'dm'
  readonly to: Handle | undefined
  readonly post: PostId | undefined
  readonly lang: string | undefined
}

/** Reads what a composer is for. */
export function readComposer(element: HTMLElement): ComposerContext {
  const { kind, to } = describeComposer(element)
  const article = kind === 'reply' ? answeredPost(element) : undefined
  const post = article && readPost(article)
  const quoted = kind === 'post' ? quotedBelow(element) : undefined
  return { surface: quoted ? 'quote' : kind, to: to ?? quoted, post: post?.id, lang: post?.lang }
}

/** Whether X shows a list of its own at this editor, of names or topics. */
export function isCompleting(element: HTMLElement): boolean {
  const list = element.getAttribute('aria-controls')
  return list !== null && (element.ownerDocument.getElementById(list)?.childElementCount ?? 0) > 0
}

/** In the window of a quote the quoted post stands below the editor, without links: its one written handle is the author's. */
function quotedBelow(element: HTMLElement): Handle | undefined {
  const modal = element.closest(MODAL)
  const name = modal && [...modal.querySelectorAll(NAME)].find((name) => element.compareDocumentPosition(name) & Node.DOCUMENT_POSITION_FOLLOWING)
  return name ? writtenHandles(name)[0]?.handle : undefined
}

/** The composer that the focus is in. */
export function composerAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof HTMLElement && target.matches(COMPOSER) ? target : undefined
}
