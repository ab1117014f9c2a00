import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeLines } from '../../../src/features/crm/merge-lines'

/** Few lines of few words, so that many are alike. */
const text = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'))
const linesOf = (text: string): readonly string[] => text.split('\n')

describe('two edits of the same lines', () => {
  it.each([
    ['both in other places', 'a\nb\nc', 'A\nb\nc', 'a\nb\nC', 'A\nb\nC'],
    ['one took away what the other left', 'a\nb\nc\nd', 'a\nc\nd', 'a\nb\nc\nD', 'a\nc\nD'],
    ['one wrote at the beginning, the other at the end', 'a\nb', '0\na\nb', 'a\nb\n9', '0\na\nb\n9'],
    ['both alike', 'a\nb', 'a\nB', 'a\nB', 'a\nB'],
    ['only spaces there', 'a  b\nc', 'a  b\nC', ' a b \nc', 'a  b\nC'],
    ['the same line, each in its own way', 'a\nb\nc', 'a\nB\nc', 'a\nbb\nc', undefined],
    ['lines side by side', 'a\nb\nc', 'A\nb\nc', 'a\nB\nc', undefined],
    ['both wrote at the end', 'a', 'a\nb', 'a\nc', undefined],
    ['one took away what the other changed', 'a\nb\nc', 'a\nc', 'a\nB\nc', undefined],
  ])('%s', (_what, base, one, other, merged) => expect(mergeLines(base, one, other)).toBe(merged))

  it('gives the one that was changed where the other was left, and either where both are alike', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeLines(base, changed, base)).toBe(changed)
        expect(mergeLines(base, base, changed)).toBe(changed)
        expect(mergeLines(base, changed, changed)).toBe(changed)
      }),
    )
  })

  it('loses no line that either wrote, brings back none that both took away, and asks whichever comes first', () => {
    fc.assert(
      fc.property(text, text, text, (base, one, other) => {
        const merged = mergeLines(base, one, other)
        expect(mergeLines(base, other, one)).toBe(merged)
        if (merged === undefined) return
        const there = new Set(linesOf(merged))
        for (const line of [...linesOf(one), ...linesOf(other)]) if (!linesOf(base).includes(line)) expect(there).toContain(line)
        for (const line of there) expect([...linesOf(one), ...linesOf(other)]).toContain(line)
      }),
      { numRuns: 1000 },
    )
  })

  it('asks a person where there are more lines than anybody writes', () => {
    const long = Array.from({ length: 2_500 }, (_line, at) => `line ${at}`).join('\n')
    expect(mergeLines(long, `${long}\nours`, `theirs\n${long}`)).toBeUndefined()
  })
})
