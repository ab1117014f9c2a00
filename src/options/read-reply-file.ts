import { delimiterOf, recordsOf } from '../domain/csv'
import { decodeText } from '../features/backup/import/decode-text'
import type { ForeignReply } from '../features/canned-replies/formats/foreign-reply'
import { isOwnJson, readOwnJson } from '../features/canned-replies/formats/own-json'
import { readBriskine } from '../features/canned-replies/formats/read-briskine'
import { readChatwoot } from '../features/canned-replies/formats/read-chatwoot'
import { readEspanso } from '../features/canned-replies/formats/read-espanso'
import { readTextExpander } from '../features/canned-replies/formats/read-text-expander'
import { readTextSnippets } from '../features/canned-replies/formats/read-text-snippets'
import { readZammad } from '../features/canned-replies/formats/read-zammad'
import { readZendesk } from '../features/canned-replies/formats/read-zendesk'
import type { Reply } from '../features/canned-replies/reply'
import { isPack, type Pack, readPack } from '../features/canned-replies/share/pack'
import { Told } from '../domain/told'

/** Whose file it is. */
export type ReplyFileKind = 'Briskine' | 'espanso' | 'TextExpander' | 'Zammad' | 'Chatwoot' | 'Zendesk' | 'Text Snippets'

/** A file of replies, read: our own, a pack that others share, or another tool's. */
export type ReadReplies = { readonly from: 'Regulars'; readonly replies: readonly Reply[] } | { readonly from: string; readonly pack: Pack } | { readonly from: ReplyFileKind; readonly entries: readonly ForeignReply[] }

const LARGEST = 20_000_000

/** Finds out what a file of replies is, and reads it; throws a sentence where it is nothing we know. */
export async function readReplyFile(file: File): Promise<ReadReplies> {
  if (file.size > LARGEST) throw new Told('toldRepliesLarge', LARGEST / 1_000_000)
  const text = (await decodeText(file)).replace(/^\uFEFF/, '')
  const start = text.trimStart()[0]
  if (start === '{' || start === '[') return readJson(text)
  return /\.ya?ml$/i.test(file.name) || /^(?:matches|global_vars|imports)\s*:/m.test(text) ? readYaml(text) : readTable(text, file.name)
}

async function readJson(text: string): Promise<ReadReplies> {
  const document = parseJson(text)
  if (isOwnJson(document)) return { from: 'Regulars', replies: await readOwnJson(document) }
  if (isPack(document)) {
    const pack = await readPack(document)
    return { from: pack.origin, pack }
  }
  const fields = Array.isArray(document) ? (document[0] as unknown) : document
  const has = (name: string): boolean => typeof fields === 'object' && fields !== null && Object.hasOwn(fields, name)
  if (has('macros') || has('actions') || has('items') || has('dynamic_content')) return { from: 'Zendesk', entries: readZendesk(document) }
  if (has('short_code') || has('payload') || has('data')) return { from: 'Chatwoot', entries: readChatwoot(document) }
  if (Array.isArray(document) && has('text') && has('name')) return { from: 'Text Snippets', entries: readTextSnippets(document) }
  throw new Told('toldNoReplies')
}

/** The parser of YAML is large and seldom wanted, so it comes when it is. */
async function readYaml(text: string): Promise<ReadReplies> {
  const { parse } = await import('yaml')
  try {
    return { from: 'espanso', entries: readEspanso(parse(text, { maxAliasCount: 50, prettyErrors: true })) }
  } catch (error) {
    throw new Told('toldNoYaml', String(error instanceof Error ? error.message.split('\n')[0] : error))
  }
}

function readTable(text: string, name: string): ReadReplies {
  const records = [...recordsOf(text, delimiterOf(text))]
  const headings = new Set(records[0]?.cells.map((cell) => cell.trim().toLowerCase()))
  if (headings.has('shortcut') && headings.has('body')) return { from: 'Briskine', entries: readBriskine(records) }
  if (headings.has('name') && headings.has('content')) return { from: 'Zammad', entries: readZammad(records) }
  const isPairs = records.length > 0 && records.every(({ cells }) => cells.length === 2 || cells.length === 3)
  if (!isPairs) throw new Told('toldNoReplyTable')
  return { from: 'TextExpander', entries: readTextExpander(records, name.replace(/\.\w+$/, '')) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Told('toldJsonDamaged')
  }
}
