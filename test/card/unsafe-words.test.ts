import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeUnsafeWords } from '../../src/card/unsafe-words'
import { keyOf, toHandle } from '../../src/domain/handle'

/** A storage whose keys are its own properties, as a browser's is. */
const storage = {
  getItem(name: string): string | null {
    return (this as unknown as Record<string, string>)[name] ?? null
  },
  setItem(name: string, text: string): void {
    ;(this as unknown as Record<string, string>)[name] = text
  },
  removeItem(name: string): void {
    delete (this as unknown as Record<string, string>)[name]
  },
}
const ida = keyOf(toHandle('IdaPlane')!)

beforeEach(() => {
  vi.stubGlobal('localStorage', Object.create(storage))
  vi.useFakeTimers({ now: 1_000 })
})

const textsOf = (writer: string) => makeUnsafeWords(ida, writer).left().map(({ text }) => text)

/** Seen to fail: in the order of their names, and with words forgotten that were none of theirs. */
describe('words on their way', () => {
  it('come back to whoever opens the next page, the latest first, until they are safe', () => {
    makeUnsafeWords(ida, 'one').hold('typed first')
    vi.setSystemTime(2_000)
    makeUnsafeWords(ida, 'other').hold('typed last\nin two lines')
    const left = makeUnsafeWords(ida, 'next').left()
    expect(left.map(({ writer, text, at }) => [writer, text, at])).toEqual([['other', 'typed last\nin two lines', 2_000], ['one', 'typed first', 1_000]])
    left[0]?.forget()
    expect(textsOf('next')).toEqual(['typed first'])
  })

  it('are held no longer once just they are safe', () => {
    const one = makeUnsafeWords(ida, 'one')
    one.hold('typed')
    one.release('other words')
    one.hold('typed on')
    one.release('typed')
    expect(textsOf('one')).toEqual(['typed on'])
    one.release('typed on')
    expect(textsOf('one')).toEqual([])
  })
})
