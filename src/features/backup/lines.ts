import { Told } from '../../domain/told'

/** The longest line that is read, in characters: one of ours holds 500 rows, and a note 10,000 characters at most. */
const LONGEST_LINE = 16_000_000

/** The lines of a text that comes in pieces of bytes. Throws a sentence where it is no UTF-8 or a line has no end. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const held: string[] = []
  let length = 0
  let number = 1
  for await (const piece of pieces) {
    const lines = decode(decoder, piece, number).split('\n')
    for (const [index, line] of lines.entries()) {
      held.push(line)
      length += line.length
      if (length > LONGEST_LINE) throw new Told('toldLineLong', number)
      if (index === lines.length - 1) break
      yield held.join('').replace(/\r$/, '')
      held.length = 0
      length = 0
      number += 1
    }
  }
  held.push(decode(decoder, undefined, number))
  const rest = held.join('')
  if (rest !== '') yield rest
}

/** The pieces of a file or another blob, one after the other. */
export async function* piecesOf(blob: Blob, size = 1_048_576): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < blob.size; from += size) yield new Uint8Array(await blob.slice(from, from + size).arrayBuffer())
}

function decode(decoder: TextDecoder, piece: Uint8Array | undefined, line: number): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch {
    throw new Told('toldNoUtf8', line)
  }
}
