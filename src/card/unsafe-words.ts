import type { NoteId } from '../domain/change'
import type { HandleKey } from '../domain/handle'
import type { Note } from '../domain/person'
import type { Meanwhile } from './keep-draft'

/** Words on their way to the background, where they survive this page and that background at once. */
export interface UnsafeWords extends Meanwhile {
  /** What pages that died with words on their way left behind, the latest first. */
  left(): readonly LeftWords[]
}

/** Words that somebody typed and that may never have arrived; `at` in ms since 1970. */
export interface LeftWords {
  readonly writer: string
  readonly text: string
  readonly at: number
  /** They are safe elsewhere by now. */
  forget(): void
}

/**
 * The words of one draft, with when they were typed, from the key press until the background has them: in the extension's own local storage, which is written before the
 * key press is over. A message is not: one that was sent while the tab closed or the extension was reloaded is lost (seen in Chromium 156).
 * Each who writes has a place of their own.
 */
export function makeUnsafeWords(key: HandleKey, writer: string): UnsafeWords {
  const start = `unsafe:${key}:`
  const name = `${start}${writer}`
  return {
    hold: (text) => orNothing(() => localStorage.setItem(name, `${Date.now()} ${text}`)),
    release: (text) => orNothing(() => heldIn(name)?.text === text && localStorage.removeItem(name)),
    left: () => orNothing(() => leftBehind(start)) ?? [],
  }
}

/** Notes under change, from the key press until they are saved or given up. */
export interface UnsafeEdits {
  hold(note: NoteId, text: string): void
  release(note: NoteId): void
  /** The changed words of these notes that a page which died left behind. */
  left(notes: readonly Note[]): ReadonlyMap<NoteId, string>
}

const EDIT = 'unsafe-edit:'

/** Keeps half-edited notes in the extension's own local storage. */
export const unsafeEdits: UnsafeEdits = {
  hold: (note, text) => orNothing(() => localStorage.setItem(EDIT + note, text)),
  release: (note) => orNothing(() => localStorage.removeItem(EDIT + note)),
  left: (notes) => new Map(notes.flatMap(({ id, text }) => {
    const held = orNothing(() => localStorage.getItem(EDIT + id))
    return typeof held === 'string' && held.trim() !== '' && held !== text ? [[id, held] as const] : []
  })),
}

function leftBehind(start: string): readonly LeftWords[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(start))
    .flatMap((name) => {
      const held = heldIn(name)
      return held ? [{ ...held, writer: name.slice(start.length), forget: () => orNothing(() => localStorage.removeItem(name)) }] : []
    })
    .sort((one, other) => other.at - one.at)
}

function heldIn(name: string): Pick<LeftWords, 'text' | 'at'> | undefined {
  const [, at, text] = /^(\d+) (.*)$/s.exec(localStorage.getItem(name) ?? '') ?? []
  return text === undefined ? undefined : { text, at: Number(at) }
}

/** A browser may refuse this storage, as Firefox does with cookies switched off: the background is then the only place. */
function orNothing<Value>(use: () => Value): Value | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}
