import { AVATAR_PREFIX, CARD, INNER_BOUNDARY, PART, POST_PARTS } from './x-selectors'

/** The elements of one post that say something, its own apart from those of the post it quotes. */
export interface PostParts {
  readonly article: Element
  name?: Element
  avatar?: Element
  text?: Element
  context?: Element
  analytics?: Element
  counts?: Element
  quoteName?: Element
  quoteAvatar?: Element
  readonly times: Element[]
  readonly buttons: Map<string, Element>
}

const BUTTONS: ReadonlySet<string> = new Set([
  PART.reply,
  PART.repost,
  PART.unrepost,
  PART.like,
  PART.unlike,
  PART.bookmark,
  PART.unbookmark,
])

/** Finds them in one pass: a single query and some twenty short looks, since this runs for every post that scrolls by. */
export function findParts(article: Element): PostParts {
  const parts: PostParts = { article, times: [], buttons: new Map() }
  const innerAvatars: Element[] = []
  for (const element of article.querySelectorAll(POST_PARTS)) place(parts, innerAvatars, element)
  parts.quoteAvatar = parts.quoteName && avatarBeside(parts.quoteName, innerAvatars)
  return parts
}

function place(parts: PostParts, innerAvatars: Element[], element: Element): void {
  const testId = element.getAttribute('data-testid')
  if (testId === null) placeUnnamed(parts, element)
  else if (BUTTONS.has(testId)) parts.buttons.set(testId, element)
  else if (testId === PART.name) placeName(parts, element)
  else if (testId === PART.text) parts.text ??= own(parts, element)
  else if (testId === PART.context) parts.context ??= own(parts, element)
  else if (testId.startsWith(AVATAR_PREFIX)) {
    if (own(parts, element)) parts.avatar ??= element
    else innerAvatars.push(element)
  }
}

function placeUnnamed(parts: PostParts, element: Element): void {
  if (element.localName === 'a') parts.analytics ??= element
  else if (element.localName !== 'time') parts.counts ??= element
  else if (own(parts, element)) parts.times.push(element)
}

/** The first name of the post's own is the author's; the first inside a quote is the quoted author's, unless it stands in a link card. */
function placeName(parts: PostParts, element: Element): void {
  const boundary = element.closest(INNER_BOUNDARY)
  if (boundary === parts.article) parts.name ??= element
  else if (!boundary?.closest(CARD)) parts.quoteName ??= element
}

function own(parts: PostParts, element: Element): Element | undefined {
  return element.closest(INNER_BOUNDARY) === parts.article ? element : undefined
}

function avatarBeside(name: Element, avatars: readonly Element[]): Element | undefined {
  const quote = name.closest(INNER_BOUNDARY)
  return avatars.find((avatar) => avatar.closest(INNER_BOUNDARY) === quote)
}
