/** What could not be taken over as it was. */
export const NOTE_CODES = ['unknown', 'formatting', 'field', 'action', 'date', 'trigger', 'attachment', 'inactive', 'duplicate'] as const
/** Why an entry cannot be taken in at all. */
export const REFUSAL_CODES = ['script', 'regex', 'image', 'condition', 'empty', 'too long', 'unreadable', 'file'] as const

/** A remark about an entry; `about` are the words of the file that it concerns. */
export interface ImportNote {
  readonly code: (typeof NOTE_CODES)[number]
  readonly about: string
}

/** Why an entry is refused, and over which of its words. */
export interface Refusal {
  readonly code: (typeof REFUSAL_CODES)[number]
  readonly about: string
}

/** A reply as a file of another tool has it, already in our template language. */
export interface ForeignReply {
  /** The line it begins in, where the file has lines. */
  readonly line?: number | undefined
  readonly title: string
  readonly trigger: string
  readonly aliases: readonly string[]
  readonly body: string
  readonly variants: readonly string[]
  readonly lang: string
  readonly langs: Readonly<Record<string, readonly string[]>>
  readonly folder: string
  readonly tags: readonly string[]
  readonly attachments: readonly string[]
  readonly archived: boolean
  readonly notes: readonly ImportNote[]
  readonly refused?: Refusal | undefined
}

/** An entry with nothing in it but its name. */
export function foreignReply(fields: Partial<ForeignReply> & Pick<ForeignReply, 'title'>): ForeignReply {
  return { trigger: '', aliases: [], body: '', variants: [], lang: '', langs: {}, folder: '', tags: [], attachments: [], archived: false, notes: [], ...fields }
}

/** What another tool's text becomes, with what was not understood in it. */
export interface Converted {
  readonly body: string
  readonly notes: readonly ImportNote[]
  readonly refused?: Refusal | undefined
}

/** Something of a file as an object with fields; an empty one where it is none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {}
}

/** Something of a file as text; empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Something of a file as a list; empty where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}
