import { ask } from '../contract/ask'
import type { ImportId } from '../domain/change'
import { type ArchiveSummary, makeSummary } from '../features/x-archive/archive-summary'
import { MOST_POSTS } from '../features/x-archive/most-posts'
import { archiveMessages, archivePosts, type OpenArchive, sizeOf } from './read-archive'

type Told = (done: number, of: number) => void

/** Goes through an archive once and tells what it would bring; nothing is written. */
export async function summarise(archive: OpenArchive, told: Told, signal: AbortSignal): Promise<ArchiveSummary> {
  const summary = makeSummary()
  let gone = 0
  const size = sizeOf([...archive.posts, ...archive.messages])
  for await (const { post, bytes } of archivePosts(archive, signal)) {
    if (post) summary.add(post)
    told((gone += bytes), size)
  }
  for await (const { message, bytes } of archiveMessages(archive, signal)) {
    if (message) summary.addMessage()
    told((gone += bytes), size)
  }
  return summary.result()
}

/**
 * Takes the posts in, part by part, and if wanted the direct messages with people we hold by then. Cancelled or cut off, what is in stays in, and taking the
 * same archive again goes on where it was: each is recorded once.
 */
export async function takeArchive(archive: OpenArchive, withMessages: boolean, id: ImportId, told: Told, signal: AbortSignal): Promise<number> {
  const { handle, xId } = archive.owner
  const size = sizeOf(withMessages ? [...archive.posts, ...archive.messages] : archive.posts)
  let gone = 0
  const passed = (bytes: number): void => told((gone += bytes), size)
  const posts = mapped(archivePosts(archive, signal), ({ post, bytes }) => (passed(bytes), post))
  const taken = await inParts(posts, (part) => ask('x-archive/take', { id, owner: handle, posts: part }))
  if (!withMessages || !xId) return taken
  const messages = mapped(archiveMessages(archive, signal), ({ message, bytes }) => (passed(bytes), message))
  return taken + (await inParts(messages, (part) => ask('x-archive/take-messages', { id, owner: xId, messages: part })))
}

async function* mapped<From, To>(items: AsyncIterable<From>, to: (item: From) => To | undefined): AsyncGenerator<To> {
  for await (const item of items) {
    const made = to(item)
    if (made !== undefined) yield made
  }
}

async function inParts<Item>(items: AsyncIterable<Item>, send: (part: readonly Item[]) => Promise<number>): Promise<number> {
  let taken = 0
  let part: Item[] = []
  for await (const item of items) {
    if (part.push(item) < MOST_POSTS) continue
    taken += await send(part)
    part = []
  }
  return part.length > 0 ? taken + (await send(part)) : taken
}
