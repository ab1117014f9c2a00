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

/** How far the taking in has come: so many entries gone through, so many posts new. */
export interface Reached {
  readonly passed: number
  readonly taken: number
}

/** What is taken in: the posts, and if wanted the direct messages with people we hold by then, from where it was stopped. */
export interface Taking extends Reached {
  readonly id: ImportId
  readonly withMessages: boolean
}

/** Takes an archive in, part by part; `reached` is awaited after each, so that what is cancelled or cut off goes on there. Each post is recorded once in any case. */
export async function takeArchive(archive: OpenArchive, from: Taking, reached: (now: Reached) => Promise<void>, told: Told, signal: AbortSignal): Promise<number> {
  const { id, withMessages } = from
  const { handle: owner, xId } = archive.owner
  const size = sizeOf(withMessages ? [...archive.posts, ...archive.messages] : archive.posts)
  let { passed, taken } = from
  let [gone, nth] = [0, 0]
  async function inParts<Item>(items: AsyncIterable<{ readonly item: Item | undefined; readonly bytes: number }>, send: (part: readonly Item[]) => Promise<number>): Promise<void> {
    let part: Item[] = []
    const flush = async (): Promise<void> => {
      taken += part.length > 0 ? await send(part) : 0
      part = []
      if (nth > passed) await reached({ passed: (passed = nth), taken })
    }
    for await (const { item, bytes } of items) {
      nth += 1
      told((gone += bytes), size)
      if (item !== undefined) part.push(item)
      if (part.length === MOST_POSTS) await flush()
    }
    await flush()
  }
  const skip = { left: passed }
  await inParts(mapped(archivePosts(archive, signal, skip), ({ post, bytes }) => ({ item: post, bytes })), (posts) => ask('x-archive/take', { id, owner, posts }))
  if (withMessages && xId) await inParts(mapped(archiveMessages(archive, signal, skip), ({ message, bytes }) => ({ item: message, bytes })), (messages) => ask('x-archive/take-messages', { id, owner: xId, messages }))
  return taken
}

async function* mapped<From, To>(items: AsyncIterable<From>, to: (item: From) => To): AsyncGenerator<To> {
  for await (const item of items) yield to(item)
}
