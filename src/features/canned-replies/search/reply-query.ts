import { fold } from '../../../domain/fold'

/** What was typed into the search: words, and operators that narrow. */
export interface ReplyQuery {
  /** Folded. */
  readonly words: readonly string[]
  readonly tags: readonly string[]
  readonly folders: readonly string[]
  /** The beginnings of language tags, in lower case. */
  readonly langs: readonly string[]
  /** Only those for direct messages, or only those that may be public. */
  readonly dm: boolean | undefined
  /** Not used for so many days. */
  readonly unusedDays: number | undefined
  readonly is: readonly State[]
}

const STATES = ['favourite', 'shared', 'private', 'archived'] as const
type State = (typeof STATES)[number]

const PIECE = /(tag|in|lang|dm|unused|is):(?:"([^"]*)"|(\S*))|(\S+)/gi
const DAYS = { d: 1, w: 7, m: 30, y: 365 } as const

/** Reads a query. What is no operator is a word. */
export function readReplyQuery(text: string): ReplyQuery {
  const query = { words: [] as string[], tags: [] as string[], folders: [] as string[], langs: [] as string[], dm: undefined as boolean | undefined, unusedDays: undefined as number | undefined, is: [] as State[] }
  for (const [whole, operator, quoted, bare, word] of text.slice(0, 500).matchAll(PIECE)) {
    const value = fold(quoted ?? bare ?? '').trim()
    if (word !== undefined) query.words.push(...wordsOf(word))
    else if (operator?.toLowerCase() === 'dm') query.dm = !['no', 'n', '0', 'false'].includes(value)
    else if (value === '') continue
    else if (!narrow(query, operator?.toLowerCase(), value)) query.words.push(...wordsOf(whole))
  }
  return query
}

function narrow(query: { -readonly [Field in keyof ReplyQuery]: ReplyQuery[Field] extends readonly (infer Item)[] ? Item[] : ReplyQuery[Field] }, operator: string | undefined, value: string): boolean {
  if (operator === 'tag') query.tags.push(value)
  else if (operator === 'in') query.folders.push(value)
  else if (operator === 'lang') query.langs.push(value)
  else if (operator === 'unused') query.unusedDays = daysIn(value)
  else query.is.push(...STATES.filter((state) => state.startsWith(value)))
  return operator !== 'unused' || query.unusedDays !== undefined
}

function daysIn(value: string): number | undefined {
  const [, number, unit = 'd'] = /^(\d{1,4})([dwmy]?)$/.exec(value) ?? []
  return number === undefined ? undefined : Number(number) * DAYS[(unit || 'd') as keyof typeof DAYS]
}

function wordsOf(text: string): readonly string[] {
  const word = fold(text).replace(/^\/+/, '')
  return word === '' ? [] : [word]
}
