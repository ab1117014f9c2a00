import { once } from 'node:events'
import { mkdtempSync, openAsBlob, rmSync, createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { XId } from '../../src/domain/handle'
import { conversationUrl } from '../../src/features/x-archive/archive-message'
import { archiveMessages, archivePosts, openArchive } from '../../src/backup/read-archive'
import { says } from '../in-english'

const none = new AbortController().signal
const tweet = (nth: number, more: object = {}): object => ({
  tweet: {
    id_str: String(1_600_000_000_000_000_000n + BigInt(nth)),
    full_text: `@ana answer ${nth} "quoted" {[`,
    created_at: 'Wed Nov 18 19:16:56 +0000 2020',
    in_reply_to_screen_name: 'ana',
    in_reply_to_user_id_str: '77',
    entities: { user_mentions: [{ screen_name: 'ana', name: 'Ana', id_str: '77', indices: ['0', '4'] }] },
    ...more,
  },
})
const account = 'window.YTD.account.part0 = [ { "account" : { "username" : "NorthwindAir", "accountId" : "1" } } ]'
const file = (tweets: readonly object[], more: Record<string, string> = {}): Blob => {
  const texts = { 'data/account.js': account, 'data/tweets.js': `window.YTD.tweets.part0 = ${JSON.stringify(tweets, null, 1)}`, ...more }
  return new Blob([zipSync(Object.fromEntries(Object.entries(texts).map(([name, text], nth) => [name, [strToU8(text), { level: nth % 2 === 0 ? 6 : 0 }]])))])
}
async function postsOf(blob: Blob) {
  const posts = []
  for await (const { post } of archivePosts(await openArchive(blob), none)) if (post) posts.push(post)
  return posts
}

describe('an archive of X', () => {
  it('gives the owner’s posts to others, out of all its parts, and nothing of what is passed on or said to nobody', async () => {
    const tweets = [tweet(1), tweet(2, { full_text: 'RT @ana: hi' }), tweet(3, { full_text: 'hello all', in_reply_to_screen_name: undefined, entities: {} }), tweet(4, { in_reply_to_screen_name: 'NORTHWINDAIR', entities: {} }), tweet(5, { in_reply_to_screen_name: undefined })]
    const posts = await postsOf(file(tweets, { 'data/tweets-part1.js': `window.YTD.tweets.part1 = ${JSON.stringify([tweet(6)])}`, 'assets/x.png': 'no' }))
    expect(posts.map(({ post }) => post.slice(-1))).toEqual(['1', '5', '6'])
    expect(posts[0]).toMatchObject({ author: 'NorthwindAir', mentions: ['ana'], leading: 1, xId: '77', name: 'Ana', text: '@ana answer 1 "quoted" {[', postedAt: 1605727016000 })
  })

  it('gives the owner’s direct messages with one other account, however long a conversation is, and none among several', async () => {
    const message = (nth: number, more: object = {}): object => ({ messageCreate: { id: String(900 + nth), senderId: nth % 2 ? '1' : '77', recipientId: nth % 2 ? '77' : '1', text: `m${nth} [{"`, createdAt: '2020-11-18T19:16:56.000Z', ...more } })
    const conversations = [{ dmConversation: { conversationId: '1-77', messages: [message(0), message(1), { participantsLeave: {} }] } }, { dmConversation: { conversationId: '5', messages: [message(2, { recipientId: undefined }), message(3, { senderId: '5', recipientId: '6' })] } }]
    const found = []
    for await (const { message } of archiveMessages(await openArchive(file([tweet(1)], { 'data/direct-messages.js': `window.YTD.direct_messages.part0 = ${JSON.stringify(conversations, null, 2)}` })), none)) if (message) found.push(message)
    expect(found).toEqual([{ id: '900', other: '77', ours: false, text: 'm0 [{"', at: 1605727016000 }, { id: '901', other: '77', ours: true, text: 'm1 [{"', at: 1605727016000 }])
    expect([conversationUrl('77' as XId, '9' as XId), conversationUrl('9' as XId, '77' as XId)]).toEqual(['https://x.com/messages/9-77', 'https://x.com/messages/9-77'])
  })

  it('is told from other files in a sentence', async () => {
    await expect(says(openArchive(new Blob(['not a zip'])))).rejects.toThrow('no zip file')
    await expect(says(openArchive(new Blob([zipSync({ 'a.txt': strToU8('hi') })])))).rejects.toThrow('no archive of X')
    const whole = await file([tweet(1)]).arrayBuffer()
    await expect(says(postsOf(new Blob([whole.slice(0, whole.byteLength - 40)])))).rejects.toThrow()
  })

  it('bears what is damaged or hostile in it: an entry that is no post is none', async () => {
    const posts = await postsOf(file([{}, { tweet: null }, { tweet: { id_str: '<img>', full_text: 'x' } }, tweet(7, { entities: { user_mentions: [null, { screen_name: '__proto__', indices: 'x' }] } }), tweet(8, { full_text: `@ana ${'x'.repeat(9000)}` })] as object[]))
    expect(posts.map(({ post }) => post.slice(-1))).toEqual(['7', '8'])
    expect(posts[1]?.text.length).toBeLessThanOrEqual(1000)
  })

  it('is left in the middle when it is cancelled', async () => {
    const stop = new AbortController()
    const reading = archivePosts(await openArchive(file(Array.from({ length: 50 }, (_, nth) => tweet(nth)))), stop.signal)
    await reading.next()
    stop.abort(new Error('cancelled'))
    await expect(reading.next()).rejects.toThrow('cancelled')
  })

  it.runIf(process.env.REGULARS_LONG)('of a gigabyte is gone through within 300 MB', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'regulars-archive-'))
    try {
      const path = join(folder, 'archive.zip')
      const size = await writeLarge(path, 1_000_000_000)
      const from = process.memoryUsage().rss
      let [count, peak] = [0, 0]
      for await (const { post } of archivePosts(await openArchive(await openAsBlob(path)), none)) {
        if (post && (count += 1) % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().rss - from)
      }
      console.log(`${Math.round(size / 1e6)} MB of posts, ${count} of them: at most ${Math.round(peak / 1e6)} MB above the start`)
      expect(count).toBeGreaterThan(1_000_000)
      expect(peak).toBeLessThan(300_000_000)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 600_000)
})

/** Writes an archive whose posts are so many bytes, without holding it. */
async function writeLarge(path: string, size: number): Promise<number> {
  const out = createWriteStream(path)
  const zip = new Zip((error, data, isLast) => {
    if (error) throw error
    out.write(data)
    if (isLast) out.end()
  })
  const add = (name: string): ZipDeflate => {
    const entry = new ZipDeflate(name, { level: 1 })
    zip.add(entry)
    return entry
  }
  add('data/account.js').push(strToU8(account), true)
  const tweets = add('data/tweets.js')
  tweets.push(strToU8('window.YTD.tweets.part0 = ['))
  let written = 0
  for (let nth = 0; written < size; nth += 500) {
    const text = Array.from({ length: 500 }, (_, place) => `${nth + place === 0 ? '' : ','}${JSON.stringify(tweet(nth + place))}`).join('')
    written += text.length
    tweets.push(strToU8(text))
    if (out.writableNeedDrain) await once(out, 'drain')
  }
  tweets.push(strToU8(']'), true)
  zip.end()
  await finished(out)
  return written
}
