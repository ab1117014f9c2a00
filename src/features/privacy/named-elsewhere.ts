import type { PersonId } from '../../domain/change'
import type { HandleKey } from '../../domain/handle'

/** Words that stand with somebody else. */
export interface OthersWords {
  readonly person: PersonId
  readonly text: string
}

/** How often the words kept with each other person name a handle: erasing somebody does not rewrite what was noted about others. */
export function namedElsewhere(words: Iterable<OthersWords>, handles: readonly HandleKey[], own: ReadonlySet<PersonId>): ReadonlyMap<PersonId, number> {
  const found = new Map<PersonId, number>()
  for (const { person, text } of words) {
    if (own.has(person) || !names(text.toLowerCase(), handles)) continue
    found.set(person, (found.get(person) ?? 0) + 1)
  }
  return found
}

function names(text: string, handles: readonly HandleKey[]): boolean {
  return handles.some((handle) => {
    for (let at = text.indexOf(handle); at >= 0; at = text.indexOf(handle, at + 1)) {
      if (!isPart(text[at - 1]) && !isPart(text[at + handle.length])) return true
    }
    return false
  })
}

function isPart(sign: string | undefined): boolean {
  return sign !== undefined && /[a-z0-9_]/.test(sign)
}
