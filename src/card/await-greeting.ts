/** What the card takes from what the content script says to it. Language and direction are those of our own words instead. */
export interface Greeting {
  readonly ticket: string
  readonly theme: 'light' | 'dark'
}

/** Calls back for everything the page around us sends that looks like a greeting: what it is worth, the ticket tells. */
export function awaitGreeting(window: Window, greeted: (greeting: Greeting, port: MessagePort) => void, signal: AbortSignal): void {
  const listen = ({ source, data, ports }: MessageEvent<unknown>): void => {
    const greeting = toGreeting(data)
    if (source === window.parent && greeting && ports[0]) greeted(greeting, ports[0])
  }
  window.addEventListener('message', listen, { signal })
}

/** A greeting out of a message; undefined where it is none. */
export function toGreeting(data: unknown): Greeting | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { ticket, theme } = data as Readonly<Record<string, unknown>>
  if (typeof ticket !== 'string') return undefined
  return { ticket, theme: theme === 'dark' ? 'dark' : 'light' }
}
