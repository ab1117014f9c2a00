import type { FormerHandle } from '../../domain/claims'
import type { Gone } from '../../domain/facts'
import type { Handle } from '../../domain/handle'
import { Button } from '../../ui/button'
import { CloseIcon, OutIcon } from '../../ui/icons'
import { dayOf, isolated, listed, word } from '../../ui/words'

/** Who this is. Names come from strangers: they are text, and isolated from the direction of writing around them. */
export interface PersonHeaderProps {
  readonly id: string
  readonly handle: Handle
  readonly name: string | undefined
  readonly formerHandles: readonly FormerHandle[]
  readonly now: number
  /** What passed between us, in words. */
  readonly contacts: string | undefined
  /** Known by the handle alone, which anybody may take: no account id was seen yet. */
  readonly handleOnly: boolean
  /** X's interface had them no more when it was last asked, and when that was (ms since 1970). */
  readonly gone: { readonly why: Gone; readonly at: number } | undefined
  readonly onClose: () => void
}

/** Name, handle with the way to the profile, former handles. */
export function PersonHeader({ id, handle, name, formerHandles, now, contacts, handleOnly, gone, onClose }: PersonHeaderProps) {
  const at = `@${handle}`
  return (
    <header class="person">
      <h1 id={id} title={name}>
        <bdi>{name ?? at}</bdi>
      </h1>
      <p class="row">
        <a href={`https://x.com/${handle}`} target="_blank" rel="noopener noreferrer" aria-label={word('cardOpenProfile', isolated(at))}>
          <bdi>{at}</bdi> <OutIcon />
        </a>
        {formerHandles.length > 0 && <span class="quiet">{word('cardWas', listed(formerHandles.map(({ handle, until }) => word('cardWasUntil', isolated(`@${handle}`), dayOf(until, now)))))}</span>}
        {contacts && <span class="quiet">{contacts}</span>}
        {gone && <strong>{word(gone.why === 'suspended' ? 'cardSuspended' : 'cardGone', dayOf(gone.at, now))}</strong>}
        {handleOnly && (
          <span class="quiet" title={word('cardHandleOnlyMeaning')}>
            {word('cardHandleOnly')}
          </span>
        )}
      </p>
      <Button kind="icon" aria-label={word('cardClose')} title={word('cardClose')} onClick={onClose}>
        <CloseIcon />
      </Button>
    </header>
  )
}
