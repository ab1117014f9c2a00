import { ask } from '../contract/ask'
import type { ImportId } from '../domain/change'
import type { SeenPost } from '../domain/contact'
import { type ArchiveSummary, makeSummary } from '../features/x-archive/archive-summary'
import { MOST_POSTS } from '../features/x-archive/most-posts'
import { archivePosts, type OpenArchive } from './read-archive'

type Told = (done: number, of: number) => void

/** Goes through an archive once and tells what it would bring; nothing is written. */
export async function summarise(archive: OpenArchive, told: Told, signal: AbortSignal): Promise<ArchiveSummary> {
  const summary = makeSummary()
  let gone = 0
  for await (const { post, bytes } of archivePosts(archive, signal)) {
    if (post) summary.add(post)
    told((gone += bytes), archive.size)
  }
  return summary.result()
}

/** Takes the posts in, part by part. Cancelled or cut off, what is in stays in, and taking the same archive again goes on where it was: each post is recorded once. */
export async function takeArchive(archive: OpenArchive, id: ImportId, told: Told, signal: AbortSignal): Promise<number> {
  let [gone, taken] = [0, 0]
  let part: SeenPost[] = []
  const send = async (): Promise<void> => {
    if (part.length > 0) taken += await ask('x-archive/take', { id, owner: archive.owner.handle, posts: part })
    part = []
  }
  for await (const { post, bytes } of archivePosts(archive, signal)) {
    gone += bytes
    if (post && part.push(post) === MOST_POSTS) await send()
    told(gone, archive.size)
  }
  await send()
  return taken
}
