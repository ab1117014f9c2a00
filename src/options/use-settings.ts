import { useEffect, useRef, useState } from 'preact/hooks'
import { reasonOf } from '../contract/reason-of'
import { readSettings, type Settings, watchSettings, writeSettings } from '../settings/settings'

/** The settings as they are held, and the way to change them. */
export interface HeldSettings {
  /** Undefined until they are read. */
  readonly settings: Settings | undefined
  /** How the last reading or saving went. */
  readonly outcome: { readonly saved: number } | { readonly error: string } | undefined
  readonly save: (changed: Partial<Settings>) => void
}

/** Reads the settings, follows them, and saves one change after the other: none is lost to another under way. */
export function useSettings(): HeldSettings {
  const [settings, setSettings] = useState<Settings>()
  const [outcome, setOutcome] = useState<HeldSettings['outcome']>()
  const last = useRef<Promise<void>>(Promise.resolve())
  const failed = (error: unknown): void => setOutcome({ error: reasonOf(error) })

  useEffect(() => {
    const stop = new AbortController()
    watchSettings(setSettings, stop.signal)
    readSettings().then(setSettings, failed)
    return () => stop.abort()
  }, [])

  async function write(changed: Partial<Settings>): Promise<void> {
    try {
      setSettings(await writeSettings(changed))
      setOutcome({ saved: Date.now() })
    } catch (error) {
      failed(error)
    }
  }

  return { settings, outcome, save: (changed) => void (last.current = last.current.then(() => write(changed))) }
}
