import { useEffect, useState } from 'preact/hooks'
import { reasonOf } from '../contract/reason-of'
import { erase } from './erase'
import { readSubject } from './read-subject'

type Read = Exclude<Awaited<ReturnType<typeof readSubject>>, undefined>

/** What the page shows: all that is held on somebody, that nobody is there, that they were just erased, or why it failed. */
export type SubjectState = { readonly is: 'reading' } | ({ readonly is: 'there' } & Read) | { readonly is: 'nobody' } | { readonly is: 'erased' } | { readonly is: 'failed'; readonly reason: string }

/** The person of an id, and the way to erase them. */
export function useSubject(id: string): { readonly state: SubjectState; readonly onErase: () => void } {
  const [state, setState] = useState<SubjectState>({ is: 'reading' })
  const fail = (error: unknown): void => setState({ is: 'failed', reason: reasonOf(error) })
  useEffect(() => {
    setState({ is: 'reading' })
    readSubject(id, Date.now()).then((read) => setState(read ? { is: 'there', ...read } : { is: 'nobody' }), fail)
  }, [id])
  const onErase = (): void => {
    if (state.is === 'there') erase(state.file).then(() => setState({ is: 'erased' }), fail)
  }
  return { state, onErase }
}
