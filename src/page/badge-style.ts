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
const LEAST = '3em'

/** So much of a ground is left out that the browser takes it for no opaque one, and nobody sees it. */
const NEARLY = '99.6%'
/** Painted, and seen by nobody. */
const UNSEEN = 'rgb(0 0 0/.4%)'

/**
 * The one sheet of all badges. `!important` inside a shadow root beats the page's own rules on the host.
 * No text stands in the tree: words are generated from attributes, which neither window.find nor a selection can reach.
 *
 * Turning known costs a repaint and no more: Chromium layers a whole page anew, some ms on a long one, where a change makes or drops a box,
 * moves a clip, or changes how far paint reaches or whether it is opaque. So every box is there from the first, a badge has one clip, whose
 * size stays, its ground is painted even when quiet, and a shadow of `::before` reaches past whatever else is painted inside.
 */
export function badgeCss({ theme, density, position }: BadgeLooks): string {
  const { ink, quiet, ground: full, line, accent, warn } = INKS[theme]
  const nearly = `color-mix(in srgb,${full} ${NEARLY},transparent)`
  /** A ground with a dot near its end; written out for each, since a variable would be put in and read anew in every badge. */
  const ground = (of: string, color: string, dot = UNSEEN): string =>
    [['', 'calc(100% - .6em)'], [':host(:dir(rtl)) ', '.6em']].map(([where, from]) => `${where}${of}{background:radial-gradient(circle at ${from} 50%,${dot} .25em,transparent calc(.25em + .5px)) padding-box,${color}}`).join('')
  return `
:host{all:initial!important;display:inline-block!important;flex:0 ${SHRINKS_FIRST} auto!important;box-sizing:border-box!important;inline-size:${density === 'full' ? FULL : COMPACT}!important;min-inline-size:${LEAST}!important;block-size:1.25em!important;font-size:.8125rem!important;vertical-align:middle!important;${position === 'after' ? 'margin-inline-start' : 'order:-1!important;margin-inline-end'}:.3em!important;cursor:pointer!important;border-radius:.65em!important;align-self:center!important;z-index:1!important;position:relative!important}
:host(:focus-visible){outline:2px solid ${accent}!important;outline-offset:1px!important}
.face{display:flex;flex-wrap:wrap;align-content:flex-start;box-sizing:border-box;inline-size:100%;block-size:100%;padding-inline:.45em;overflow:hidden;border:1px solid ${line};border-radius:.65em;color:${ink};font:600 .88em/calc(1.42em - 2px) system-ui,sans-serif;pointer-events:none;user-select:none;white-space:nowrap}
${ground('.face', nearly)}${ground('.noted', nearly, accent)}${ground('.quiet', UNSEEN)}
.face::before{content:'';box-shadow:0 0 0 40em ${UNSEEN}}
.noted{padding-inline-end:1.15em}
.quiet{border-color:${UNSEEN};color:${quiet};font-weight:500}
.warn{border-color:${warn};color:${warn}}
i{display:contents;color:${accent};font-style:normal}
i::before{content:attr(data-score);font-variant-numeric:tabular-nums}
i::after{content:attr(data-contacts);margin-inline-start:.3em;color:${ink}}
.quiet i::after{align-self:center;inline-size:.5em;block-size:.5em;border:1px solid ${quiet};border-radius:50%}
.known i[data-contacts='']::after{margin:0}
.quiet i,.warn i,.warn i::after{color:inherit}
.face::after{content:attr(data-tag);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;flex:1 1 0;min-inline-size:2em;margin-inline-start:.3em;color:${quiet};font-weight:500;white-space:normal;word-break:break-all}
.ltr::after{direction:ltr}
.rtl::after{direction:rtl}
.warn::after{color:inherit}
.quiet::after{visibility:hidden}
${Object.entries(MARKS).map(([name, hue]) => `.${name}::after{color:color-mix(in srgb,${hue} 55%,${ink})}`).join('')}
${density === 'compact' ? '.known i::after,.known::after{font-size:0}' : ''}
@media print{:host{display:none!important}}
@media (forced-colors:active){${ground('.face', 'ButtonFace')}${ground('.face.noted', 'ButtonFace', 'Highlight')}.face{forced-color-adjust:none}*,::before,::after{color:ButtonText!important;border-color:ButtonText!important}}
`
}
