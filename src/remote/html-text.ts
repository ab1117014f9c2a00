const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Plain text as the little HTML that keeps its lines. */
export function toHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r?\n/g, '<br>')
}

/** The words of a piece of HTML, as text to be shown as text: it is never markup again. */
export function fromHtml(html: string): string {
  const lines = html.replace(/\s+/g, ' ').replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
  return lines
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => NAMED[name.toLowerCase()] ?? numbered(name) ?? whole)
    .replace(/ *\n */g, '\n')
    .trim()
}

function numbered(name: string): string | undefined {
  if (!name.startsWith('#')) return undefined
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : undefined
}
