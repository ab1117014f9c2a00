import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LookUp, LookUpAnswer } from '../../src/features/people/people-messages'
import type { Handle } from '../../src/domain/handle'
import { makeLookUpQueue } from '../../src/content/look-up-queue'

const { asked } = vi.hoisted(() => ({ asked: [] as { readonly lookUp: LookUp; readonly answer: (answer: LookUpAnswer) => void }[] }))
vi.mock('../../src/contract/ask', () => ({ Orphaned: class extends Error {} }))
vi.mock('../../src/contract/line', () => ({
  makeLine: () => (_name: string, lookUp: LookUp) => new Promise<LookUpAnswer>((answer) => asked.push({ lookUp, answer })),
}))

const NOTHING: LookUpAnswer = { cards: [], named: [], settings: { accountFacts: false, density: 'full', position: 'after', shown: true, limits: [50, 74, 81, 91], rules: [], staleDays: 30, tracked: { names: [], topics: [] }, brandAccounts: [] } }
const ida = { handle: 'IdaPlane' as Handle, xId: undefined }
let frames: (() => void)[] = []
const timeline = { currentTime: 0 }

function open() {
  const window = { requestAnimationFrame: (frame: () => void) => frames.push(frame), setTimeout: (run: () => void, ms: number) => setTimeout(run, ms), document: { timeline } } as unknown as Window
  return makeLookUpQueue(window, { viewer: () => undefined, answered: () => undefined, orphaned: () => undefined }, new AbortController().signal)
}
const nextFrame = (): void => {
  timeline.currentTime += 30
  frames.splice(0).forEach((frame) => frame())
}

afterEach(() => vi.useRealTimers())
beforeEach(() => {
  asked.length = 0
  frames = []
})

describe('the queue of look-ups', () => {
  it('asks nobody twice while a question about them is under way', () => {
    const queue = open()
    queue.add([ida], [])
    nextFrame()
    queue.add([ida], [])
    nextFrame()
    expect(asked.map(({ lookUp }) => lookUp.sightings)).toEqual([[ida]])
  })

  it('asks again about whoever changed meanwhile: the answer under way may be older than that', () => {
    const queue = open()
    queue.add([ida], [])
    nextFrame()
    queue.again([ida])
    nextFrame()
    expect(asked.map(({ lookUp }) => lookUp.sightings)).toEqual([[ida], [ida]])
  })

  it('asks once in a frame, and about all others in the next', () => {
    const queue = open()
    const others = Array.from({ length: 150 }, (_, n) => ({ handle: `person_${n}` as Handle, xId: undefined }))
    queue.add([ida], [])
    queue.add(others, [])
    expect(asked.map(({ lookUp }) => lookUp.sightings.length)).toEqual([1])
    nextFrame()
    expect(asked.map(({ lookUp }) => lookUp.sightings.length)).toEqual([1, 100])
    nextFrame()
    expect(asked.map(({ lookUp }) => lookUp.sightings.length)).toEqual([1, 100, 50])
    nextFrame()
    expect(asked).toHaveLength(3)
  })

  it('asks seldom while the page is flung through, and about everybody soon after', () => {
    vi.useFakeTimers()
    const queue = open()
    const people = Array.from({ length: 40 }, (_, n) => ({ handle: `flung_${n}` as Handle, xId: undefined }))
    for (const person of people) {
      queue.add([person], [])
      vi.advanceTimersByTime(30)
      nextFrame()
    }
    // 1,200 ms: in the first frames each asks, then one every 200 ms.
    expect(asked.length).toBeGreaterThanOrEqual(8)
    expect(asked.length).toBeLessThanOrEqual(12)
    timeline.currentTime += 200
    vi.advanceTimersByTime(200)
    nextFrame()
    expect(asked.flatMap(({ lookUp }) => lookUp.sightings)).toEqual(people)
  })

  it('is not flung by people whom it asked about already, and waits for a frame where the page has none', () => {
    vi.useFakeTimers()
    const queue = open()
    queue.add([ida], [])
    for (let n = 0; n < 10; n += 1) {
      nextFrame()
      queue.add([ida], [])
    }
    nextFrame()
    queue.add([{ handle: 'new_one' as Handle, xId: undefined }], [])
    expect(asked).toHaveLength(2)
    // A hidden page: its clock stands, and no timer runs on and on.
    for (let n = 0; n < 8; n += 1) {
      timeline.currentTime += 30
      queue.add([{ handle: `hidden_${n}` as Handle, xId: undefined }], [])
    }
    vi.advanceTimersByTime(10_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('asks at once for each of several who come as fast as anybody reads', () => {
    const queue = open()
    for (let n = 0; n < 20; n += 1) {
      queue.add([{ handle: `read_${n}` as Handle, xId: undefined }], [])
      expect(asked).toHaveLength(n + 1)
      for (let frame = 0; frame < 3; frame += 1) nextFrame()
    }
  })

  it('asks later about whoever was answered', async () => {
    const queue = open()
    queue.add([ida], [])
    asked[0]!.answer(NOTHING)
    await Promise.resolve().then(() => undefined)
    await new Promise((resolve) => setTimeout(resolve))
    nextFrame()
    queue.add([ida], [])
    expect(asked).toHaveLength(2)
  })
})
