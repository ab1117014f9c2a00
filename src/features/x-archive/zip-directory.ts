import { Told } from '../../domain/told'

/** A file in a zip: where its bytes lie, and how they are packed (0: as they are, 8: deflated). */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  /** Where its own header begins; the bytes come after that. */
  readonly header: number
}

/** Where the directory of a zip lies. */
export interface ZipEnd {
  readonly offset: number
  readonly size: number
}

/** The end of a zip is within its last so many bytes: its own 22, a comment, and what a zip beyond 4 GB has before it. */
export const END_LENGTH = 65_557 + 76

const END = 0x06054b50
const END_64 = 0x06064b50
const ENTRY = 0x02014b50
const HEADER = 0x04034b50
const IN_64 = 0xffffffff

/** Where the directory lies, out of the last bytes of a zip; throws a sentence where it is none. */
export function zipEnd(tail: DataView): ZipEnd {
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END) continue
    const [size, offset] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)]
    return offset === IN_64 || size === IN_64 ? zipEnd64(tail, at) : { size, offset }
  }
  throw new Told('toldNoZip')
}

function zipEnd64(tail: DataView, before: number): ZipEnd {
  for (let at = before - 56; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === END_64) return { size: long(tail, at + 40), offset: long(tail, at + 48) }
  }
  throw new Told('toldZipDamaged')
}

/** The files of a zip, out of its directory. */
export function zipEntries(directory: DataView): readonly ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === ENTRY; ) {
    const [name, extra, comment] = [directory.getUint16(at + 28, true), directory.getUint16(at + 30, true), directory.getUint16(at + 32, true)]
    const fields = { size: directory.getUint32(at + 24, true), packed: directory.getUint32(at + 20, true), header: directory.getUint32(at + 42, true) }
    entries.push({ name: text(directory, at + 46, name), method: directory.getUint16(at + 10, true), ...withLongs(directory, at + 46 + name, extra, fields) })
    at += 46 + name + extra + comment
  }
  return entries
}

/** Where the bytes of a file begin, out of its own header. */
export function bytesAfter(header: DataView, { header: at }: ZipEntry): number {
  if (header.getUint32(0, true) !== HEADER) throw new Told('toldZipDamaged')
  return at + 30 + header.getUint16(26, true) + header.getUint16(28, true)
}

type Longs = Pick<ZipEntry, 'size' | 'packed' | 'header'>

/** Numbers that do not fit into their places stand in an extra field, in this order, those alone that do not. */
function withLongs(directory: DataView, from: number, length: number, fields: Longs): Longs {
  for (let at = from; at + 4 <= from + length; at += 4 + directory.getUint16(at + 2, true)) {
    if (directory.getUint16(at, true) !== 1) continue
    let next = at + 4
    const take = (held: number): number => (held === IN_64 ? long(directory, (next += 8) - 8) : held)
    return { size: take(fields.size), packed: take(fields.packed), header: take(fields.header) }
  }
  return fields
}

function long(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}

function text(view: DataView, at: number, length: number): string {
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length))
}
