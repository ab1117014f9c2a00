import { flushSync } from 'react-dom'
import { LANGUAGES, type Direction, type Language, type Theme } from '../options.ts'
import { navigate } from './navigation.ts'
import { heightChanges, keyCounts, layoutShifts, received, type HeightChange } from './observed.ts'
import { peopleOf, postAt, tick } from './post-data.ts'
import { arrive, changeUser, options, update } from './store.ts'
import type { PracticeOptions } from '../options.ts'

/** A post on screen, as a test wants to know it; an advertisement has no id. */
export interface RenderedPost {
  readonly id: string | undefined
  readonly handle: string
}

/** What tests and benches do to the page, as window.__practice. */
export interface PracticeWindow {
  /** Settles when the first cells of the page are on screen. */
  readonly ready: Promise<void>
  readonly options: PracticeOptions
  /** Counts of X's own keys that reached the page. */
  readonly keys: Readonly<Record<string, number>>
  readonly received: typeof received
  readonly heightChanges: readonly HeightChange[]
  readonly layoutShifts: readonly number[]
  /** Puts posts on top of the home timeline at once; gives performance.now() of the moment after React's commit. */
  insertPost(index: number): number
  insertPosts(indices: readonly number[]): number
  /** Renders every post again in place. */
  rerender(): void
  /** Makes everything anew, as X does for a new theme or language. */
  recreate(): void
  setTheme(theme: Theme): void
  setLang(lang: Language, dir?: Direction): void
  tick(id: string): void
  rename(id: string, newHandle: string): void
  navigate(path: string): void
  /** The text that Draft.js shows, block by block; undefined without a composer. */
  composerText(): string | undefined
  composerEnabled(): boolean
  dmText(): string | undefined
  postsRendered(): readonly RenderedPost[]
}

declare global {
  interface Window {
    readonly __practice: PracticeWindow
  }
}

function insertPosts(indices: readonly number[]): number {
  arrive(indices.flatMap((index) => peopleOf(postAt(index))))
  flushSync(() => update((state) => ({ inserted: [...indices, ...state.inserted.filter((index) => !indices.includes(index))] })))
  return performance.now()
}

function composerText(): string | undefined {
  const editor = document.querySelector('#layers [data-testid=tweetTextarea_0]') ?? document.querySelector('[data-testid=tweetTextarea_0]')
  return editor ? [...editor.querySelectorAll('[data-block=true]')].map((block) => block.textContent ?? '').join('\n') : undefined
}

function composerEnabled(): boolean {
  const button = document.querySelector('[data-testid=tweetButton]') ?? document.querySelector('[data-testid=tweetButtonInline]')
  return button instanceof HTMLButtonElement && !button.disabled
}

const postsRendered = (): RenderedPost[] => [...document.querySelectorAll('article[data-testid=tweet]')].map((article) => {
  const handle = article.querySelector('[data-testid=User-Name] a[href]')?.getAttribute('href')?.slice(1) ?? ''
  const link = [...article.querySelectorAll('a[href] > time')].map((time) => time.parentElement?.getAttribute('href') ?? '').find((href) => href.startsWith(`/${handle}/`))
  return { handle, id: link?.split('/')[3] }
})

const settle = (change: Parameters<typeof update>[0]): void => flushSync(() => update(change))

/** Everything but `ready`, which only the entry can know. */
export function practiceWindow(ready: Promise<void>): PracticeWindow {
  const recreate = (): void => settle((state) => ({ generation: state.generation + 1 }))
  return {
    ready, options, keys: keyCounts, received, heightChanges, layoutShifts,
    insertPost: (index) => insertPosts([index]), insertPosts, recreate, navigate, composerText, composerEnabled, postsRendered,
    rerender: () => settle((state) => ({ renders: state.renders + 1 })),
    setTheme: (theme) => settle((state) => ({ settings: { ...state.settings, theme }, generation: state.generation + 1 })),
    setLang: (lang, dir = lang === 'ar' ? 'rtl' : 'ltr') => {
      if (LANGUAGES.includes(lang)) settle((state) => ({ settings: { ...state.settings, lang, dir }, generation: state.generation + 1 }))
    },
    tick: (id) => flushSync(() => tick(id)),
    rename: (id, newHandle) => flushSync(() => changeUser(id, { screen_name: newHandle })),
    dmText: () => document.querySelector<HTMLTextAreaElement>('[data-testid=dm-composer-textarea]')?.value,
  }
}

