import { useEffect, useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { Survival } from '../features/backup/backup-messages'

/** Whether our data was cleared under us, why that cannot be told, and the way to go on without it. */
export function useSurvival(): { readonly survival: Survival | undefined; readonly failure: string | undefined; readonly accept: () => void } {
  const [survival, setSurvival] = useState<Survival>()
  const [failure, setFailure] = useState<string>()
  const fail = (error: unknown): void => setFailure(reasonOf(error))
  useEffect(() => void ask('backup/survival').then(setSurvival, fail), [])
  return { survival, failure, accept: () => void ask('backup/accept-loss').then(() => setSurvival('new'), fail) }
}
