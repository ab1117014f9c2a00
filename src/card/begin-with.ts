import { ask } from '../contract/ask'
import type { HandleKey } from '../domain/handle'
import type { PersonView } from '../features/people/people-messages'
import type { LeftWords } from './unsafe-words'

/**
 * The words that whoever writes about somebody begins with: the latest, be they the background's or left behind by a page that died.
 * All that was left behind goes to the background under the name of who typed it; nothing is forgotten here before it is safe there.
 */
export function beginWith(key: HandleKey, { draft, draftAt }: Pick<PersonView, 'draft' | 'draftAt'>, left: readonly LeftWords[]): string {
  for (const words of left) void keepFor(key, words)
  const [latest] = left
  return latest && latest.at >= draftAt ? latest.text : draft
}

async function keepFor(key: HandleKey, { writer, text, at, forget }: LeftWords): Promise<void> {
  try {
    await ask('drafts/keep', { key, text, writer, at })
    forget()
  } catch {
    // They stay where they are, for the next page.
  }
}
