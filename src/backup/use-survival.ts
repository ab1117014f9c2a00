import { useEffect, useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import type { Survival } from '../features/backup/backup-messages'

/** Whether our data was cleared under us, and the way to go on without it. */
export function useSurvival(): { readonly survival: Survival | undefined; readonly accept: () => void } {
  const [survival, setSurvival] = useState<Survival>()
  useEffect(() => void ask('backup/survival').then(setSurvival, console.error), [])
  return { survival, accept: () => void ask('backup/accept-loss').then(() => setSurvival('new'), console.error) }
}
