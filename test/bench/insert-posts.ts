import type { Page } from 'puppeteer-core'
import type { SpokenWords, Watched } from '../e2e/harness/stopwatch.ts'

/** A post that was put on the page, and when React had it in the tree. */
export interface Insertion {
  readonly kind: string
  readonly handle: string
  readonly at: number
}

/** A post to put on the page; `kind` is how its author is known. */
export interface PlannedPost {
  readonly kind: string
  readonly handle: string
  readonly index: number
}

/** When a post was painted, and when its author's badge had its last words. All in ms since the insertion. */
export interface Appearance {
  readonly kind: string
  readonly postPainted: number
  readonly badgePainted: number
  /** Frames between the post's first one and the badge's last change: 0 is the same frame. */
  readonly framesLate: number
  readonly label: string
}

/** Puts posts on the page one by one, each at a random moment of a frame. */
export async function insertPosts(page: Page, planned: readonly PlannedPost[], pause: number): Promise<readonly Insertion[]> {
  const times = await page.evaluate(async (indices, pause) => {
    const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })
    const times: number[] = []
    for (const index of indices) {
      await wait(pause + Math.random() * 50)
      times.push(window.__practice.insertPost(index))
    }
    await wait(pause + 250)
    return times
  }, planned.map(({ index }) => index), pause)
  return planned.map(({ kind, handle }, n) => ({ kind, handle, at: times[n] ?? Number.NaN }))
}

/** When a badge said what it says in the end but for the score: that moves on with every further post of the same author, which is news and no delay. */
function settledOf(words: SpokenWords): SpokenWords[number] | undefined {
  const end = withoutScore(words.at(-1)?.label ?? '')
  return words.find(({ label }) => withoutScore(label) === end)
}

function withoutScore(label: string): string {
  return label.replace(/influence \D{0,3}\d+/, 'influence')
}

/** Joins what was put in with what the probe saw; a badge that never came has no painted moment. */
export function appearancesOf(insertions: readonly Insertion[], { frames, badges }: Watched): readonly Appearance[] {
  const ended = badges.map((words) => ({ first: words[0]?.frame ?? 0, last: settledOf(words) }))
  return insertions.map(({ kind, handle, at }) => {
    const frame = frames.findIndex((one) => one.at >= at)
    const own = ended.find(({ first, last }) => first >= frame && last?.label.toLowerCase().startsWith(`@${handle.toLowerCase()},`))
    const paintedAt = (index: number | undefined): number => (index === undefined ? Number.NaN : (frames[index]?.painted ?? Number.NaN) - at)
    const final = own?.last?.frame
    return { kind, postPainted: paintedAt(frame), badgePainted: paintedAt(final), framesLate: final === undefined ? Number.POSITIVE_INFINITY : final - frame, label: own?.last?.label ?? '' }
  })
}
