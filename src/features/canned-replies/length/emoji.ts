/** Sequences that Unicode recommends for interchange. Written as text, since older engines of ours for tests and builds do not read the flag. */
const RGI = new RegExp('\\p{RGI_Emoji}', 'gv')
const KEYCAP = /^[0-9#*]\u20E3$/
const FLAG_OR_KEY = /\p{Regional_Indicator}|\u20E3/u
const PICTURE = /\p{Extended_Pictographic}/u
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The emoji of a text as [from, to), each one sign to whoever sees it, with and without the mark that asks for a picture. */
export function emojiIn(text: string): readonly (readonly [number, number])[] {
  if (!/[^\p{L}\p{P}\p{Z}\p{Nd}\n]/u.test(text)) return []
  return Array.from(clusters.segment(text)).flatMap(({ segment, index }) => inCluster(segment).map(([from, to]) => [index + from, index + to] as const))
}

function inCluster(cluster: string): readonly (readonly [number, number])[] {
  if (KEYCAP.test(cluster)) return [[0, cluster.length]]
  if (!PICTURE.test(cluster) && !FLAG_OR_KEY.test(cluster)) return []
  if (isWhole(qualified(cluster))) return [[0, cluster.length]]
  return Array.from(cluster.matchAll(RGI), (match) => [match.index, match.index + match[0].length])
}

function isWhole(cluster: string): boolean {
  RGI.lastIndex = 0
  return RGI.exec(cluster)?.[0].length === cluster.length
}

/** The sequence with the marks that it should have: many keyboards leave them out. */
function qualified(cluster: string): string {
  const bare = cluster.replaceAll('\uFE0F', '')
  return bare.replace(/\p{Extended_Pictographic}(?!\p{Emoji_Modifier})/gu, (sign) => (/\p{Emoji_Presentation}/u.test(sign) ? sign : `${sign}\uFE0F`))
}
