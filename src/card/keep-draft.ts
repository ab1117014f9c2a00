/** Keeps unsaved words somewhere safe. */
export interface DraftKeeper {
  /** These are the words now. */
  keep(text: string): void
  /** The page may be going: whatever is not known to be safe is sent now, also what is under way, since its retry may never come. */
  flush(): void
  /** Resolves when nothing is under way and nothing waits. */
  settled(): Promise<void>
  /** The words are saved as more than a draft: nothing is left to keep. */
  done(): void
}

/** Where words are between the key press and the keeping. */
export interface Meanwhile {
  hold(text: string): void
  /** These words need no holding any more. */
  release(text: string): void
}

/** One keeping under way at a time, and after it the latest words only. A failure is tried again with the next words or the flush. */
export function makeDraftKeeper(send: (text: string) => Promise<void>, meanwhile: Meanwhile): DraftKeeper {
  let unsafe: string | undefined
  let underWay: Promise<void> | undefined
  let flushed: { readonly text: string; readonly sent: Promise<void> } | undefined

  async function run(): Promise<void> {
    let sent: string | undefined
    while (unsafe !== undefined && unsafe !== sent) {
      sent = unsafe
      if ((await isKept(sent)) && unsafe === sent) done()
    }
    underWay = undefined
  }

  const isKept = (text: string): Promise<boolean> => send(text).then(() => true, () => false)

  function done(): void {
    if (unsafe !== undefined) meanwhile.release(unsafe)
    unsafe = undefined
  }

  return {
    keep(text) {
      meanwhile.hold(text)
      unsafe = text
      underWay ??= run()
    },
    flush() {
      if (unsafe === undefined || flushed?.text === unsafe) return
      // What was flushed counts as unsafe still: older words under way may be asked again and land after it, and then it goes once more.
      flushed = { text: unsafe, sent: isKept(unsafe).then(() => void (flushed = undefined)) }
    },
    async settled() {
      await underWay
      await flushed?.sent
    },
    done,
  }
}
