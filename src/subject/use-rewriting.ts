import { useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { Rewriting } from '../features/privacy/erase-part'

/** The rewriting of the database, begun by a press. */
export function useRewriting(): { readonly state: Rewriting; readonly begin: () => void } {
  const [state, setState] = useState<Rewriting>('not yet')
  const begin = (): void => {
    setState('under way')
    ask('privacy/rewrite').then(() => setState('done'), (error: unknown) => setState({ failed: reasonOf(error) }))
  }
  return { state, begin }
}
