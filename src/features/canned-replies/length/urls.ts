import { domainIn } from './domain-in'

type Range = readonly [number, number]

/** A run of what a host name may be made of: everything but blanks, most punctuation, marks of direction and what no text may hold. */
const HOST = /[^\s!'#%&()*+,\\/:;<=>?@[\]^{|}~$\u180E\uFFFE\uFEFF\uFFFF\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069]+/g
const PROTOCOL = /(?:^|[^A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF])(https?:\/\/)$/i
const LATIN = 'a-z0-9\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u024F\\u0253\\u0254\\u0256\\u0257\\u0259\\u025B\\u0263\\u0268\\u026F\\u0272\\u0289\\u028B\\u02BB\\u0300-\\u036F\\u1E00-\\u1EFF'
const PATH = new RegExp(`[${LATIN}\\u0400-\\u04FF!*';:=+,.$/%#[\\]\\-\\u2013_~@|&]`, 'i')
const PATH_END = new RegExp(`[${LATIN}\\u0400-\\u04FF+\\-=_#/]`, 'i')
const QUERY = /[a-z0-9!?*'@();:&=+$/%#[\]\-_.,~|]/i
const QUERY_END = /[a-z0-9\-_&=#/]/i
const ASCII_HOST = new RegExp(`((?:[\\-${LATIN}]+\\.)+)[^._]*`, 'gi')
const TCO = /^https?:\/\/t\.co\/([a-z0-9]+)/i
const LONGEST_URL = 4096
const LONGEST_SLUG = 40
/** How far into a run the beginning of an address is looked for. */
const LONGEST_LOOK = 20

/** The links of a text as X finds them, [from, to), with or without https://. In time that grows with the length of the text alone. */
export function urlsIn(text: string): readonly Range[] {
  if (!text.includes('.')) return []
  const urls: Range[] = []
  let done = 0
  for (const { 0: run, index } of text.matchAll(HOST)) {
    if (index + run.length <= done || !run.includes('.')) continue
    const from = Math.max(index, done)
    const { found, end } = urlsAt(text, from, run.slice(from - index), done)
    urls.push(...found)
    done = end
  }
  return urls
}

/** The links that begin in a run, and where to go on: what was refused as a whole is not tried again from its middle. */
function urlsAt(text: string, from: number, run: string, done: number): { readonly found: readonly Range[]; readonly end: number } {
  const [, protocol] = PROTOCOL.exec(text.slice(Math.max(done, from - 9), from)) ?? []
  for (const skipped of protocol === undefined ? startsOf(run, text[from - 1], from === done) : [0]) {
    const start = from + skipped
    const domain = domainIn(run.slice(skipped), text[from + run.length])
    if (!domain) continue
    const { end, hasPath } = rest(text, start + domain.length)
    if (end - start > LONGEST_URL || (protocol === undefined && /[-_./]/.test(text[start - 1] ?? ' '))) return { found: [], end }
    return { found: protocol === undefined ? bare(start, domain, hasPath ? end : undefined) : withProtocol(text, start - protocol.length, end), end }
  }
  return { found: [], end: done }
}

/**
 * Where in a run an address may begin. X wants a sign before it that is no letter, digit, @, # or $; where there is none, or the last link took it, the
 * first sign of the run that is neither letter nor digit of English is that sign, be it a letter of another language.
 */
function startsOf(run: string, before: string | undefined, isTaken: boolean): readonly number[] {
  if (before !== undefined && !isTaken && !/[A-Za-z0-9@＠$#＃]/.test(before)) return [0]
  const starts = Array.from(run.slice(0, LONGEST_LOOK).matchAll(/[^A-Za-z0-9]/g), ({ index }) => index + 1)
  if (before !== undefined) return starts
  return starts[0] === 1 ? [...starts.slice(0, 1), 0, ...starts.slice(1)] : [0, ...starts]
}

/** Of X's own short links only the slug belongs to the address. */
function withProtocol(text: string, start: number, end: number): readonly Range[] {
  const tco = TCO.exec(text.slice(start, end))
  if (!tco) return [[start, end]]
  const slugEnd = start + tco[0].length
  return (tco[1] ?? '').length > LONGEST_SLUG ? [] : [[start, text[slugEnd] === '?' ? queryEnd(text, slugEnd) : slugEnd]]
}

/** Of an address without https:// only what is written in Latin letters is a link; a path belongs to the last of them. */
function bare(start: number, domain: string, pathEnd: number | undefined): readonly Range[] {
  const hosts: Range[] = []
  const lexer = new RegExp(ASCII_HOST)
  for (let match = lexer.exec(domain); match; match = lexer.exec(domain)) {
    const found = domainIn(match[0], domain[match.index + match[0].length])
    lexer.lastIndex = match.index + (found ?? match[1] ?? '').length
    if (!found) continue
    hosts.push([start + match.index, start + match.index + found.length])
  }
  const last = hosts.at(-1)
  return last && pathEnd !== undefined ? [...hosts.slice(0, -1), [last[0], pathEnd]] : hosts
}

/** Where port, path and query end. */
function rest(text: string, from: number): { readonly end: number; readonly hasPath: boolean } {
  const port = /^:\d+/.exec(text.slice(from, from + 20))?.[0].length ?? 0
  let end = from + port
  const hasPath = text[end] === '/'
  if (hasPath) end = pathEnd(text, end + 1)
  return { end: text[end] === '?' ? queryEnd(text, end) : end, hasPath }
}

function pathEnd(text: string, from: number): number {
  let end = from
  for (let at = from; at < text.length; ) {
    const letter = text.charAt(at)
    if (letter === '(') {
      const after = afterBrackets(text, at)
      if (after === undefined) return end
      end = at = after
    } else if (PATH.test(letter)) {
      at += 1
      if (PATH_END.test(letter)) end = at
    } else return end
  }
  return end
}

/** What follows a pair of brackets with something in it, one more pair inside allowed. */
function afterBrackets(text: string, from: number): number | undefined {
  let depth = 0
  let inside = 0
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    else if (!PATH.test(letter)) return undefined
    else inside += 1
    if (depth > 2) return undefined
    if (depth === 0) return inside > 0 ? at + 1 : undefined
  }
  return undefined
}

/** Where a query ends that begins at a place; there, where it holds nothing. */
function queryEnd(text: string, from: number): number {
  let end = from
  for (let at = from + 1; at < text.length && QUERY.test(text.charAt(at)); at += 1) if (QUERY_END.test(text.charAt(at))) end = at + 1
  return end
}
