import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { TAG_COLOURS } from '../../src/settings/settings'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const css = readFileSync('src/ui/theme.css', 'utf8')

/** The light and the dark value of a colour; in the block of a tag's colour where one is named. */
function pair(name: string, tag?: string): readonly [string, string] {
  const block = tag === undefined ? css : (css.split(tag === 'grey' ? '[data-colour] {' : `[data-colour='${tag}'] {`)[1]?.split('}')[0] ?? '')
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(block) ?? []
  return [light, dark]
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

function leastContrast(ink: readonly [string, string], ground: readonly [string, string]): number {
  return Math.min(contrast(ink[0], ground[0]), contrast(ink[1], ground[1]))
}

describe('the theme, light and dark', () => {
  it.each(['ink', 'quiet', 'accent', 'warn', 'good'])('lets --%s be read on every ground', (ink) => {
    for (const ground of ['paper', 'sheet', 'ground']) expect(leastContrast(pair(ink), pair(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('lets buttons and warnings be read', () => {
    expect(leastContrast(pair('on-accent'), pair('accent'))).toBeGreaterThanOrEqual(4.5)
    expect(leastContrast(pair('warn'), pair('warn-ground'))).toBeGreaterThanOrEqual(4.5)
  })

  it('shows where a field ends', () => {
    for (const ground of ['paper', 'sheet', 'ground']) expect(leastContrast(pair('edge'), pair(ground))).toBeGreaterThanOrEqual(3)
  })

  it.each(TAG_COLOURS)('lets a tag in %s be read', (colour) => expect(leastContrast(pair('tag-ink', colour), pair('tag-ground', colour))).toBeGreaterThanOrEqual(4.5))
})
