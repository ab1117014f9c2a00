import type { LaunchedBrowser } from './browser/launched.ts'
import { visitExtensionPage } from './browser/visit-extension-page.ts'

/** A made-up regular of the practice timeline, as the demo remembers them. */
interface Regular {
  readonly handle: string
  readonly name: string
  readonly tags: readonly string[]
  readonly notes: readonly string[]
  /** Days ago on which they and the brand spoke. */
  readonly spoke: readonly number[]
}

const REGULARS: readonly Regular[] = [
  { handle: 'maralindq', name: 'Mara Lindqvist', tags: ['customer'], spoke: [1, 40, 96], notes: ['Window seat, left side, for the light. Her daughter Ebba (7) is afraid of turbulence: Jonas from the Tuesday crew sat with her.'] },
  { handle: 'tobiokonkwo', name: 'Tobias Okonkwo', tags: ['needs care', 'customer'], spoke: [3, 5, 6, 31, 80, 121, 200], notes: ['Suitcase NWLX47301 lost in Lisbon on 14 November. Promised a call by tonight.', 'Second lost bag this year. No more vouchers, he said: he wants the suitcase.'] },
  { handle: 'priyaflies', name: 'Priya Raghunath', tags: ['press', 'VIP'], spoke: [12, 60], notes: ['Writes for The Slow Traveller. Likes facts and legroom in centimetres, dislikes adjectives.'] },
  { handle: 'yukitanabe_', name: 'Yuki Tanabe', tags: ['VIP'], spoke: [22, 25, 180, 300], notes: ['Answer in Japanese if you can. Loves the cardamom buns on the 06:40.'] },
  { handle: 'ottobrandt7', name: 'Otto Brandt', tags: ['customer'], spoke: [9], notes: [] },
  { handle: 'rosachter', name: 'Rosalind Achterberg', tags: ['needs care'], spoke: [2, 14], notes: ['Keeps the receipts. Never promise what legal has not confirmed.'] },
]

const DAY = 86_400_000
const FIRST_POST = 1_288_834_974_657n

const DEMO_SETTINGS = { accountFacts: 'on', myName: 'Ada Holm', myInitials: 'AH', brandAccounts: ['northwindair'] }

/** The questions that fill the demo memory, asked in this order through the extension's own door. */
function demoMessages(now: number): readonly unknown[] {
  return REGULARS.flatMap((regular) => messagesAbout(regular, now))
}

function messagesAbout(regular: Regular, now: number): readonly unknown[] {
  const contacts = regular.spoke.toReversed().map((days) => contactWith(regular, now - days * DAY))
  const tags = regular.tags.map((tag) => asking('tags/set', { subject: named(regular), tag, on: true }))
  const notes = regular.notes.map((text) => asking('notes/add', { subject: named(regular), note: crypto.randomUUID(), text }))
  return [...contacts, ...tags, ...notes]
}

const contactWith = (regular: Regular, moment: number): object =>
  asking('history/count-contact', { subject: { ...named(regular), post: postAddress(regular, moment) }, counts: true })
const named = ({ handle, name }: Regular): object => ({ handle, name })
const asking = (regulars: string, asked: object): object => ({ regulars, asked })

/** A post's address; X's ids count the ms since the first of them in their upper bits. */
function postAddress({ handle }: Regular, moment: number): string {
  return `https://x.com/${handle}/status/${(BigInt(Math.floor(moment)) - FIRST_POST) << 22n}`
}

/** Gives a fresh profile a small memory: a few regulars with notes, tags and contacts, and account facts switched on. */
export async function seedDemo(launched: LaunchedBrowser): Promise<void> {
  const page = await visitExtensionPage(launched, 'src/options/options.html')
  await page.evaluate(async (settings) => { await chrome.storage.local.set({ settings }) }, DEMO_SETTINGS)
  const refusals = await page.evaluate(async (messages) => {
    const errors: string[] = []
    for (const message of messages) {
      const answer: unknown = await chrome.runtime.sendMessage(message)
      if (typeof answer === 'object' && answer !== null && 'error' in answer) errors.push(String(answer.error))
    }
    return errors
  }, demoMessages(Date.now()))
  await page.close()
  if (refusals.length > 0) throw new Error(`The demo memory was refused: ${refusals[0]}`)
}
