import type { NoteId } from '../domain/change'
import type { HandleKey } from '../domain/handle'
import type { Note } from '../domain/person'
import type { Meanwhile } from './keep-draft'

/** Words on their way to the background, where they survive this page and that background at once. */
export interface UnsafeWords extends Meanwhile {
  /** What a page that died with words on their way left behind. */
  left(): string | undefined
}

/**
 * The words of one draft from the key press until the background has them: in the extension's own local storage, which is written before the
 * key press is over. A message is not: one that was sent while the tab closed or the extension was reloaded is lost (seen in Chromium 156).
 * Each who writes has a place of their own.
 */
export function makeUnsafeWords(key: HandleKey, writer: string): UnsafeWords {
  const start = `unsafe:${key}:`
  const name = `${start}${writer}`
  return {
    hold: (text) => orNothing(() => localStorage.setItem(name, text)),
    release: (text) => orNothing(() => localStorage.getItem(name) === text && localStorage.removeItem(name)),
    left: () => orNothing(() => takeFirst((held) => held.startsWith(start))),
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

function takeFirst(isMeant: (name: string) => boolean): string | undefined {
  const name = Object.keys(localStorage).find(isMeant)
  const text = name === undefined ? undefined : localStorage.getItem(name)
  if (name !== undefined) localStorage.removeItem(name)
  return text ?? undefined
}

/** A browser may refuse this storage, as Firefox does with cookies switched off: the background is then the only place. */
function orNothing<Value>(use: () => Value): Value | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}
