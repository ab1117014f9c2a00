import { useEffect, useState } from 'preact/hooks'

/** True while the system asks for dark colours. */
export function useDark(): boolean {
  const [dark] = useState(() => matchMedia('(prefers-color-scheme: dark)'))
  const [isDark, setDark] = useState(dark.matches)
  useEffect(() => {
    const follow = (): void => setDark(dark.matches)
    dark.addEventListener('change', follow)
    return () => dark.removeEventListener('change', follow)
  }, [dark])
  return isDark
}
