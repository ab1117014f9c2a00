import type { Handle } from '../domain/handle'
import { isSame, leadsTo, writtenHandles } from './shown-handle'

/**
 * The line that a block writes its handle on. X builds posts, quotes, cells, hover cards and profile heads alike: somewhere above both,
 * name and handle part, and the branch with the handle is a flex row ("@handle · 2h", "@handle Follows you") with room at its end.
 * Told by where they part, not by class or child index: in an open post and in a cell the branches stand below each other,
 * so that a badge anywhere higher would add a line. `links` are the block's own, where they were looked for already.
 */
export function lineOf(block: Element, handle: Handle, avatar?: Element, links: ArrayLike<Element> = block.querySelectorAll('a[href]')): Element | undefined {
  const ends = linkedEnds(links, handle, avatar) ?? writtenEnds(block, handle)
  return ends && branchOf(ends.handle, ends.name)
}

interface Ends {
  readonly name: Element
  readonly handle: Element
}

/** The name's link and the handle's: the first two to this account. A third would be in the bio. */
function linkedEnds(links: ArrayLike<Element>, handle: Handle, avatar: Element | undefined): Ends | undefined {
  let name: Element | undefined
  for (let at = 0; at < links.length; at += 1) {
    const link = links[at]!
    if (avatar?.contains(link) || !leadsTo(link, handle)) continue
    if (name) return { name, handle: link }
    name = link
  }
  return undefined
}

/** Without links (quotes, profile heads): the first words, and the last that read "@handle". */
function writtenEnds(block: Element, handle: Handle): Ends | undefined {
  const written = writtenHandles(block).findLast((found) => isSame(found.handle, handle))
  const name = block.querySelector('span')
  return written && name ? { name, handle: written.element } : undefined
}

/** From one element up to just below what also holds the other. */
function branchOf(element: Element, other: Element): Element {
  let branch = element
  while (branch.parentElement && !branch.parentElement.contains(other)) branch = branch.parentElement
  return branch
}
