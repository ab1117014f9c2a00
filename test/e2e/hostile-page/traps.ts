/** What the hostile page wrote down. */
interface Trap {
  readonly stacks: string[]
  removals: number
}

declare global {
  interface Window {
    trap: Trap
  }
}

/** Put before every script of X: whoever runs in the page's world with us above it on the stack is written down. */
export function layTraps(): void {
  const trap: Trap = { stacks: [], removals: 0 }
  window.trap = trap
  Error.stackTraceLimit = 100
  ;(Error as unknown as { prepareStackTrace: unknown }).prepareStackTrace = (error: unknown, sites: readonly unknown[]) => `${String(error)}\n${sites.map(String).join('\n')}`
  const note = (): void => void (trap.stacks.length < 20_000 && trap.stacks.push(String(new Error('trap').stack)))
  for (const [owner, name] of [[JSON, 'parse'], [JSON, 'stringify'], [Map.prototype, 'get'], [document, 'dispatchEvent'], [document, 'addEventListener']] as const) {
    const real = (owner as unknown as Record<string, (...given: unknown[]) => unknown>)[name]!
    ;(owner as unknown as Record<string, unknown>)[name] = function trapped(this: unknown, ...given: unknown[]) {
      note()
      return real.apply(this, given)
    }
  }
  addEventListener('error', ({ message, filename, error }) => trap.stacks.push(`${message} ${filename} ${String((error as Error | undefined)?.stack)}`))
  addEventListener('unhandledrejection', ({ reason }) => trap.stacks.push(String((reason as Error | undefined)?.stack)))
}

/** Overrides what scripts are made of, in the page's own world. */
export function overrideEverything(): void {
  // oxlint-disable no-extend-native -- that is the attack
  Object.defineProperty(Object.prototype, 'note', { configurable: true, get: () => 'theirs' })
  const { map } = Array.prototype
  Array.prototype.map = function hijacked(this: unknown[], ...given: Parameters<typeof map>) { return map.apply(this, given) } as typeof map
  window.MutationObserver = class extends MutationObserver { override observe(): void { /* sees nothing */ } }
  Map.prototype.has = () => true
  // oxlint-enable no-extend-native
}
