import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { X_ORIGINS } from '../features/preferences/page-access-worker'

/** Whether Regulars may read X, and the asking for it. */
export interface Access {
  /** Undefined until it is known. */
  readonly isGranted: boolean | undefined
  /** To be called in a click: the browser asks the user. */
  readonly request: () => void
}

/** Follows the access to x.com, which the user may take away at any time. */
export function useAccess(): Access {
  const [isGranted, setGranted] = useState<boolean>()
  const look = (): void => void mayReadX().then(setGranted)
  useEffect(() => {
    look()
    browser.permissions.onAdded.addListener(look)
    browser.permissions.onRemoved.addListener(look)
    return () => {
      browser.permissions.onAdded.removeListener(look)
      browser.permissions.onRemoved.removeListener(look)
    }
  }, [])
  return { isGranted, request: () => void browser.permissions.request({ origins: X_ORIGINS }).then(look, look) }
}

/** True while the overlay may run on x.com. */
export function mayReadX(): Promise<boolean> {
  return browser.permissions.contains({ origins: X_ORIGINS.slice(0, 1) })
}
