import { fold } from '../../domain/fold'
import type { Reply, ReplyId } from './reply'

/** From this share of pieces in common on, two texts say nearly the same. */
const ALIKE = 0.75
/** How many signs a piece has. */
const PIECE = 6
/** A piece that so many texts share tells nothing more: the first of them are enough to be found by. */
const MOST_SHARING = 16
const MOST_COMPARED = 12

interface Text {
  readonly reply: Reply
  readonly pieces: readonly string[]
}

/** For every reply that says nearly what another says, the others; archived ones do not count.  */
export function nearDuplicates(replies: readonly Reply[]): ReadonlyMap<ReplyId, readonly Reply[]> {
  const texts = byRarity(replies.filter(({ archived }) => !archived).flatMap(textsOf)).sort((one, other) => one.pieces.length - other.pieces.length)
  const found = new Map<ReplyId, Map<ReplyId, Reply>>()
  const index = new Map<string, Text[]>()
  const note = (one: Reply, other: Reply): void => void found.set(one.id, (found.get(one.id) ?? new Map<ReplyId, Reply>()).set(other.id, other))
  for (const text of texts) {
    for (const other of candidatesFor(text, index)) {
      if (other.reply.id === text.reply.id || found.get(text.reply.id)?.has(other.reply.id) || !areAlike(text, other)) continue
      note(text.reply, other.reply)
      note(other.reply, text.reply)
    }
    for (const piece of prefixOf(text)) put(index, piece, text)
  }
  return new Map(Array.from(found, ([id, others]) => [id, [...others.values()]]))
}

function put(index: Map<string, Text[]>, piece: string, text: Text): void {
  const held = index.get(piece)
  if (!held) index.set(piece, [text])
  else if (held.length < MOST_SHARING) held.push(text)
}

function textsOf(reply: Reply): readonly Text[] {
  return [reply.body, ...reply.variants, ...Object.values(reply.langs).flat()].map((body) => ({ reply, pieces: piecesOf(body) }))
}

/** Overlapping pieces of the words: places to fill, signs and spaces make no difference. */
function piecesOf(body: string): readonly string[] {
  const words = fold(body).replace(/\{[^{}]*\}/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return [...new Set(Array.from({ length: Math.max(1, words.length - PIECE + 1) }, (_none, at) => words.slice(at, at + PIECE)))]
}

/** The rarest pieces first. Two texts that are alike then share one near the beginning: only there must be looked. */
function byRarity(texts: readonly Text[]): Text[] {
  const counts = new Map<string, number>()
  for (const { pieces } of texts) for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  const rarer = (one: string, other: string): number => (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1)
  return texts.map(({ reply, pieces }) => ({ reply, pieces: pieces.toSorted(rarer) }))
}

/** Those that share most of the rare pieces come first; beyond the first dozen nobody reads on. */
function candidatesFor(text: Text, index: ReadonlyMap<string, readonly Text[]>): readonly Text[] {
  const least = text.pieces.length * ALIKE
  const shared = new Map<Text, number>()
  for (const piece of prefixOf(text)) for (const other of index.get(piece) ?? []) if (other.pieces.length >= least) shared.set(other, (shared.get(other) ?? 0) + 1)
  const all = [...shared.keys()]
  return all.length <= MOST_COMPARED ? all : all.sort((one, other) => (shared.get(other) ?? 0) - (shared.get(one) ?? 0)).slice(0, MOST_COMPARED)
}

function prefixOf({ pieces }: Text): readonly string[] {
  return pieces.slice(0, pieces.length - Math.ceil(pieces.length * ALIKE) + 1)
}

function areAlike({ pieces }: Text, other: Text): boolean {
  const held = new Set(other.pieces)
  const common = pieces.filter((piece) => held.has(piece)).length
  return common >= ALIKE * (pieces.length + other.pieces.length - common)
}
