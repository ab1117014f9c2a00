import type { ComponentChildren } from 'preact'
import { Banner } from '../../ui/notice'
import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { isolated, plural, word } from '../../ui/words'

/** Others whose words name the person. */
export interface Mention {
  readonly who: string
  readonly times: number
}

interface ErasePartProps {
  /** As they are called on the button. */
  readonly who: string
  readonly elsewhere: readonly Mention[]
  /** A CRM has them too. */
  readonly inCrm: boolean
  readonly onErase: () => void
}

/** What erasing does, what it leaves, and the two steps to it. */
export function ErasePart({ who, elsewhere, inCrm, onErase }: ErasePartProps) {
  return (
    <>
      <p>{word('eraseMeaning')}</p>
      <p class="quiet">{word('eraseLeaves')}</p>
      {inCrm && <p class="quiet">{word('eraseCrm')}</p>}
      {elsewhere.length > 0 && (
        <>
          <p>{word('eraseElsewhere')}</p>
          <ul class="subject-list">
            {elsewhere.map(({ who, times }) => (
              <li key={who}>
                <bdi>{who}</bdi>: {plural('eraseTimes', times)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div>
        <ConfirmButton kind="danger" confirm={word('eraseSure')} cancel={word('eraseKeep')} onConfirm={onErase}>
          {word('eraseDo', isolated(who))}
        </ConfirmButton>
      </div>
    </>
  )
}

/** The report after an erasure: what is gone, and where bytes may still lie. */
export function ErasedPart({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <Banner>{word('eraseDone')}</Banner>
      <p>{word('eraseRemains')}</p>
      {children}
    </>
  )
}

/** How the rewriting of the database stands. */
export type Rewriting = 'not yet' | 'under way' | 'done' | { readonly failed: string }

/** Makes the database anew, so that no deleted bytes stay in its files. */
export function RewritePart({ state, onRewrite }: { readonly state: Rewriting; readonly onRewrite: () => void }) {
  return (
    <>
      <p>{word('rewriteMeaning')}</p>
      <div>
        <Button disabled={state === 'under way'} onClick={onRewrite}>{word('rewriteDo')}</Button>
      </div>
      <p role="status">{state === 'under way' ? word('rewriteUnderWay') : state === 'done' ? word('rewriteDone') : ''}</p>
      <p role="alert">{typeof state === 'object' ? word('rewriteFailed', state.failed) : ''}</p>
    </>
  )
}
