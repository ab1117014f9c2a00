import type { GuardCode } from './guards/guard'
import { type PreparedReply, prepareReply, type ReplySituation } from './prepare-reply'
import { blankReply, type Reply, type ReplyId } from './reply'
import type { Parts } from './thread'

/** What may not stand where everybody reads along, but may in a direct message. */
const PRIVATE: ReadonlySet<GuardCode> = new Set(['dm only', 'e-mail', 'phone', 'iban', 'card', 'order number'])

/** What is written in public where the team has no reply of its own for it. */
const LINE: Reply = {
  ...blankReply('direct-line' as ReplyId),
  title: 'DM',
  lang: 'en',
  body: 'Could you send me a DM[[, {first}]]? Then we can sort this out without your details in public.',
  langs: {
    de: ['Schickst du mir eine DM[[, {first}]]? Dann klären wir das, ohne dass hier alle mitlesen.'],
    es: ['¿Me mandas un DM[[, {first}]]? Así lo resolvemos sin tus datos a la vista de todos.'],
  },
}

/** A line for the public, and what goes on behind it in a direct message. */
export interface Moved {
  readonly line: PreparedReply
  readonly parts: Parts
}

/** Asks in public to go on in a direct message, and keeps the words for there; undefined where nothing private would stand in public, or where the line itself does not fit. */
export function moveToDirect(prepared: PreparedReply, situation: ReplySituation): Moved | undefined {
  const { filled, guards, picked, reply } = prepared
  if (!filled || situation.surface === 'dm' || !guards.some(({ code }) => PRIVATE.has(code))) return undefined
  const lang = picked.lang === '' ? undefined : picked.lang
  const own = situation.find(situation.directReply)
  const lines = [...(own && own.id !== reply.id ? [own] : []), LINE].map((line) => prepareReply(line, situation, { lang }))
  const line = lines.find(mayGo)
  return line?.filled && { line, parts: { title: reply.title, texts: [line.filled.text, filled.text], direct: true } }
}

function mayGo({ filled, faults, guards, needed }: PreparedReply): boolean {
  return filled !== undefined && faults.length === 0 && needed.length === 0 && guards.every(({ severity }) => severity !== 'block')
}
