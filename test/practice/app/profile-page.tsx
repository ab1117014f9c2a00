/** @jsxImportSource react */
import { useEffect, useState, type ReactNode } from 'react'
import { profileFeed } from '../feeds.ts'
import { personIndexOfId } from '../people.ts'
import { Avatar } from './avatar.tsx'
import { Feed, Spinner } from './feed.tsx'
import { Icon, VerifiedMark } from './icons.tsx'
import { FollowCounts } from './layers.tsx'
import { TitleBar } from './title-bar.tsx'
import { NameText, RichText } from './rich-text.tsx'
import { useProfileSchema } from './profile-schema.ts'
import type { XUser } from './state.ts'
import { arrive, findUser, options, useAppState } from './store.ts'
import { FollowButton, FollowsYou } from './user-cell.tsx'
import { shortNumber, useLabels, useLanguage } from './wording.ts'

function Names({ user }: { readonly user: XUser }): ReactNode {
  const { words } = useLabels()
  return (
    <div className="v names" data-testid="UserName"><div className="v"><div className="v">
      <div className="v"><div className="v"><div className="v row"><div dir="ltr" className="t big-name flex middle">
        <span className="s most clip ellipsis nowrap"><NameText text={user.name} /></span>
        {user.is_blue_verified && <span className="s flex"><span className="s"><span className="s"><div className="v"><button type="button" role="button" aria-label={words.verified} className="v hand"><VerifiedMark label={words.verified} business={user.verified_type === 'Business'} /></button></div></span></span></span>}
      </div></div></div></div>
      <div className="v row middle"><div tabIndex={-1} className="v"><div className="v"><div dir="ltr" className="t quiet"><span className="s">@{user.screen_name}</span></div></div></div><FollowsYou user={user} /></div>
    </div></div></div>
  )
}

function Items({ user }: { readonly user: XUser }): ReactNode {
  const { words } = useLabels()
  const joined = new Intl.DateTimeFormat(useLanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(user.created_at))
  return (
    <div dir="ltr" data-testid="UserProfileHeader_Items" className="t items">
      {user.location !== '' && <span dir="ltr" role="presentation" data-testid="UserLocation" className="s quiet item"><Icon name="pin" /><span className="s"><span className="s">{user.location}</span></span></span>}
      <a href={`/${user.screen_name}/about`} dir="ltr" role="link" data-testid="UserJoinDate" className="s quiet item"><Icon name="calendar" /><span className="s">{words.joined} {joined}</span></a>
    </div>
  )
}

/** The head of a profile; the same nodes serve one account after another. */
function Header({ user }: { readonly user: XUser }): ReactNode {
  const { words } = useLabels()
  return (
    <div className="v">
      <a href={`/${user.screen_name}/header_photo`} role="link" className="v cover-photo" style={{ background: `linear-gradient(100deg, hsl(${user.hue} 45% 55%), hsl(${(user.hue + 60) % 360} 50% 35%))` }} />
      <div className="v profile-head">
        <div className="v row apart"><div className="v profile-picture"><Avatar user={user} size={133} /></div>
          <div className="v row profile-actions"><button type="button" role="button" aria-label={words.more} data-testid="userActions" className="v pill outline hand"><Icon name="more" /></button><button type="button" role="button" aria-label={words.message} data-testid="sendDMFromProfile" className="v pill outline hand"><Icon name="chat" /></button><FollowButton user={user} /></div></div>
        <Names user={user} />
        {user.description !== '' && <div className="v"><div className="v"><div dir="auto" data-testid="UserDescription" className="t words"><RichText text={user.description} /></div></div></div>}
        <div className="v"><Items user={user} /></div>
        <FollowCounts user={user} />
      </div>
    </div>
  )
}

/** A profile; its content comes some time after the address has changed. */
export function ProfilePage({ handle }: { readonly handle: string }): ReactNode {
  const [shown, setShown] = useState<string>()
  const { words } = useLabels()
  const lang = useLanguage()
  const known = useAppState(() => findUser(handle)?.id_str)
  const user = useAppState((state) => (shown === undefined ? undefined : state.entities.users.entities[shown]))
  useEffect(() => {
    const timer = setTimeout(() => {
      const index = known === undefined ? undefined : personIndexOfId(known)
      if (index !== undefined) arrive([index])
      setShown(known)
    }, options.latency * 2)
    return () => clearTimeout(timer)
  }, [known])
  useProfileSchema(user)
  if (!user) return <><TitleBar title="Profile" /><Spinner /></>
  const index = personIndexOfId(user.id_str) ?? 0
  return (
    <>
      <TitleBar title={<NameText text={user.name} />} note={`${shortNumber(user.statuses_count, lang)} ${words.posts}`} />
      <Header user={user} />
      <div className="v boxed" />
      <Feed key={user.id_str} name={`profile-${user.id_str}`} label={`${words.timeline}: ${user.name}`} indices={profileFeed(index)} />
    </>
  )
}
