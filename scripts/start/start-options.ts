/** What the words after "npm start --" ask for. */
export interface StartOptions {
  /** The real x.com instead of the practice timeline. */
  readonly isLive: boolean
  readonly isHeadless: boolean
  /** Browser name or path. */
  readonly wish: string | undefined
  readonly port: number | undefined
}

const hasNoDisplay = (env: NodeJS.ProcessEnv): boolean =>
  process.platform === 'linux' && (env.DISPLAY ?? '') === '' && (env.WAYLAND_DISPLAY ?? '') === ''

/** Reads the command line; a word that means nothing is said so rather than passed over. */
export function readStartOptions(words: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const unknown = words.find((word) => !/^--(live|headless|port=\d+)$/.test(word))
  if (unknown !== undefined) throw new Error(`"${unknown}" is not understood: npm start takes --live, --headless and --port=NUMBER, and BROWSER=chromium|chrome|edge|firefox|/path.`)
  const port = words.find((word) => word.startsWith('--port='))?.slice('--port='.length)
  return {
    isLive: words.includes('--live'),
    isHeadless: words.includes('--headless') || hasNoDisplay(env),
    wish: env.BROWSER === '' ? undefined : env.BROWSER,
    port: port === undefined ? undefined : Number(port),
  }
}
