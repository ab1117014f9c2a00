/** @jsxImportSource react */
import type { ReactNode } from 'react'
import { VerifiedMark } from './icons.tsx'
import { NameText } from './rich-text.tsx'
import type { XUser } from './state.ts'
import { fullDate, shortAge, spokenAge, useLabels, useLanguage } from './wording.ts'

/** The display name with its mark, as in every place where X shows one. */
export function DisplayName({ user }: { readonly user: XUser }): ReactNode {
  const { words } = useLabels()
  return (
    <div className="v row middle shrink most">
      <div dir="ltr" className="t bold flex middle clip nowrap">
        <span className="s most clip ellipsis nowrap"><NameText text={user.name} /></span>
      </div>
      <div dir="ltr" className="t flex fixed"><span className="s flex middle">{user.is_blue_verified && <VerifiedMark label={words.verified} business={user.verified_type === 'Business'} />}</span></div>
    </div>
  )
}

const Handle = ({ user }: { readonly user: XUser }): ReactNode =>
  <div dir="ltr" className="t quiet most clip ellipsis nowrap row"><span className="s">@{user.screen_name}</span></div>

/** The post's age: a link to the post, but plain inside a quote and absent from an advertisement. */
function Age({ at, href }: { readonly at: number, readonly href: string | undefined }): ReactNode {
  const lang = useLanguage()
  const time = <time dateTime={new Date(at).toISOString()}>{shortAge(at, lang)}</time>
  if (href === undefined) return <div className="v"><div dir="ltr" aria-label={spokenAge(at, lang)} className="t quiet nowrap">{time}</div></div>
  return <a href={href} dir="ltr" aria-label={spokenAge(at, lang)} role="link" className="t quiet flex fixed nowrap hand underline">{time}</a>
}

interface UserNameProps {
  readonly user: XUser
  readonly at: number | undefined
  readonly postId: string
  /** A quote's inner name holds no link at all. */
  readonly quoted?: boolean
  /** The post that a page is about shows name and handle on two rows, and no age. */
  readonly focal?: boolean
}

/** The row that says whose post it is; it gives room in X's order: the name first, then the handle, never the age. */
export function UserName({ user, at, postId, quoted = false, focal = false }: UserNameProps): ReactNode {
  const href = `/${user.screen_name}`
  return (
    <div className={focal ? 'v shrink most' : 'v shrink most row middle'} data-testid="User-Name" id={`name-${postId}`}>
      <div className="v row middle shrink most">
        <div className="v shrink most">
          {quoted ? <div className="v shrink most"><DisplayName user={user} /></div> : <a href={href} role="link" className="v shrink most hand underline"><DisplayName user={user} /></a>}
        </div>
      </div>
      <div className={focal ? 'v row shrink' : 'v row shrink after-name'}>
        <div className="v row baseline shrink">
          <div className="v shrink most">
            {quoted ? <div tabIndex={-1} className="v shrink most"><Handle user={user} /></div> : <a href={href} role="link" tabIndex={-1} className="v shrink most hand"><Handle user={user} /></a>}
          </div>
          {at !== undefined && !focal && <div dir="ltr" aria-hidden="true" className="t quiet fixed dot"><span className="s">·</span></div>}
          {at !== undefined && !focal && <div className="v row fixed"><Age at={at} href={quoted ? undefined : `${href}/status/${postId}`} /></div>}
        </div>
      </div>
    </div>
  )
}

/** Below the text of the post that a page is about. */
export function FullDate({ user, at, postId }: { readonly user: XUser, readonly at: number, readonly postId: string }): ReactNode {
  const text = fullDate(at, useLanguage())
  return (
    <div dir="ltr" className="t quiet">
      <a href={`/${user.screen_name}/status/${postId}`} aria-label={text} role="link" className="s hand underline"><time dateTime={new Date(at).toISOString()}>{text}</time></a>
    </div>
  )
}
