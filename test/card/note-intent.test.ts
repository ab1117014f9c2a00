import { describe, expect, it } from 'vitest'
import { makeNoteIntent } from '../../src/card/note-intent'

describe('the id of a note', () => {
  const counting = () => {
    let count = 0
    return makeNoteIntent(() => `id${++count}`)
  }

  it('stays the same when the same words are saved again', () => {
    const intent = counting()
    expect([intent.idFor('a'), intent.idFor('a')]).toEqual(['id1', 'id1'])
  })

  it('is another one for other words, and after a note is saved', () => {
    const intent = counting()
    expect([intent.idFor('a'), intent.idFor('b')]).toEqual(['id1', 'id2'])
    intent.done()
    expect(intent.idFor('b')).toBe('id3')
  })
})
