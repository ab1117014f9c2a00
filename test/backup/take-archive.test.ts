import { strToU8, zipSync } from 'fflate'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ImportId } from '../../src/domain/change'
import { openArchive } from '../../src/backup/read-archive'
import { type Reached, takeArchive } from '../../src/backup/take-archive'

const sent: { readonly question: string; readonly ids: readonly string[] }[] = []
vi.mock('../../src/contract/ask', () => ({
  ask: (question: string, { posts, messages }: { posts?: readonly { post: string }[]; messages?: readonly { id: string }[] }) => {
    sent.push({ question, ids: posts?.map(({ post }) => post) ?? messages?.map(({ id }) => id) ?? [] })
    return Promise.resolve((posts ?? messages ?? []).length)
  },
}))

const POSTS = 650
const tweet = (nth: number): object => ({ tweet: { id_str: String(1_000 + nth), full_text: nth % 10 === 0 ? 'to nobody' : '@ana hi', created_at: 'Wed Nov 18 19:16:56 +0000 2020', ...(nth % 10 !== 0 && { in_reply_to_screen_name: 'ana', in_reply_to_user_id_str: '77' }), entities: {} } })
const messages = [{ dmConversation: { messages: [1, 2].map((nth) => ({ messageCreate: { id: String(nth), senderId: '1', recipientId: '77', text: 'hi', createdAt: '2020-11-18T19:16:56.000Z' } })) } }]
const archive = () =>
  openArchive(new Blob([zipSync({
    'data/account.js': strToU8('window.YTD.account.part0 = [{"account":{"username":"NorthwindAir","accountId":"1"}}]'),
    'data/tweets.js': strToU8(`window.YTD.tweets.part0 = ${JSON.stringify(Array.from({ length: POSTS }, (_, nth) => tweet(nth)))}`),
    'data/direct-messages.js': strToU8(`window.YTD.direct_messages.part0 = ${JSON.stringify(messages)}`),
  })]))

beforeEach(() => void (sent.length = 0))

const idsOf = (): readonly string[] => sent.flatMap(({ ids }) => ids)
const start = { id: 'i1' as ImportId, withMessages: true, passed: 0, taken: 0 }
const run = async (from: typeof start, reached: (now: Reached) => Promise<void>) => takeArchive(await archive(), from, reached, () => undefined, new AbortController().signal)

it('goes on where it was, wherever it was stopped: each post and each message is sent once, and all are counted', async () => {
  const steps: Reached[] = []
  expect(await run(start, (now) => Promise.resolve(void steps.push(now)))).toBe(587)
  const all = idsOf()
  expect([all.length, new Set(all).size, steps.length]).toEqual([587, 587, 4])
  for (const step of steps) {
    sent.length = 0
    expect(await run({ ...start, ...step }, () => Promise.resolve())).toBe(587)
    expect(idsOf()).toEqual(all.slice(step.taken))
  }
})

it('sends nothing more before how far it came is noted', async () => {
  await expect(run(start, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
  expect(idsOf()).toHaveLength(200)
})
