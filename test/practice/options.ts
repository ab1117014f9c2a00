/** The languages in which the practice timeline can speak. */
export const LANGUAGES = ['en', 'de', 'es', 'ar', 'ja'] as const
export type Language = (typeof LANGUAGES)[number]
export type Theme = 'light' | 'dark'
export type Direction = 'ltr' | 'rtl'

/** What the made-up world and its look depend on; two equal options show the same pages. */
export interface PracticeOptions {
  readonly seed: number
  readonly posts: number
  readonly people: number
  readonly theme: Theme
  readonly lang: Language
  readonly dir: Direction
  readonly hostile: boolean
  /** The clock of the made-up world, in ms. Fixed unless told, so that post ids stay the same. */
  readonly now: number
  /** How long the pretended server takes for one page of a timeline, in ms. */
  readonly latency: number
  /** The visitor's font size in px, one of X's display settings. */
  readonly fontSize: number
  /** Whether people and posts have pictures. Each is a document of its own to Chromium: tens of thousands are more work to it than all the rest. */
  readonly pictures: boolean
  /** The handle of somebody who lets their followers alone read what they post. */
  readonly locked: string
}

/** What is shown when nothing is asked for. */
export const DEFAULT_OPTIONS: PracticeOptions = {
  seed: 1, posts: 2000, people: 500, theme: 'light', lang: 'en', dir: 'ltr', hostile: false,
  now: Date.UTC(2026, 10, 20, 15, 0, 0), latency: 20, fontSize: 15, pictures: true, locked: '',
}

/** Reads the options from a query string; what is missing or nonsense keeps its default. */
export function readOptions(query: string): PracticeOptions {
  const params = new URLSearchParams(query)
  const number = (key: 'seed' | 'posts' | 'people' | 'now' | 'latency' | 'fontSize'): number => {
    const value = Number(params.get(key) ?? Number.NaN)
    return Number.isFinite(value) ? Math.max(0, Math.floor(value)) : DEFAULT_OPTIONS[key]
  }
  const lang = LANGUAGES.find((known) => known === params.get('lang')) ?? DEFAULT_OPTIONS.lang
  const dir = params.get('dir') ?? (lang === 'ar' ? 'rtl' : 'ltr')
  return {
    seed: number('seed'), posts: number('posts'), people: Math.max(20, number('people')),
    theme: params.get('theme') === 'dark' ? 'dark' : 'light',
    lang, dir: dir === 'rtl' ? 'rtl' : 'ltr',
    hostile: params.get('hostile') === '1',
    now: number('now'), latency: number('latency'), fontSize: number('fontSize'),
    pictures: params.get('pictures') !== '0',
    locked: params.get('locked') ?? '',
  }
}
