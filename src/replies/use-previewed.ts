import { useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import { toHandle } from '../domain/handle'
import type { Subject } from '../domain/subject'
import type { PersonView } from '../features/people/people-messages'
import { word } from '../ui/words'

/** Somebody whom replies are shown for. */
export interface Previewed {
  readonly subject: Subject
  readonly view: PersonView
}

/** Whom the previews are for, and the way to choose somebody else. */
export interface HeldPreviewed {
  /** Undefined for the made-up sample person. */
  readonly previewed: Previewed | undefined
  readonly error: string | undefined
  readonly choose: (handle: string) => Promise<void>
}

/** Holds the person that replies are shown for. */
export function usePreviewed(): HeldPreviewed {
  const [previewed, setPreviewed] = useState<Previewed>()
  const [error, setError] = useState<string>()
  async function choose(text: string): Promise<void> {
    const handle = toHandle(text)
    setError(undefined)
    if (text.trim() === '') return setPreviewed(undefined)
    if (!handle) return setError(word('libraryNoHandle'))
    try {
      const view = await ask('people/view', { handle })
      setPreviewed({ subject: { handle, name: view.person?.name }, view })
    } catch (error) {
      setError(reasonOf(error))
    }
  }
  return { previewed, error, choose }
}
