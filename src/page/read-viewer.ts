import type { Handle } from '../domain/handle'
import { avatarHandle } from './shown-handle'
import { profileOf } from './x-links'
import { ACCOUNT_SWITCHER, AVATAR, OWN_PROFILE_LINK } from './x-selectors'

/** Reads the account that is logged in again and again: the link that told it last is looked at first. */
export function makeViewerReader(document: Document): () => Handle | undefined {
  let link: Element | null = null
  return () => {
    if (!link?.isConnected) link = document.querySelector(OWN_PROFILE_LINK)
    return (link && profileOf(link)) ?? readViewer(document)
  }
}

/** The account that is logged in; undefined on pages for guests, and until X has drawn its menu. */
export function readViewer(document: Document): Handle | undefined {
  const link = document.querySelector(OWN_PROFILE_LINK)
  const handle = link ? profileOf(link) : undefined
  return handle ?? avatarHandle(document.querySelector(ACCOUNT_SWITCHER)?.querySelector(AVATAR))
}
