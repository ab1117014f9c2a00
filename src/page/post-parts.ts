import { AVATAR, AVATAR_PREFIX, CARD, INNER_BOUNDARY, NAMED, PART } from './x-selectors'

/** The elements of one post that say something, its own apart from those of the post it quotes. */
export interface PostParts {
  readonly article: Element
  readonly name: Element | undefined
  /** The links in the author's name, in the order of the page: as X builds a timeline the name, the handle and the moment. */
  readonly nameLinks: ArrayLike<Element>
  readonly avatar: Element | undefined
  readonly text: Element | undefined
  readonly context: Element | undefined
  readonly quoteName: Element | undefined
  readonly quoteAvatar: Element | undefined
  readonly named: Named
}

/** The elements of a post by what X named them, those of what it quotes included; its avatars by what their names begin with. */
type Named = ReadonlyMap<string, readonly Element[]>

const NONE: readonly Element[] = []
/** By name first, which passes over most of a post at once; of the some twenty named elements no more than these: each that is touched costs more than the search. */
const WANTED = `${NAMED}:is(${AVATAR},${Object.values(PART).map((name) => `[data-testid="${name}"]`).join()})`

/** Finds them with two queries and as few looks as can be, since this runs for every post that scrolls by. */
export function findParts(article: Element): PostParts {
  const named = namedIn(article)
  const [names = NONE, avatars = NONE, texts = NONE, contexts = NONE] = [PART.name, AVATAR_PREFIX, PART.text, PART.context].map((kind) => named.get(kind))
  const name = ownOf(article, names)
  // With one name and one avatar there is no other post: were the avatar another's, it would not agree with the name.
  const isAlone = names.length === 1 && avatars.length === 1
  const quoteName = isAlone ? undefined : names.find((element) => isQuoted(article, element))
  return {
    article,
    name,
    nameLinks: name?.querySelectorAll('a[href]') ?? NONE,
    avatar: isAlone ? avatars[0] : ownOf(article, avatars),
    text: ownOf(article, texts),
    context: ownOf(article, contexts),
    quoteName,
    quoteAvatar: quoteName && avatarBeside(quoteName, avatars),
    named,
  }
}

/** Every moment outside of what the post quotes; one of them may say when something else was. */
export function outerTimes(article: Element): readonly Element[] {
  return [...article.getElementsByTagName('time')].filter((time) => isOwn(article, time))
}

function namedIn(article: Element): Named {
  const named = new Map<string, Element[]>()
  for (const element of article.querySelectorAll(WANTED)) {
    const name = element.getAttribute('data-testid') ?? ''
    const kind = name.startsWith(AVATAR_PREFIX) ? AVATAR_PREFIX : name
    const alike = named.get(kind)
    if (alike) alike.push(element)
    else named.set(kind, [element])
  }
  return named
}

function ownOf(article: Element, elements: readonly Element[]): Element | undefined {
  return elements.find((element) => isOwn(article, element))
}

function isOwn(article: Element, element: Element): boolean {
  return element.closest(INNER_BOUNDARY) === article
}

/** The first name inside a quote is the quoted author's, unless it stands in a link card. */
function isQuoted(article: Element, element: Element): boolean {
  const boundary = element.closest(INNER_BOUNDARY)
  return boundary !== article && !boundary?.closest(CARD)
}

function avatarBeside(name: Element, avatars: readonly Element[]): Element | undefined {
  const quote = name.closest(INNER_BOUNDARY)
  return avatars.find((avatar) => avatar.closest(INNER_BOUNDARY) === quote)
}
