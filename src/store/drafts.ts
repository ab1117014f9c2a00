import type { HandleKey } from '../domain/handle'
import { draftPlace, type KeptDraft } from '../features/notes/draft'
import type { Draft } from './schema'

/** The table of drafts, within whatever transaction. */
interface DraftTable {
  getAll(range: IDBKeyRange): Promise<readonly Draft[]>
}

/** The same, where it may be written to. */
interface WrittenDrafts extends DraftTable {
  put(draft: Draft): Promise<string>
  delete(place: string): Promise<void>
}

/** What was typed last about somebody, by whoever; undefined where nothing waits. */
export async function latestDraft(drafts: DraftTable, key: HandleKey): Promise<Draft | undefined> {
  return (await draftsOn(drafts, key)).reduce<Draft | undefined>((latest, draft) => (latest && latest.at > draft.at ? latest : draft), undefined)
}

/** Keeps unsaved words in the place of whoever writes them; no words, no draft. */
export async function keepDraft(drafts: WrittenDrafts, { key, text, writer, over, at }: KeptDraft, now: number): Promise<void> {
  const place = draftPlace(key, writer)
  const typedAt = Math.min(at ?? now, now)
  const [held] = typedAt < now ? await drafts.getAll(IDBKeyRange.only(place)) : []
  if (held && held.at > typedAt) return
  const others = over === undefined ? [] : (await draftsOn(drafts, key)).filter((draft) => draft.place !== place && draft.text === over)
  await Promise.all(others.map((draft) => drafts.delete(draft.place)))
  if (text === '') await drafts.delete(place)
  else await drafts.put({ place, text, at: typedAt })
}

/** Forgets what became a note: the writer's own draft, and every other one that says just this. */
export async function dropDrafts(drafts: WrittenDrafts, key: HandleKey, writer: string | undefined, text: string): Promise<void> {
  const place = draftPlace(key, writer)
  const done = (await draftsOn(drafts, key)).filter((draft) => draft.place === place || draft.text.trim() === text)
  await Promise.all(done.map((draft) => drafts.delete(draft.place)))
}

/** Everything that was typed about somebody and not saved, by whoever. */
export async function draftsOn(drafts: DraftTable, key: HandleKey): Promise<readonly Draft[]> {
  const place = draftPlace(key, undefined)
  const [own, others] = await Promise.all([drafts.getAll(IDBKeyRange.only(place)), drafts.getAll(IDBKeyRange.bound(`${place}:`, `${place}:\uFFFF`))])
  return [...own, ...others]
}
