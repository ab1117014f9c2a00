import { Told } from '../../../domain/told'

const LARGEST = 200_000_000

/** The text of a file in UTF-8 or, with its mark or by its many empty bytes, UTF-16. Throws a sentence where it is no text or too large. */
export async function decodeText(file: Blob): Promise<string> {
  if (file.size > LARGEST) throw new Told('toldListLarge', Math.round(file.size / 1_000_000), LARGEST / 1_000_000)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new Told('toldSpreadsheet')
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\0', '')
  } catch {
    // Spreadsheets on Windows write the alphabet of their country; every byte means something in this one.
    if (encoding === 'utf-8') return new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', '')
    throw new Told('toldEncoding', encoding.toUpperCase())
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 400)
  const odd = start.filter((byte, index) => byte === 0 && index % 2 === 1).length
  const even = start.filter((byte, index) => byte === 0 && index % 2 === 0).length
  if (odd > start.length / 4 && even === 0) return 'utf-16le'
  return even > start.length / 4 && odd === 0 ? 'utf-16be' : 'utf-8'
}
