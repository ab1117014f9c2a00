import { ConfirmButton } from '../../ui/confirm-button'
import { word } from '../../ui/words'

/** What came of forgetting everything. */
export type Forgotten = 'not yet' | 'done' | { readonly failed: string }

/** Deletes all there is, in two steps. */
export function ForgetPart({ state, onForget }: { readonly state: Forgotten; readonly onForget: () => void }) {
  return (
    <>
      <div>
        <ConfirmButton kind="danger" confirm={word('forgetSure')} cancel={word('forgetKeep')} onConfirm={onForget}>
          {word('forgetDo')}
        </ConfirmButton>
      </div>
      <p role="status">{state === 'done' ? word('forgetDone') : ''}</p>
      <p role="alert">{typeof state === 'object' ? word('forgetFailed', state.failed) : ''}</p>
    </>
  )
}
