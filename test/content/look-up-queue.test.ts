import { beforeEach, describe, expect, it, vi } from 'vitest'
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
  const window = { requestAnimationFrame: (frame: () => void) => frames.push(frame), setTimeout, document: { timeline } } as unknown as Window
  return makeLookUpQueue(window, { viewer: () => undefined, answered: () => undefined, orphaned: () => undefined }, new AbortController().signal)
}
/** The next frame that may ask; or one that comes so many ms after the last. */
const nextFrame = (after = 80): void => {
  timeline.currentTime += after
  frames.splice(0).forEach((frame) => frame())
}

beforeEach(() => {
  asked.length = 0
  frames = []
  timeline.currentTime = 0
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

  it('asks once in some frames, and about all others in the next that may ask', () => {
    const queue = open()
    const others = Array.from({ length: 150 }, (_, n) => ({ handle: `person_${n}` as Handle, xId: undefined }))
    queue.add([ida], [])
    queue.add(others, [])
    expect(asked.map(({ lookUp }) => lookUp.sightings.length)).toEqual([1])
    nextFrame(17)
    expect(asked.map(({ lookUp }) => lookUp.sightings.length)).toEqual([1])
    nextFrame(17)
    expect(asked.map(({ lookUp }) => lookUp.sightings.length)).toEqual([1, 100])
    nextFrame()
    expect(asked.map(({ lookUp }) => lookUp.sightings.length)).toEqual([1, 100, 50])
    nextFrame()
    expect(asked).toHaveLength(3)
  })

  it('asks less and less often while somebody new comes in every frame, and at once after a rest', () => {
    const queue = open()
    const askedIn = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => {
      const before = asked.length
      timeline.currentTime += 10
      frames.splice(0).forEach((frame) => frame())
      queue.add([{ handle: `new_${n}_${timeline.currentTime}` as Handle, xId: undefined }], [])
      return asked.length > before ? n : -1
    }).filter((n) => n >= 0)
    expect(askedIn(40)).toEqual([0, 3, 9, 17, 25, 33])
    nextFrame(300)
    const before = asked.length
    nextFrame(300)
    queue.add([ida], [])
    expect(asked).toHaveLength(before + 1)
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
