/** @jsxImportSource react */
import { memo, type MouseEvent, type ReactNode } from 'react'
import type { Post } from '../posts.ts'
import { ActionBar } from './action-bar.tsx'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { navigate } from './navigation.ts'
import { PostPicture, PostText, PostVideo, Quote } from './post-body.tsx'
import { NameText } from './rich-text.tsx'
import type { XUser } from './state.ts'
import { useAppState, useUser } from './store.ts'
import { FullDate, UserName } from './user-name.tsx'
import { shortNumber, useLabels, useLanguage } from './wording.ts'

function SocialContext({ index }: { readonly index: number }): ReactNode {
  const user = useUser(index)
  const { words } = useLabels()
  return (
    <div className="v row context">
      <div className="v context-icon"><Icon name="repost" /></div>
      <div className="v shrink">
        <a href={`/${user.screen_name}`} dir="ltr" role="link" className="t quiet small bold hand underline clip ellipsis nowrap"><span className="s" data-testid="socialContext"><span dir="auto" className="s"><NameText text={user.name} /></span> {words.reposted}</span></a>
      </div>
    </div>
  )
}

function Corner({ promoted }: { readonly promoted: boolean }): ReactNode {
  const { words } = useLabels()
  const face = (name: 'grok' | 'more'): ReactNode => <div dir="ltr" className="t quiet flex middle face"><div className="v flex"><div className="v halo" /><Icon name={name} /></div></div>
  return (
    <div className="v fixed corner">
      <div className="v row middle">
        {promoted && <div className="v ad"><div dir="ltr" className="t quiet small"><span className="s">{words.ad}</span></div></div>}
        <div className="v row"><button aria-label={words.grok} role="button" type="button" className="v hand">{face('grok')}</button></div>
        <div className="v"><div className="v row"><div className="v"><button aria-expanded={false} aria-haspopup="menu" aria-label={words.more} role="button" data-testid="caret" type="button" className="v hand">{face('more')}</button></div></div></div>
      </div>
    </div>
  )
}

const Head = ({ post, user, focal }: { readonly post: Post, readonly user: XUser, readonly focal: boolean }): ReactNode => (
  <div className="v row apart top">
    <div className="v row shrink grow"><div className="v shrink most"><UserName user={user} at={post.promoted ? undefined : post.createdAt} postId={post.id} focal={focal} /></div></div>
    <Corner promoted={post.promoted} />
  </div>
)

const PostAvatar = ({ user }: { readonly user: XUser }): ReactNode => (
  <div className="v avatar-column"><div className="v" data-testid="Tweet-User-Avatar"><div className="v"><div className="v shrink most"><Avatar user={user} size={40} /></div></div></div></div>
)

function Views({ post }: { readonly post: Post }): ReactNode {
  const { counted } = useLabels()
  const lang = useLanguage()
  const [number, ...unit] = counted.view(post.counts.views).split(' ')
  return <><div dir="ltr" aria-hidden="true" className="t quiet dot"><span className="s">·</span></div><div dir="ltr" className="t"><span className="s bold">{shortNumber(Number(number?.match(/\d+/)?.[0] ?? 0), lang)}</span> <span className="s quiet">{unit.join(' ')}</span></div></>
}

/** One post. The one that a page is about is laid out differently and cannot be reached with the Tab key. */
export const Article = memo(function Article({ post, focal = false }: { readonly post: Post, readonly focal?: boolean }): ReactNode {
  const user = useUser(post.author)
  useAppState((state) => state.renders)
  const open = (event: MouseEvent): void => {
    if (event.defaultPrevented || focal) return
    if (event.target instanceof Element && event.target.closest('a, button, [role=link], [role=button], input, textarea')) return
    navigate(`/${user.screen_name}/status/${post.id}`)
  }
  const body = (
    <>
      {post.text !== '' && <div className="v"><PostText post={post} focal={focal} /></div>}
      {post.picture && <div className="v">{post.video ? <PostVideo post={post} /> : <PostPicture post={post} user={user} />}</div>}
      {post.quote !== undefined && <Quote index={post.quote} />}
    </>
  )
  const actions = <div className="v"><div className="v"><ActionBar post={post} user={user} focal={focal} /></div></div>
  return (
    <article aria-labelledby={`name-${post.id} text-${post.id} actions-${post.id}`} role="article" tabIndex={focal ? -1 : 0} data-testid="tweet" className={focal ? 'v focal' : 'v hand'} onClick={open}>
      <div className="v">
        <div className="v">
          <div className="v"><div className="v row"><div className="v top-gap" /></div></div>
          {post.repostedBy !== undefined && <div className="v"><SocialContext index={post.repostedBy} /></div>}
          <div className="v row">
            <PostAvatar user={user} />
            <div className="v grow content">{focal ? <Head post={post} user={user} focal /> : <><div className="v"><Head post={post} user={user} focal={false} /></div>{body}{actions}</>}</div>
          </div>
          {focal && <div className="v focal-body">{body}<div className="v row date-row"><FullDate user={user} at={post.createdAt} postId={post.id} /><Views post={post} /></div>{actions}</div>}
        </div>
      </div>
    </article>
  )
})
