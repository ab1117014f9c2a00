const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', euro: '€', copy: '©' }
const TAG = /<(?:!--[^]*?-->|(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})((?:\s[^<>]{0,4000})?)\/?>)/g
const BLOCKS = new Set(['p', 'div', 'ul', 'ol', 'table', 'tr', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre'])
const BARE = new Set(['p', 'div', 'br', 'span', 'html', 'body', 'head'])

/** A text without its markup, and whether anything of its looks was lost. Nothing is ever run or shown as markup: it is cut out as text. */
export function htmlToText(html: string): { readonly text: string; readonly isPlain: boolean } {
  if (!/<[a-z!/][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(html)) return { text: html, isPlain: true }
  let isPlain = true
  const bare = html.replace(/\r\n?/g, '\n').replace(TAG, (_tag, closes: string | undefined, name: string | undefined, attributes: string | undefined) => {
    const tag = name?.toLowerCase() ?? ''
    if (tag !== '' && !BARE.has(tag)) isPlain = false
    if (tag === 'br') return '\n'
    if (tag === 'li') return closes ? '' : '\n- '
    if (tag === 'a' && !closes) return linkMark(attributes ?? '')
    return BLOCKS.has(tag) ? '\n' : ''
  })
  const text = decodeEntities(withLinks(bare))
  return { text: text.replace(/[^\S\n]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim(), isPlain }
}

/** The address of a link, kept in front of its words until it is known whether they say the same. */
function linkMark(attributes: string): string {
  const [, address = ''] = /href\s*=\s*["']([^"']*)["']/i.exec(attributes) ?? []
  return /^https?:/i.test(address) ? `\uE000${address}\uE001` : ''
}

function withLinks(text: string): string {
  return text.replace(/\uE000([^\uE001]*)\uE001([^\n\uE000]{0,200})/g, (_all, address: string, words: string) => (words.includes(address) ? words : `${address} ${words}`))
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    if (code !== undefined) return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
    return ENTITIES[name?.toLowerCase() ?? ''] ?? whole
  })
}
