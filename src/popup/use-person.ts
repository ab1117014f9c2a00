import { useEffect, useState } from 'preact/hooks'
import { onAnnouncement } from '../contract/announce'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import { keyOf } from '../domain/handle'
import type { Subject } from '../domain/subject'
import type { PersonView } from '../features/people/people-messages'

/** What is known of a person, and why it could not be read the last time. */
export interface HeldPerson {
  readonly view?: PersonView
  readonly error?: string | undefined
}

/** Reads a person, and again whenever something about them changes. */
export function usePerson(subject: Subject): HeldPerson {
  const [held, setHeld] = useState<HeldPerson>({})
  useEffect(() => {
    const stop = new AbortController()
    const take = (held: HeldPerson): void => void (stop.signal.aborted || setHeld((before) => ({ ...before, ...held })))
    const read = (): void => void ask('people/view', subject).then((view) => take({ view, error: undefined }), (error: unknown) => take({ error: reasonOf(error) }))
    onAnnouncement((heard) => heard.announce === 'people/changed' && heard.keys.includes(keyOf(subject.handle)) && read(), stop.signal)
    read()
    return () => stop.abort()
  }, [subject])
  return held
}
