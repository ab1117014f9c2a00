/** A colour as #rrggbb. */
export type Hex = `#${string}`

/** What a tag's words and its ground look like in one theme. */
export interface TagPaint {
  readonly ink: Hex
  readonly ground: Hex
}

/** Words are read well from this contrast on (WCAG 2.2, AA). */
export const LEAST_CONTRAST = 4.5

/** The grounds keep a hint of the chosen colour over the theme's own paper; the inks are the colour itself, moved away from it until they can be read. */
const THEMES = {
  light: { paper: '#fffefb', hint: 0.2, end: '#000000' },
  dark: { paper: '#1b1813', hint: 0.32, end: '#ffffff' },
} as const

const STEP = 0.05
const HEX = /^#[0-9a-f]{6}$/

/** A chosen colour out of anything; undefined where it is none. */
export function toHex(value: unknown): Hex | undefined {
  return typeof value === 'string' && HEX.test(value.toLowerCase()) ? (value.toLowerCase() as Hex) : undefined
}

/** How a tag of a chosen colour is painted: whatever the colour, its words can be read. */
export function paintOf(colour: Hex, theme: keyof typeof THEMES): TagPaint {
  const { paper, hint, end } = THEMES[theme]
  const ground = mixed(paper, colour, hint)
  for (let part = 0; part < 1; part += STEP) {
    const ink = mixed(colour, end, part)
    if (contrast(ink, ground) >= LEAST_CONTRAST) return { ink, ground }
  }
  return { ink: end, ground }
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Hex, other: Hex): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: Hex): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => (part / 255 <= 0.040_45 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mixed(one: Hex, other: Hex, part: number): Hex {
  const others = partsOf(other)
  const parts = partsOf(one).map((own, at) => Math.round(own + ((others[at] ?? 0) - own) * part))
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function partsOf(colour: Hex): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
