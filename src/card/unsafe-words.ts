import type { HandleKey } from '../domain/handle'
import type { Meanwhile } from './keep-draft'

/** Words on their way to the background, where they survive this page and that background at once. */
export interface UnsafeWords extends Meanwhile {
  /** What a page that died with words on their way left behind. */
  left(): string | undefined
}

/**
 * The words of one draft from the key press until the background has them: in the extension's own local storage, which is written before the
 * key press is over. A message is not: one that was sent while the tab closed or the extension was reloaded is lost (seen in Chromium 156).
 */
export function makeUnsafeWords(key: HandleKey): UnsafeWords {
  const name = `unsafe:${key}`
  return {
    hold: (text) => orNothing(() => localStorage.setItem(name, text)),
    // What another tab holds by now is its own to release.
    release: (text) => orNothing(() => localStorage.getItem(name) === text && localStorage.removeItem(name)),
    left: () => orNothing(() => localStorage.getItem(name) ?? undefined),
  }
}

/** A browser may refuse this storage, as Firefox does with cookies switched off: the background is then the only place. */
function orNothing<Value>(use: () => Value): Value | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}
