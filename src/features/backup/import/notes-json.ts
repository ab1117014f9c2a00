import type { RawRow } from '../import-row'
import { Told } from '../../../domain/told'

type Fields = Readonly<Record<string, unknown>>

/** How x-user-note (klntsky) names its notes. */
const KLNTSKY = 'muteBlockNotes-'
/** How Reddit Enhancement Suite names its tags; the handle of somebody on Reddit is often, not always, theirs on X. */
const RES = 'tag.'

/**
 * The people of a JSON file by another tool: x-user-note's backup, twitter-enhanced's remarks, the tags of Reddit Enhancement Suite, or a list of objects
 * with the words that our own export has. Throws a sentence where it is none of them.
 */
export function readNotesJson(text: string): readonly RawRow[] {
  const value = parse(text)
  if (Array.isArray(value)) return value.map(rowOf)
  const fields = fieldsOf(value)
  if (Array.isArray(fields['userRemarks'])) return fields['userRemarks'].map(rowOf)
  if (Array.isArray(fields['people'])) return fields['people'].map(rowOf)
  const tags = fields['RESmodules.userTagger.tags']
  if (tags !== undefined) return Object.entries(fieldsOf(typeof tags === 'string' ? parse(tags) : tags)).map(taggedOf)
  const rows = Object.entries(fieldsOf(fields['data'] ?? fields)).flatMap(entryOf)
  if (rows.length === 0) throw new Told('toldNoNotes')
  return rows
}

function entryOf([name, value]: [string, unknown]): readonly RawRow[] {
  if (name.startsWith(KLNTSKY)) return [{ handle: name.slice(KLNTSKY.length), notes: [value] }]
  if (name.startsWith(RES)) return [taggedOf([name.slice(RES.length), typeof value === 'string' && value.startsWith('{') ? parse(value) : value])]
  return []
}

function taggedOf([handle, value]: [string, unknown]): RawRow {
  const { text, tag, link } = fieldsOf(value)
  const words = text ?? tag
  return { handle, tags: typeof words === 'string' ? words.split(',').map((word) => word.trim()) : [], notes: typeof link === 'string' && link ? [link] : [] }
}

function rowOf(value: unknown): RawRow {
  const { handle, username, xId, id, name, tags, note, notes, remark, fields } = fieldsOf(value)
  const words = [...listOf(notes), ...listOf(note), ...listOf(remark)].map((each) => (typeof each === 'object' ? fieldsOf(each)['text'] : each))
  return { handle: handle ?? username, xId: xId ?? (typeof id === 'string' && /^\d+$/.test(id) ? id : undefined), name, tags: listOf(tags), notes: words, fields: Object.entries(fieldsOf(fields)).map(([name, value]) => ({ name, value })) }
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Told('toldNoJson')
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}
