import { pickOf } from './random.ts'

const BIDI_OVERRIDE = '\u202E'
const ZERO_WIDTH = '\u200B\u200D\u2060\uFEFF'

/** Things that people put into names and texts to break the pages of others. */
export const HOSTILE_WORDS: readonly string[] = [
  '<img src=x onerror="window.__hacked=1">',
  '"><script>window.__hacked=1</script>',
  `${BIDI_OVERRIDE}riAdniwhtron@`,
  `a${ZERO_WIDTH}d${ZERO_WIDTH}m${ZERO_WIDTH}in`,
  'javascript:window.__hacked=1',
  '${window.__hacked=1}{{constructor.constructor("window.__hacked=1")()}}',
  'Z̸̢̛͎a̷̡͝l̵̨̛g̶̢͠o̸̧͝'.repeat(8),
  '=HYPERLINK("https://example.com","free")',
  "'; DROP TABLE people; --",
  '@northwindair',
  '\u2066\u2067\u2068nested\u2069\u2069',
  'W'.repeat(1000),
  '﷽'.repeat(40),
  '   ',
  '__proto__',
  'data-testid="tweet" class="r-1"',
]

/** Every second name is hostile, so that both kinds stand side by side. */
export function hostileName(seed: number, index: number, name: string): string {
  return index % 2 === 0 ? pickOf(HOSTILE_WORDS, seed, index, 71) : name
}

/** Every second text carries something hostile. */
export function hostileText(seed: number, index: number, text: string): string {
  return index % 2 === 0 ? `${text}\n${pickOf(HOSTILE_WORDS, seed, index, 72)}` : text
}
