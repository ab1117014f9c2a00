import { sha256 } from '../../../domain/sha256'
import type { RawRow } from '../import-row'
import { Told } from '../../../domain/told'

const PREFIX = 'XTAG:'

/** True for a text that XTagger shares: "XTAG:" and Base64url. */
export function isXTag(text: string): boolean {
  return text.trimStart().startsWith(PREFIX)
}

/**
 * The people of an XTagger string (https://xtagger.dev/docs/reference/xtag-format, schema version 1). Throws a sentence where it is damaged; a checksum
 * that does not match is told by XTagger's own documents to be a reason for refusal.
 */
export async function readXTag(text: string): Promise<readonly RawRow[]> {
  const { schemaVersion, checksum, entries } = fieldsOf(decode(text.trim().slice(PREFIX.length)))
  if (schemaVersion !== 1) throw new Told('toldXTagVersion')
  const people = fieldsOf(entries)
  const sums = await Promise.all([JSON.stringify(people, Object.keys(people).sort()), JSON.stringify(sorted(people)), JSON.stringify(people)].map(sha256))
  if (typeof checksum !== 'string' || !sums.includes(checksum.toLowerCase())) throw new Told('toldXTagChanged')
  return Object.entries(people).map(([key, tags]) => rowOf(key.slice(key.indexOf(':') + 1), tags))
}

function rowOf(handle: string, tags: unknown): RawRow {
  const living = (Array.isArray(tags) ? tags : []).map(fieldsOf).filter(({ deletedAt }) => deletedAt === undefined)
  return { handle, tags: living.map(({ name }) => name), notes: living.flatMap(({ name, notes }) => (typeof notes === 'string' && notes ? `${String(name)}: ${notes}` : [])) }
}

function decode(base64url: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Told('toldXTagDamaged')
  }
}

function sorted(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {}
}
