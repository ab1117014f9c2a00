/** A piece of a note: words, or an address that can be followed. */
export type NotePiece = { readonly text: string; readonly link?: undefined } | { readonly text: string; readonly link: string; readonly host: string }

const START = 'https://'
const LONGEST_LINK = 2_000
/** Further ones stay words. */
const MOST_LINKS = 50
/** What may follow an address in a sentence without being a part of it. */
const AFTER = '.,;:!?\'"»”’…)]}>'

/** A note's words with the addresses in them. Only https is followed, and never one that says who to be: its host would be another than it looks. */
export function piecesOf(text: string): readonly NotePiece[] {
  const pieces: NotePiece[] = []
  let at = 0
  let found = 0
  for (let start = text.indexOf(START); start >= 0 && found < MOST_LINKS; found += 1) {
    const end = endOf(text, start)
    const link = linkOf(text.slice(start, end))
    if (link) {
      if (start > at) pieces.push({ text: text.slice(at, start) })
      pieces.push(link)
      at = end
    }
    start = text.indexOf(START, end)
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

function linkOf(text: string): NotePiece | undefined {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return undefined
  const { protocol, username, password, hostname, host, href } = new URL(text)
  const isHonest = protocol === 'https:' && username === '' && password === '' && hostname.includes('.')
  return isHonest ? { text, link: href, host } : undefined
}

function endOf(text: string, start: number): number {
  let end = start + START.length
  while (end < text.length && !isEnd(text, end)) end += 1
  while (end > start + START.length && AFTER.includes(text.charAt(end - 1)) && !closes(text, start, end)) end -= 1
  return end
}

/** Whitespace, what turns the direction of writing, and what no address has. */
function isEnd(text: string, at: number): boolean {
  return /[\s\p{Cc}\p{Cf}<>"“”«»`]/u.test(text.charAt(at))
}

/** A bracket belongs to an address that opened it, as in en.wikipedia.org/wiki/Host_(biology). */
function closes(text: string, start: number, end: number): boolean {
  return text.charAt(end - 1) === ')' && text.slice(Math.max(start, end - LONGEST_LINK), end).includes('(')
}
