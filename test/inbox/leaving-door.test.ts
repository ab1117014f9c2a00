import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PostId } from '../../src/domain/handle'
import { makeLeavingDoor } from '../../src/inbox/leaving-door'

const [one, two, three] = ['1', '2', '3'] as PostId[] as [PostId, PostId, PostId]

describe('what leaves the inbox', () => {
  let dropped: (readonly PostId[])[]
  let held: readonly PostId[]
  const door = () => makeLeavingDoor(1_000, (mentions) => dropped.push(mentions), (now) => void (held = now))
  beforeEach(() => {
    vi.useFakeTimers()
    dropped = []
    held = []
  })

  it('goes after a while, once', () => {
    const { hold, settle } = door()
    hold([one, two])
    expect([dropped, held]).toEqual([[], [one, two]])
    vi.advanceTimersByTime(1_000)
    settle()
    expect([dropped, held]).toEqual([[[one, two]], []])
  })

  it('can be taken back until then, and not after', () => {
    const { hold, release } = door()
    hold([one])
    expect(release()).toEqual([one])
    vi.advanceTimersByTime(5_000)
    expect([dropped, held]).toEqual([[], []])
    hold([two])
    vi.advanceTimersByTime(1_000)
    expect(release()).toEqual([])
    expect(dropped).toEqual([[two]])
  })

  it('goes at once when another follows, which has the whole while before it', () => {
    const { hold } = door()
    hold([one])
    vi.advanceTimersByTime(900)
    hold([three])
    expect([dropped, held]).toEqual([[[one]], [three]])
    vi.advanceTimersByTime(900)
    expect(dropped).toEqual([[one]])
    vi.advanceTimersByTime(100)
    expect(dropped).toEqual([[one], [three]])
  })
})
