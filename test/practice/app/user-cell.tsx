/** @jsxImportSource react */
import { createElement, type MouseEvent, type ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { navigate } from './navigation.ts'
import { RichText } from './rich-text.tsx'
import type { XUser } from './state.ts'
import { store, update, useAppState, useUser } from './store.ts'
import { DisplayName } from './user-name.tsx'
import { useLabels } from './wording.ts'

/** Carries the account's numeric id in its name, as X's does. */
export function FollowButton({ user }: { readonly user: XUser }): ReactNode {
  const { words } = useLabels()
  const lang = useAppState((state) => state.settings.lang)
  const following = useAppState((state) => state.follows[user.id_str] ?? user.following)
  if (user.id_str === store.getState().session.user_id) return null
  const word = following ? words.following : words.follow
  const label = lang === 'ar' ? `${word} ${user.screen_name}@` : `${word} @${user.screen_name}`
  const press = (event: MouseEvent): void => {
    event.stopPropagation()
    update((state) => ({ follows: { ...state.follows, [user.id_str]: !following } }))
  }
  return (
    <div className="v follow-box" data-testid="placementTracking">
      <button type="button" role="button" aria-label={label} data-testid={`${user.id_str}-${following ? 'unfollow' : 'follow'}`} className={following ? 'v pill outline hand' : 'v pill ink hand'} onClick={press}>
        <div dir="ltr" className="t bold flex middle"><span className="s"><span className="s">{word}</span></span></div>
      </button>
    </div>
  )
}

export const FollowsYou = ({ user }: { readonly user: XUser }): ReactNode => {
  const { words } = useLabels()
  return user.followed_by ? <div className="v fixed"><div dir="ltr" data-testid="userFollowIndicator" className="t quiet follows-you"><span className="s">{words.followsYou}</span></div></div> : null
}

export const HandleLink = ({ user }: { readonly user: XUser }): ReactNode => (
  <a href={`/${user.screen_name}`} role="link" tabIndex={-1} className="v shrink most hand"><div className="v shrink most"><div dir="ltr" className="t quiet most clip ellipsis nowrap"><span className="s">@{user.screen_name}</span></div></div></a>
)

interface UserCellProps {
  readonly index: number
  /** X uses several elements for the same thing; a list item without a bio stands beside the page. */
  readonly as?: 'button' | 'div' | 'li'
  readonly bio?: boolean
}

/** One account in a list of accounts. */
export function UserCell({ index, as = 'button', bio = true }: UserCellProps): ReactNode {
  const user = useUser(index)
  const open = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a, [data-testid$=follow]')) return
    navigate(`/${user.screen_name}`)
  }
  const inside = (
    <div className="v row">
      <div className="v avatar-column"><div className="v"><Avatar user={user} size={40} /></div></div>
      <div className="v grow shrink">
        <div className="v row apart middle">
          <div className="v shrink">
            <div className="v shrink most">
              <div className="v row"><a href={`/${user.screen_name}`} role="link" className="v shrink most hand underline"><DisplayName user={user} /></a></div>
              <div className="v row middle shrink"><div className="v shrink most"><HandleLink user={user} /></div><FollowsYou user={user} /></div>
            </div>
          </div>
          <FollowButton user={user} />
        </div>
        {bio && user.description !== '' && <div dir="auto" className="t words bio"><RichText text={user.description} /></div>}
      </div>
    </div>
  )
  const role = as === 'li' ? 'listitem' : 'button'
  return createElement(as, { role, ...(as === 'button' ? { type: 'button' } : { tabIndex: 0 }), 'data-testid': 'UserCell', className: 'v user-cell hand', onClick: open }, <div className="v">{inside}</div>)
}
