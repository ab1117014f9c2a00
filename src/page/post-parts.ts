import { AVATAR_PREFIX, CARD, INNER_BOUNDARY, NAMED, PART } from './x-selectors'

/** The elements of one post that say something, its own apart from those of the post it quotes. */
export interface PostParts {
  readonly article: Element
  name?: Element
  avatar?: Element
  text?: Element
  context?: Element
  quoteName?: Element
  quoteAvatar?: Element
  readonly times: readonly Element[]
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

/** Finds them in one pass: a single query and some forty short looks, since this runs for every post that scrolls by. */
export function findParts(article: Element): PostParts {
  const times = [...article.getElementsByTagName('time')].filter((time) => isOwn(article, time))
  const parts: PostParts = { article, times, buttons: new Map() }
  const innerAvatars: Element[] = []
  for (const element of article.querySelectorAll(NAMED)) place(parts, innerAvatars, element)
  parts.quoteAvatar = parts.quoteName && avatarBeside(parts.quoteName, innerAvatars)
  return parts
}

function place(parts: PostParts, innerAvatars: Element[], element: Element): void {
  const { article } = parts
  const name = element.getAttribute('data-testid') ?? ''
  if (BUTTONS.has(name)) parts.buttons.set(name, element)
  else if (name === PART.name) placeName(parts, element)
  else if (name === PART.text) {
    if (isOwn(article, element)) parts.text ??= element
  } else if (name === PART.context) {
    if (isOwn(article, element)) parts.context ??= element
  } else if (name.startsWith(AVATAR_PREFIX)) {
    if (isOwn(article, element)) parts.avatar ??= element
    else innerAvatars.push(element)
  }
}

/** The first name of the post's own is the author's; the first inside a quote is the quoted author's, unless it stands in a link card. */
function placeName(parts: PostParts, element: Element): void {
  const boundary = element.closest(INNER_BOUNDARY)
  if (boundary === parts.article) parts.name ??= element
  else if (!boundary?.closest(CARD)) parts.quoteName ??= element
}

function isOwn(article: Element, element: Element): boolean {
  return element.closest(INNER_BOUNDARY) === article
}

function avatarBeside(name: Element, avatars: readonly Element[]): Element | undefined {
  const quote = name.closest(INNER_BOUNDARY)
  return avatars.find((avatar) => avatar.closest(INNER_BOUNDARY) === quote)
}
