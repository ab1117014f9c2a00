/** Keeps unsaved words somewhere safe. */
export interface DraftKeeper {
  /** These are the words now. */
  keep(text: string): void
  /** The page may be going: whatever waits goes now. */
  flush(): void
  /** Resolves when nothing is under way and nothing waits. */
  settled(): Promise<void>
}

/** One keeping under way at a time, and after it the latest words only. A failure is tried again with the next words. */
export function makeDraftKeeper(send: (text: string) => Promise<void>): DraftKeeper {
  let waiting: string | undefined
  let underWay: Promise<void> | undefined

  async function run(): Promise<void> {
    while (waiting !== undefined) {
      const text = waiting
      waiting = undefined
      // The words are still in the field; the next keystroke or the flush at the end tries again.
      await send(text).catch(() => undefined)
    }
    underWay = undefined
  }

  return {
    keep(text) {
      waiting = text
      underWay ??= run()
    },
    flush() {
      if (waiting === undefined) return
      const text = waiting
      waiting = undefined
      send(text).catch(() => undefined)
    },
    settled: async () => underWay,
  }
}
