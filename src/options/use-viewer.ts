import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { type Handle, toHandle } from '../domain/handle'

/** The account that was last seen logged in on X; undefined until one is. */
export function useViewer(): Handle | undefined {
  const [viewer, setViewer] = useState<Handle>()
  useEffect(() => {
    const look = async (): Promise<void> => setViewer(toHandle((await browser.storage.session.get('viewer'))['viewer']))
    const changed = (changes: object, area: string): void => void (area === 'session' && 'viewer' in changes && look())
    void look()
    browser.storage.onChanged.addListener(changed)
    return () => browser.storage.onChanged.removeListener(changed)
  }, [])
  return viewer
}
