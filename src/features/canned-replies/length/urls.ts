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
const ASCII_HOST = new RegExp(`(?:[\\-${LATIN}]+\\.)+[^.\\-_]*`, 'gi')
const TCO = /^https?:\/\/t\.co\/([a-z0-9]+)/i
const LONGEST_URL = 4096
const LONGEST_SLUG = 40

/** The links of a text as X finds them, [from, to), with or without https://. In time that grows with the length of the text alone. */
export function urlsIn(text: string): readonly Range[] {
  if (!text.includes('.')) return []
  const urls: Range[] = []
  let done = 0
  for (const { 0: run, index } of text.matchAll(HOST)) {
    if (index < done || !run.includes('.')) continue
    for (const url of urlsAt(text, index, run)) {
      urls.push(url)
      done = url[1]
    }
  }
  return urls
}

function urlsAt(text: string, from: number, run: string): readonly Range[] {
  const [, protocol] = PROTOCOL.exec(text.slice(Math.max(0, from - 9), from)) ?? []
  const start = protocol === undefined ? from + (/^[-_.]*/.exec(run)?.[0].length ?? 0) : from
  const domain = domainIn(run.slice(start - from), text[from + run.length])
  if (!domain) return []
  const afterDomain = start + domain.length
  const { end, hasPath } = rest(text, afterDomain)
  if (end - start > LONGEST_URL) return []
  if (protocol === undefined) return bare(text, start, domain, hasPath ? end : undefined)
  const tco = TCO.exec(text.slice(start - protocol.length, end))
  if (!tco) return [[start - protocol.length, end]]
  const slugEnd = start - protocol.length + tco[0].length
  return (tco[1] ?? '').length > LONGEST_SLUG ? [] : [[start - protocol.length, text[slugEnd] === '?' ? queryEnd(text, slugEnd) : slugEnd]]
}

/** Of an address without https:// only what is written in Latin letters is a link; a path belongs to the last of them. */
function bare(text: string, start: number, domain: string, pathEnd: number | undefined): readonly Range[] {
  if (/[-_./@＠$#＃A-Za-z0-9]/.test(text[start - 1] ?? ' ')) return []
  const hosts = Array.from(domain.matchAll(ASCII_HOST)).flatMap(({ 0: host, index }) => {
    const found = domainIn(host, domain[index + host.length])
    return found ? [[start + index, start + index + found.length] as const] : []
  })
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
