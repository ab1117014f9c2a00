import { Converter } from './converter'
import { type Converted, fieldsOf, foreignReply, type ForeignReply, type ImportNote, listOf, textOf } from './foreign-reply'
import { htmlToText } from './html-to-text'

const KNOWN = new Set(['id', 'type', 'level', 'parent', 'name', 'text', 'html'])
/** What looks like a place to fill in: the file's documentation names none, so each is listed and asked for. */
const PLACE = /\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|\[\[[^[\]\n]{1,80}\]\]|%[A-Za-z]\w{0,40}%/g
/** Of a folder within itself. */
const DEEPEST = 20

type Row = Readonly<Record<string, unknown>>

/** The export of Text Snippets for Chrome: a flat list in which every row names its parent; rows that are parents are folders. */
export function readTextSnippets(document: unknown): readonly ForeignReply[] {
  const rows = listOf(document).map(fieldsOf)
  const parents = new Set(rows.map(({ parent }) => textOf(parent)))
  const folders = new Map(rows.filter((row) => isFolder(row, parents)).map((row) => [textOf(row['id']), row]))
  return rows.filter((row) => !isFolder(row, parents)).map((row) => readRow(row, folders))
}

function isFolder({ id, type, text }: Row, parents: ReadonlySet<string>): boolean {
  return textOf(type) !== 'text' && textOf(text).trim() === '' && (parents.has(textOf(id)) || /^(?:folder|group|menu)$/i.test(textOf(type)))
}

function readRow(row: Row, folders: ReadonlyMap<string, Row>): ForeignReply {
  const isMarkup = /^(?:true|1)$/i.test(textOf(row['html']))
  const { text, isPlain } = isMarkup ? htmlToText(textOf(row['text'])) : { text: textOf(row['text']), isPlain: true }
  const { body, notes } = converted(text)
  return foreignReply({ title: textOf(row['name']), body, folder: folderOf(row, folders), notes: [...notes, ...(isPlain ? [] : [{ code: 'formatting', about: '' } as const]), ...strange(row)] })
}

function converted(text: string): Converted {
  const converter = new Converter()
  let done = 0
  for (const { 0: place, index } of text.matchAll(PLACE)) {
    converter.words(text.slice(done, index))
    converter.unknown(place)
    done = index + place.length
  }
  converter.words(text.slice(done))
  return converter.done()
}

function folderOf(row: Row, folders: ReadonlyMap<string, Row>): string {
  const names: string[] = []
  let folder = folders.get(textOf(row['parent']))
  for (; folder && names.length < DEEPEST; folder = folders.get(textOf(folder['parent']))) names.unshift(textOf(folder['name']).trim())
  return names.filter((name) => name !== '').join(' / ')
}

/** A kind of row that is documented nowhere, and fields that we have no place for. */
function strange(row: Row): readonly ImportNote[] {
  const kind = textOf(row['type'])
  const others = Object.entries(row).filter(([name, value]) => !KNOWN.has(name) && textOf(value) !== '')
  return [...(kind === 'text' ? [] : [['type', kind] as const]), ...others].map(([name, value]) => ({ code: 'field', about: `${name}: ${textOf(value)}` }))
}
