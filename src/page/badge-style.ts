/** The looks of X's page that a badge follows. */
export type Theme = 'light' | 'dark'

const INKS = {
  light: { ink: '#0f1419', quiet: '#536471', ground: '#f4efe4', line: '#d9cdb4', accent: '#8a4b0a', warn: '#b3261e' },
  dark: { ink: '#f1ede4', quiet: '#8b98a5', ground: '#26221a', line: '#4d4431', accent: '#f0b45a', warn: '#ff8a80' },
} as const

/** The hues of marks. Mixed with a theme's ink they can be read on its ground. */
const MARKS = { amber: '#c70', blue: '#17d', green: '#184', red: '#d22', violet: '#84d' }

/** How all badges look; never how one of them does. */
export interface BadgeLooks {
  readonly theme: Theme
  readonly density: 'full' | 'compact'
  /** After the handle and time, or before the handle. */
  readonly position: 'after' | 'before'
}

const FULL = '7em'
const COMPACT = '3.4em'

/** In a full row the badge gives way before X's own words do, down to a score's width: whatever it holds, alike for every author. */
const SHRINKS_FIRST = 1000
const LEAST = '2.6em'

/**
 * The one sheet of all badges. `!important` inside a shadow root beats the page's own rules on the host.
 * No text stands in the tree: words are generated from data-w, which neither window.find nor a selection can reach.
 */
export function badgeCss({ theme, density, position }: BadgeLooks): string {
  const { ink, quiet, ground, line, accent, warn } = INKS[theme]
  return `
:host{all:initial!important;display:inline-block!important;flex:0 ${SHRINKS_FIRST} auto!important;box-sizing:border-box!important;inline-size:${density === 'full' ? FULL : COMPACT}!important;min-inline-size:${LEAST}!important;block-size:1.25em!important;font-size:.8125rem!important;vertical-align:middle!important;${position === 'after' ? 'margin-inline-start' : 'order:-1!important;margin-inline-end'}:.3em!important;cursor:pointer!important;border-radius:.65em!important;align-self:center!important;z-index:1!important;position:relative!important}
:host(:focus-visible){outline:2px solid ${accent}!important;outline-offset:1px!important}
.face{box-sizing:border-box;position:relative;display:flex;flex-wrap:wrap;column-gap:.3em;inline-size:100%;block-size:100%;padding-inline:.45em;overflow:hidden;border:1px solid ${line};border-radius:.65em;background:${ground};color:${ink};font:600 .88em/calc(1.42em - 2px) system-ui,sans-serif;pointer-events:none;user-select:none;-webkit-user-select:none;white-space:nowrap}
.face.quiet{inline-size:fit-content;padding-inline:.45em .1em;column-gap:.25em;flex-wrap:nowrap;max-inline-size:100%;background:none;border-color:transparent;color:${quiet};font-weight:500}
.face.quiet::before{content:'';order:4;flex:none;align-self:center;inline-size:.5em;block-size:.5em;border-radius:50%;border:1px solid ${quiet}}
.face.warn{border-color:${warn};color:${warn}}
.face>i{font-style:normal;flex:none}
.face>i::before{content:attr(data-w)}
.face>i:not([data-w]){display:none}
.score{color:${accent};font-variant-numeric:tabular-nums}
.quiet .score,.warn .score{color:inherit}
.face>.tag{flex:1 1 0;min-inline-size:2em;overflow:hidden;text-overflow:ellipsis;order:2;color:${quiet};font-weight:500;unicode-bidi:isolate}
.face>.contacts{order:1}
.face>.note{order:3}
${Object.entries(MARKS).map(([name, hue]) => `.${name}>.tag{color:color-mix(in srgb,${hue} 55%,${ink})!important}`).join('')}
.known>.note{align-self:center;margin-inline-start:auto;inline-size:.5em;block-size:.5em;overflow:hidden;background:${accent};border-radius:50%}
.known>.note::before{visibility:hidden}
${density === 'compact' ? '.contacts,.tag{display:none!important}' : ''}
@media print{:host{display:none!important}}
@media (forced-colors:active){.known>.note{background:Highlight;forced-color-adjust:none}.face{border-color:ButtonText;color:ButtonText;background:ButtonFace;forced-color-adjust:none}.score,.note,.face>.tag{color:ButtonText}}
`
}
