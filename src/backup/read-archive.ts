import type { SeenPost } from '../domain/contact'
import { type ArchiveMessage, toArchiveMessage } from '../features/x-archive/archive-message'
import { type ArchiveOwner, mayAddress, toArchivePost, toOwner } from '../features/x-archive/archive-post'
import { makeSplitter } from '../features/x-archive/split-list'
import { bytesAfter, END_LENGTH, type ZipEntry, zipEnd, zipEntries } from '../features/x-archive/zip-directory'
import { Told } from '../domain/told'
import { canKeepFile } from './kept-archive'

/** An archive of X that was opened: whose it is, and which of its files hold posts. Nothing of them is read yet. */
export interface OpenArchive {
  readonly owner: ArchiveOwner
  readonly file: Blob
  readonly posts: readonly ZipEntry[]
  readonly messages: readonly ZipEntry[]
}

/** How many bytes files are, unpacked. */
export function sizeOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0)
}

const POSTS = /(^|\/)data\/tweets?(-part\d+)?\.js$/
const MESSAGES = /(^|\/)data\/direct-messages(-part\d+)?\.js$/
const ACCOUNT = /(^|\/)data\/account\.js$/
const LARGEST_DIRECTORY = 100_000_000

/** Opens an archive: only its directory and the line that says whose it is are read. Throws a sentence where it is none. */
export async function openArchive(file: Blob): Promise<OpenArchive> {
  const tail = Math.max(0, file.size - END_LENGTH)
  const { offset, size } = zipEnd(await view(file, tail, file.size))
  if (size > LARGEST_DIRECTORY) throw new Told('toldArchiveLarge')
  const entries = zipEntries(await view(file, offset, offset + size))
  const posts = entries.filter(({ name }) => POSTS.test(name))
  const account = entries.find(({ name }) => ACCOUNT.test(name))
  if (!account || posts.length === 0) throw new Told('toldNoArchive')
  for await (const { value } of items(file, account)) {
    const owner = toOwner(value)
    if (owner) return { owner, file, posts, messages: entries.filter(({ name }) => MESSAGES.test(name)) }
  }
  throw new Told('toldArchiveOwner')
}

/** So many entries that come first are not looked at: they were before. Shared by all that is read of an archive. */
export interface Skip {
  left: number
}

/** The owner's posts to others, one after the other, and how many bytes were gone through for each: at no time more than a few are held. */
export async function* archivePosts({ owner, file, posts }: OpenArchive, signal: AbortSignal, skip: Skip = { left: 0 }): AsyncGenerator<{ readonly post: SeenPost | undefined; readonly bytes: number }> {
  for (const entry of posts) {
    for await (const { value, length } of items(file, entry, undefined, skip, mayAddress)) {
      signal.throwIfAborted()
      yield { post: toArchivePost(value, owner), bytes: length }
    }
  }
}

/** The owner's direct messages, one after the other. */
export async function* archiveMessages({ owner, file, messages }: OpenArchive, signal: AbortSignal, skip: Skip = { left: 0 }): AsyncGenerator<{ readonly message: ArchiveMessage | undefined; readonly bytes: number }> {
  for (const entry of owner.xId ? messages : []) {
    for await (const { value, length } of items(file, entry, MESSAGES_LEVEL, skip)) {
      signal.throwIfAborted()
      yield { message: owner.xId && toArchiveMessage(value, owner.xId), bytes: length }
    }
  }
}

/** A message lies in the list of a conversation, which is an object within an entry of the file's list. */
const MESSAGES_LEVEL = 5

async function* items(file: Blob, entry: ZipEntry, level?: number, skip: Skip = { left: 0 }, isOfUse: (item: string) => boolean = always): AsyncGenerator<{ readonly value: unknown; readonly length: number }> {
  const split = makeSplitter(level)
  const text = new TextDecoder()
  const reader = (await unpacked(file, entry)).getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const piece = text.decode(part.value, { stream: true })
      free(part.value)
      for (const item of split(piece)) {
        const isPassed = skip.left > 0
        if (isPassed) skip.left -= 1
        yield { value: isPassed || !isOfUse(item) ? undefined : JSON.parse(item), length: item.length }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/**
 * Firefox collects what is left of a gigabyte in lots of hundreds of megabytes, unless the bytes are taken away from their owner. Chromium collects them soon,
 * and much later what was taken away (measured in Firefox 153 and Chromium 156).
 */
function free({ buffer }: Uint8Array): void {
  if (!canKeepFile()) (buffer as ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer }).transfer?.(0)
}

const always = (): boolean => true

async function unpacked(file: Blob, entry: ZipEntry): Promise<ReadableStream<Uint8Array>> {
  const from = bytesAfter(await view(file, entry.header, entry.header + 30), entry)
  const packed = file.slice(from, from + entry.packed).stream()
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new Told('toldZipPacked')
  return packed.pipeThrough(new DecompressionStream('deflate-raw'))
}

async function view(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer())
}
