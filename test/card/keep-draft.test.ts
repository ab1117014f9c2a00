import { describe, expect, it } from 'vitest'
import { makeDraftKeeper } from '../../src/card/keep-draft'

/** Someone who keeps drafts slowly: each is done when the test says so. */
function slowKeeper() {
  const sent: string[] = []
  const held: string[] = []
  const waiting: { done: () => void; fail: () => void }[] = []
  const keeper = makeDraftKeeper((text) => {
    sent.push(text)
    return new Promise((resolve, reject) => waiting.push({ done: resolve, fail: () => reject(new Error('no')) }))
  }, { hold: (text) => held.push(text), release: (text) => held.splice(0, held.lastIndexOf(text) + 1) })
  const turn = () => new Promise((resolve) => setTimeout(resolve))
  return { keeper, sent, held, waiting, turn }
}

describe('keeping a draft', () => {
  it('has one keeping under way, and after it only the latest words', async () => {
    const { keeper, sent, waiting, turn } = slowKeeper()
    for (const text of ['a', 'ab', 'abc']) keeper.keep(text)
    expect(sent).toEqual(['a'])
    waiting[0]!.done()
    await turn()
    expect(sent).toEqual(['a', 'abc'])
  })

  it('goes on after a failure', async () => {
    const { keeper, sent, waiting, turn } = slowKeeper()
    keeper.keep('a')
    waiting[0]!.fail()
    await turn()
    keeper.keep('ab')
    expect(sent).toEqual(['a', 'ab'])
  })

  it('sends what waits when the page goes, without waiting for what is under way', () => {
    const { keeper, sent } = slowKeeper()
    keeper.keep('a')
    keeper.keep('ab')
    keeper.flush()
    keeper.flush()
    expect(sent).toEqual(['a', 'ab'])
  })

  it('sends what is under way once more when the page goes: its retry may never come', () => {
    const { keeper, sent } = slowKeeper()
    keeper.keep('a')
    keeper.flush()
    expect(sent).toEqual(['a', 'a'])
  })

  it('sends flushed words again after older ones that were under way, which may have landed last', async () => {
    const { keeper, sent, waiting, turn } = slowKeeper()
    keeper.keep('a')
    keeper.keep('ab')
    keeper.flush()
    waiting[1]!.done()
    await turn()
    waiting[0]!.done()
    await turn()
    expect(sent).toEqual(['a', 'ab', 'ab'])
  })

  it('holds words until they are kept, also through a failure, and not after they are saved', async () => {
    const { keeper, held, waiting, turn } = slowKeeper()
    keeper.keep('a')
    waiting[0]!.fail()
    await turn()
    expect(held).toEqual(['a'])
    keeper.keep('ab')
    waiting[1]!.done()
    await turn()
    expect(held).toEqual([])
    keeper.keep('abc')
    keeper.done()
    expect(held).toEqual([])
  })

  it('is settled when nothing is under way', async () => {
    const { keeper, waiting, turn } = slowKeeper()
    await keeper.settled()
    keeper.keep('a')
    let settled = false
    void keeper.settled().then(() => (settled = true))
    await turn()
    expect(settled).toBe(false)
    waiting[0]!.done()
    await turn()
    expect(settled).toBe(true)
  })
})
