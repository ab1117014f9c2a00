import type { Theme } from './badge-style'

/** The theme by the body's background: X writes it inline, so styles are computed only where something else has painted the page. */
export function readTheme(document: Document): Theme {
  const { body, defaultView } = document
  const inline = themeOf(body?.style.backgroundColor ?? '')
  return inline ?? (body && defaultView ? themeOf(defaultView.getComputedStyle(body).backgroundColor) : undefined) ?? 'light'
}

/** The theme of a background colour: white, black, or the dark blue that X dropped in 2026 and other extensions bring back. Undefined where it is seen through. */
export function themeOf(colour: string): Theme | undefined {
  const [red, green, blue, alpha] = (colour.match(/[\d.]+/g) ?? []).slice(0, 4).map(Number)
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return undefined
  return 0.299 * red + 0.587 * green + 0.114 * blue > 128 ? 'light' : 'dark'
}
