/** @jsxImportSource react */
import { useState, type ReactNode } from 'react'
import { Article } from './article.tsx'
import { Avatar } from './avatar.tsx'
import { Composer } from './composer.tsx'
import { Icon } from './icons.tsx'
import { findPost } from './post-data.ts'
import { RichText } from './rich-text.tsx'
import type { AppState, Hover, RepostMenu, XUser } from './state.ts'
import { findArrived, update, useAppState } from './store.ts'
import { FollowButton, FollowsYou, HandleLink } from './user-cell.tsx'
import { DisplayName } from './user-name.tsx'
import { shortNumber, useLabels, useLanguage } from './wording.ts'

/** Who follows and who is followed, in short numbers, as links. */
export function FollowCounts({ user }: { readonly user: XUser }): ReactNode {
  const { words } = useLabels()
  const lang = useLanguage()
  const link = (list: string, n: number, word: string): ReactNode => (
    <div className="v count-link"><a href={`/${user.screen_name}/${list}`} dir="ltr" role="link" className="t hand underline"><span className="s bold"><span className="s">{shortNumber(n, lang)}</span></span> <span className="s quiet"><span className="s">{word}</span></span></a></div>
  )
  return <div className="v row">{link('following', user.friends_count, words.following)}{link('verified_followers', user.followers_count, words.followers)}</div>
}

function HoverContent({ user }: { readonly user: XUser }): ReactNode {
  return (
    <>
      <div className="v row apart"><div className="v"><Avatar user={user} size={64} /></div><FollowButton user={user} /></div>
      <div className="v"><div className="v row"><a href={`/${user.screen_name}`} role="link" className="v shrink most hand underline"><DisplayName user={user} /></a></div><div className="v row middle"><HandleLink user={user} /><FollowsYou user={user} /></div></div>
      {user.description !== '' && <div dir="auto" className="t words bio"><RichText text={user.description} /></div>}
      <div className="v bio"><FollowCounts user={user} /></div>
      <button type="button" role="button" className="v pill outline hand"><div dir="ltr" className="t bold"><span className="s">Profile Summary</span></div></button>
    </>
  )
}

function HoverCard({ hover }: { readonly hover: Hover }): ReactNode {
  const user = useAppState((state) => findArrived(state, hover.handle))
  return (
    <div data-testid="hoverCardParent" className="v hover-parent" style={{ left: `${hover.x}px`, top: `${hover.y}px` }}>
      <div className="v hover-fade"><div className="v"><div data-testid="HoverCard" className="v hover-card">
        {hover.loading || !user ? <div className="v spinner-box"><div role="progressbar" className="v spinner" /></div> : <HoverContent user={user} />}
      </div></div></div>
    </div>
  )
}

function ComposeModal({ replyTo, quote }: NonNullable<AppState['modal']>): ReactNode {
  const [post] = useState(() => (replyTo === undefined ? undefined : findPost(replyTo)))
  const [quoted] = useState(() => (quote === undefined ? undefined : findPost(quote)))
  const close = (): void => update({ modal: undefined })
  return (
    <div className="v modal-cover" onClick={(event) => { if (event.target === event.currentTarget) close() }}>
      <div role="dialog" aria-modal="true" className="v modal">
        <div className="v row modal-bar"><button type="button" role="button" aria-label="Close" data-testid="app-bar-close" className="v back hand" onClick={close}><Icon name="brand" /></button></div>
        {post && <div className="v"><Article post={post} /></div>}
        <Composer modal autoFocus quote={quoted && quoted.index >= 0 ? quoted : undefined} {...(replyTo === undefined ? {} : { replyTo })} />
      </div>
    </div>
  )
}

/** What X offers behind its Repost button; only quoting is played. */
function Menu({ menu: { post, x, y } }: { readonly menu: RepostMenu }): ReactNode {
  const { words } = useLabels()
  const close = (change: Partial<AppState> = {}): void => update({ menu: undefined, ...change })
  const item = (testId: string | undefined, icon: 'repost' | 'reply', label: string, onClick: () => void): ReactNode => (
    <div role="menuitem" tabIndex={0} data-testid={testId} className="v row middle menu-item hand" onClick={onClick}><Icon name={icon} /><div dir="ltr" className="t bold"><span className="s">{label}</span></div></div>
  )
  return (
    <div className="v menu-cover" onClick={() => close()}>
      <div role="menu" className="v menu" style={{ left: `${x}px`, top: `${y}px` }} onClick={(event) => event.stopPropagation()}>
        {item('retweetConfirm', 'repost', words.repost, () => close())}
        {item(undefined, 'reply', words.quote, () => close({ modal: { quote: post } }))}
      </div>
    </div>
  )
}

/** What lies above the page: the compose window, the menu of a button and the hover card. */
export function Layers(): ReactNode {
  const hover = useAppState((state) => state.hover)
  const modal = useAppState((state) => state.modal)
  const menu = useAppState((state) => state.menu)
  return <>{modal && <ComposeModal key={modal.replyTo ?? modal.quote ?? 'new'} {...modal} />}{menu && <Menu menu={menu} />}{hover && <HoverCard hover={hover} />}</>
}
