/** What one badge shows. All words are final; none of them is a note's. */
export interface BadgeFace {
  /** The accessible name; begins with the handle. */
  readonly label: string
  readonly tone: 'quiet' | 'known' | 'warn'
  readonly score: string
  readonly contacts: string | undefined
  readonly tag: string | undefined
  readonly noted: boolean
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

const WORDS = ['score', 'contacts', 'tag'] as const
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFD\uFE70-\uFEFC]/u

/** Makes a badge that is not on the page yet. */
export function makeBadge(document: Document, sheet: CSSStyleSheet): Badge {
  const pattern = patternOf(document)
  const host = pattern.host.cloneNode() as HTMLElement
  const root = host.attachShadow({ mode: 'closed' })
  root.adoptedStyleSheets = [sheet]
  const face = pattern.face.cloneNode(true) as HTMLElement
  const parts = { score: face.firstElementChild, contacts: face.firstElementChild, tag: face }
  root.append(face)
  let painted: BadgeFace | undefined

  return {
    host,
    paint(next) {
      if (painted && isSame(painted, next)) return
      face.setAttribute('aria-label', next.label)
      const looks = looksOf(next)
      if (looks !== face.className) face.className = looks
      for (const word of WORDS) if (next[word] !== painted?.[word]) parts[word]?.setAttribute(`data-${word}`, next[word] ?? '')
      painted = next
    },
  }
}

/** dir=auto cannot see generated words, and an ellipsis needs the direction of what it cuts. */
function looksOf({ tone, colour, noted, tag }: BadgeFace): string {
  const direction = tag && (RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr')
  return ['face', tone, colour, noted && 'noted', direction].filter(Boolean).join(' ')
}

/** What all badges are copied from: a copy costs a fraction of what it takes to put one together. */
interface Pattern {
  readonly host: HTMLElement
  readonly face: HTMLElement
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
  const words = document.createElement('i')
  words.setAttribute('data-contacts', '')
  face.append(words)
  const pattern = { host, face }
  patterns.set(document, pattern)
  return pattern
}

function isSame(one: BadgeFace, other: BadgeFace): boolean {
  return one.label === other.label && one.tone === other.tone && one.colour === other.colour && one.noted === other.noted && WORDS.every((word) => one[word] === other[word])
}
