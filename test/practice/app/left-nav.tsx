/** @jsxImportSource react */
import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { Icon, type IconName } from './icons.tsx'
import { update, useUser } from './store.ts'
import { DisplayName } from './user-name.tsx'
import { useLabels } from './wording.ts'

/** X's left column: the way to every page, and the account that is logged in. */
export function LeftNav({ path }: { readonly path: string }): ReactNode {
  const { words } = useLabels()
  const user = useUser(0)
  const own = `/${user.screen_name}`
  const links: readonly (readonly [string, IconName, string, string])[] = [
    ['/home', 'home', words.home, 'AppTabBar_Home_Link'], ['/explore', 'search', words.explore, 'AppTabBar_Explore_Link'],
    ['/notifications', 'bell', words.notifications, 'AppTabBar_Notifications_Link'], ['/i/chat', 'chat', words.chat, 'AppTabBar_DirectMessage_Link'],
    ['/i/lists/1', 'lists', words.lists, 'AppTabBar_Lists_Link'], [own, 'person', words.profile, 'AppTabBar_Profile_Link'],
  ]
  return (
    <header role="banner" className="v banner"><div className="v nav-box"><div className="v nav-column">
      <div className="v nav-top">
        <div className="v"><h1 role="heading" className="v"><a href="/home" aria-label="X" role="link" className="v nav-brand hand"><Icon name="brand" className="icon large" /></a></h1></div>
        <nav aria-label="Primary" role="navigation" className="v nav-links">
          {links.map(([href, icon, word, testId]) => (
            <a key={testId} href={href} aria-label={word} role="link" data-testid={testId} className="v nav-link hand">
              <div className="v row middle nav-inner"><div className="v"><Icon name={icon} className="icon large" /></div><div dir="ltr" className={path.startsWith(href) ? 't nav-word bold' : 't nav-word'}><span className="s">{word}</span></div></div>
            </a>
          ))}
        </nav>
        <div className="v nav-post"><a href="/compose/post" aria-label={words.post} role="link" data-testid="SideNav_NewTweet_Button" className="v pill strong tall hand" onClick={(event) => { event.preventDefault(); update({ modal: {} }) }}><div dir="ltr" className="t bold"><span className="s">{words.post}</span></div></a></div>
      </div>
      <div className="v nav-account">
        <button aria-label={words.account} role="button" data-testid="SideNav_AccountSwitcher_Button" type="button" className="v row middle account hand">
          <div className="v"><Avatar user={user} size={40} linked={false} /></div>
          <div className="v shrink grow account-words"><DisplayName user={user} /><div dir="ltr" className="t quiet most clip ellipsis nowrap"><span className="s">@{user.screen_name}</span></div></div>
          <div className="v"><Icon name="more" /></div>
        </button>
      </div>
    </div></div></header>
  )
}
