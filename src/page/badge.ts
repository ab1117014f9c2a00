/** What one badge shows. All words are final; none of them is a note's. */
export interface BadgeFace {
  /** The accessible name; begins with the handle. */
  readonly label: string
  readonly tone: 'quiet' | 'known' | 'warn'
  readonly score: string
  readonly contacts: string | undefined
  readonly tag: string | undefined
  readonly note: string | undefined
  /** The name of the tag's colour; see badge-style. */
  readonly colour?: string | undefined
}

/** A badge on the page: a host that is alike for every author, and a closed root that nobody else sees into. */
export interface Badge {
  readonly host: HTMLElement
  paint(face: BadgeFace): void
}

/** Every host of ours has this attribute, whoever the author is. */
export const HOST_MARK = 'data-regulars'

const PARTS = ['score', 'contacts', 'tag', 'note'] as const
type Part = (typeof PARTS)[number]
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFD\uFE70-\uFEFC]/u

/** Makes a badge that is not on the page yet. */
export function makeBadge(document: Document, sheet: CSSStyleSheet): Badge {
  const pattern = patternOf(document)
  const host = pattern.host.cloneNode() as HTMLElement
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = [sheet]
  const face = pattern.face.cloneNode(true) as HTMLElement
  const parts = new Map<Part, Element>([['score', face.firstElementChild as Element]])
  root.append(face)
  let painted: BadgeFace | undefined

  /** Made when first needed: nothing but a score is known of most. Where it stands, its style says. */
  function addPart(part: Part): Element {
    const element = pattern.part.cloneNode() as HTMLElement
    element.className = part
    parts.set(part, element)
    face.append(element)
    return element
  }

  return {
    host,
    paint(next) {
      if (painted && isSame(painted, next)) return
      face.setAttribute('aria-label', next.label)
      if (next.tone !== (painted?.tone ?? 'quiet') || next.colour !== painted?.colour) face.className = `face ${next.tone} ${next.colour ?? ''}`
      for (const part of PARTS) if (next[part] !== painted?.[part]) setWord(parts.get(part) ?? addPart(part), next[part])
      // dir=auto cannot see generated words, and an ellipsis needs the direction of what it cuts.
      if (next.tag !== painted?.tag) parts.get('tag')?.setAttribute('dir', next.tag && RIGHT_TO_LEFT.test(next.tag) ? 'rtl' : 'ltr')
      painted = next
    },
  }
}

/** What all badges are copied from: a copy costs a fraction of what it takes to put one together. */
interface Pattern {
  readonly host: HTMLElement
  readonly face: HTMLElement
  readonly part: HTMLElement
}

const patterns = new WeakMap<Document, Pattern>()

function patternOf(document: Document): Pattern {
  const known = patterns.get(document)
  if (known) return known
  const host = document.createElement('span')
  for (const [name, value] of Object.entries({ [HOST_MARK]: '', role: 'button', tabindex: '0', 'aria-haspopup': 'dialog' })) host.setAttribute(name, value)
  const face = document.createElement('span')
  face.setAttribute('role', 'img')
  face.className = 'face quiet'
  const part = document.createElement('i')
  const score = part.cloneNode() as HTMLElement
  score.className = 'score'
  face.append(score)
  const pattern = { host, face, part }
  patterns.set(document, pattern)
  return pattern
}

function setWord(element: Element, word: string | undefined): void {
  if (word === undefined) element.removeAttribute('data-w')
  else element.setAttribute('data-w', word)
}

function isSame(one: BadgeFace, other: BadgeFace): boolean {
  return one.label === other.label && one.tone === other.tone && one.colour === other.colour && PARTS.every((part) => one[part] === other[part])
}
