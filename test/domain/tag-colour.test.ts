import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, type Hex, LEAST_CONTRAST, paintOf, toHex } from '../../src/domain/tag-colour'

const RUNS = process.env['REGULARS_LONG'] ? 200_000 : 20_000
const colour = fc.nat({ max: 0xffffff }).map((value): Hex => `#${value.toString(16).padStart(6, '0')}`)

describe('a tag of a chosen colour', () => {
  it('can be read, whatever the colour, light and dark', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom('light' as const, 'dark' as const), (chosen, theme) => {
        const { ink, ground } = paintOf(chosen, theme)
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST)
        expect([toHex(ink), toHex(ground)]).toEqual([ink, ground])
      }),
      { numRuns: RUNS },
    )
  }, 60_000)

  it('can be read at the corners of what can be chosen', () => {
    for (const chosen of ['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#ffff00', '#00ffff', '#ff00ff', '#808080'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const { ink, ground } = paintOf(chosen, theme)
        expect(contrast(ink, ground), `${chosen} ${theme}`).toBeGreaterThanOrEqual(LEAST_CONTRAST)
      }
    }
  })

  it('keeps its hue where that can be read already', () => expect(paintOf('#003a8c', 'light').ink).toBe('#003a8c'))

  it('measures contrast as the guideline does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })

  it('is a colour and nothing else', () => {
    expect([toHex('#ABCDEF'), toHex('#abc'), toHex('url(x)'), toHex('#12345g'), toHex(7)]).toEqual(['#abcdef', undefined, undefined, undefined, undefined])
  })
})
