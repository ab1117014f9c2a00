/** @jsxImportSource react */
import type { ReactNode } from 'react'
import { portrait } from './pictures.ts'
import type { XUser } from './state.ts'

interface AvatarProps {
  readonly user: XUser
  readonly size: number
  /** Inside a quote there is no link at all. */
  readonly linked?: boolean
}

const INNER = { width: 'calc(100% - 4px)', height: 'calc(100% - 4px)' }
const CLEAR = { backgroundColor: 'rgba(0, 0, 0, 0)' }
const SQUARE = { paddingBottom: '100%' }

function Picture({ url }: { readonly url: string }): ReactNode {
  return (
    <div className="v round center" style={{ backgroundColor: 'var(--page)', ...INNER }}>
      <div className="v block clip">
        <div className="block" style={SQUARE} />
        <div className="fill">
          <div className="v fill clip">
            <div className="v fill cover" style={{ backgroundImage: `url("${url}")` }} />
            <img alt="" draggable src={url} className="unseen" />
          </div>
        </div>
      </div>
    </div>
  )
}

/** A portrait in as many boxes as X puts around it. */
export function Avatar({ user, size, linked = true }: AvatarProps): ReactNode {
  const layers = (
    <>
      <div className="v round center" style={INNER}><div className="v fill" style={CLEAR} /></div>
      <div className="v round center" style={INNER}><div className="v fill paper" /></div>
      <Picture url={portrait(user.hue, user.id_str)} />
      <div className="v round center" style={INNER}><div className="v fill hush" /></div>
    </>
  )
  return (
    <div className="v block" style={{ width: `${size}px`, height: `${size}px` }} data-testid={`UserAvatar-Container-${user.screen_name}`}>
      <div className="block" style={SQUARE} />
      <div className="fill">
        <div className="v whole center">
          <div className="block" style={SQUARE} />
          <div className="fill">
            <div className="v round clip ring" style={{ width: 'calc(100% + 4px)', height: 'calc(100% + 4px)' }}>
              {linked
                ? <a href={`/${user.screen_name}`} aria-hidden="true" role="link" tabIndex={-1} className="v whole hand" style={CLEAR}>{layers}</a>
                : <div aria-hidden="true" role="presentation" tabIndex={-1} className="v whole" style={CLEAR}>{layers}</div>}
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}
