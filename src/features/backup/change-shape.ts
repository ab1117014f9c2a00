import { shown } from '../../domain/shown'
import type { Change, ChangeBody } from '../../domain/change'
import { toStamp } from '../../domain/clock'
import { LONGEST_FIELD_NAME, LONGEST_FIELD_VALUE, toLine } from '../../domain/custom-field'
import { toHandle, toPostId, toXId } from '../../domain/handle'
import { LONGEST_FACTS } from '../../domain/stored-facts'
import { LONGEST_NOTE, LONGEST_TAG } from '../notes/note'
import { Told } from '../../domain/told'

type Check = (value: unknown) => boolean
type Shape = Readonly<Record<string, Check>>
type FieldOf<Kind> = Exclude<keyof Extract<ChangeBody, { readonly kind: Kind }>, 'kind'>
type Shapes = { readonly [Kind in Change['kind']]: { readonly [Field in FieldOf<Kind>]-?: Check } }

const LONGEST_ID = 64
const LONGEST_NAME = 200
const LONGEST_URL = 200
const LONGEST_POST = 30_000
/** Beyond this a stamp would hold our own clock in the future for good. */
const MOST_AHEAD = 400 * 86_400_000

const text = (longest: number): Check => (value) => typeof value === 'string' && value.length <= longest
const maybe = (check: Check): Check => (value) => value === undefined || check(value)
const id: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= LONGEST_ID
const time: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const flag: Check = (value) => typeof value === 'boolean'
const handle: Check = (value) => toHandle(value) === value
const handleKey: Check = (value) => handle(value) && value === String(value).toLowerCase()
const xId: Check = (value) => toXId(value) !== undefined
const post: Check = (value) => toPostId(value) !== undefined
const note = { person: id, note: id }

/** What each kind of change must hold. A kind or a field that is missing here does not compile. */
const SHAPES: Shapes = {
  'person/met': { person: id, handle, xId: maybe(xId), name: maybe(text(LONGEST_NAME)) },
  'person/identified': { person: id, xId: maybe(xId) },
  'person/renamed': { person: id, handle },
  'person/handle-lost': { person: id, handle: handleKey },
  'person/merged': { person: id, into: id },
  'person/removed': { person: id, removed: flag },
  'person/erased': { person: id },
  'note/added': { ...note, text: text(LONGEST_NOTE), post: maybe(text(LONGEST_URL)) },
  'note/edited': { ...note, text: text(LONGEST_NOTE) },
  'note/pinned': { ...note, pinned: flag },
  'note/removed': { ...note, removed: flag },
  'contact/recorded': {
    person: id,
    post,
    url: text(LONGEST_URL),
    postedAt: time,
    removed: flag,
    text: maybe(text(LONGEST_POST)),
    direction: maybe(text(LONGEST_ID)),
    provenance: maybe(text(LONGEST_ID)),
    conversation: maybe(post),
  },
  'contact/placed': { person: id, post, conversation: post },
  'facts/seen': { person: id, facts: text(LONGEST_FACTS), score: maybe((value) => typeof value === 'number' && value >= 0 && value <= 100) },
  'field/set': { person: id, field: (value) => toLine(value) === value && value !== '' && text(LONGEST_FIELD_NAME)(value), value: (value) => toLine(value) === value && text(LONGEST_FIELD_VALUE)(value) },
  'tag/set': { person: id, tag: (value) => text(LONGEST_TAG)(value) && value !== '', on: flag },
}

const AUTHORSHIP: Shape = { kind: text(LONGEST_ID), stamp: (value) => toStamp(value) !== undefined, at: time, by: text(LONGEST_NAME), import: maybe(id), undoes: maybe((value) => toStamp(value) !== undefined) }

/** A change of the journal out of anything; throws a sentence that names the field at fault. `now` in ms since 1970. */
export function toChange(value: unknown, now: number): Change {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Told('toldNoObject')
  const { kind, stamp } = value as { readonly kind?: unknown; readonly stamp?: unknown }
  if (typeof kind !== 'string' || !Object.hasOwn(SHAPES, kind)) throw new Told('toldChangeKind', shown(kind))
  const shape: Shape = { ...AUTHORSHIP, ...SHAPES[kind as Change['kind']] }
  const foreign = Object.keys(value).find((field) => !Object.hasOwn(shape, field))
  if (foreign !== undefined) throw new Told('toldChangeField', kind, shown(foreign))
  const wrong = Object.entries(shape).find(([field, check]) => !check((value as Record<string, unknown>)[field]))
  if (wrong) throw new Told('toldChangeWrong', wrong[0], kind, shown((value as Record<string, unknown>)[wrong[0]]))
  if (msOf(stamp) > now + MOST_AHEAD) throw new Told('toldChangeFuture')
  return value as Change
}

/** The moment of a stamp, ms since 1970. */
export function msOf(stamp: unknown): number {
  return Number.parseInt(String(stamp).slice(0, 9), 36)
}
