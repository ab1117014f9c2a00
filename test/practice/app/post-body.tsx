/** @jsxImportSource react */
import type { MouseEvent, ReactNode } from 'react'
import type { Post } from '../posts.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { navigate } from './navigation.ts'
import { photograph } from './pictures.ts'
import { postAt } from './post-data.ts'
import { RichText } from './rich-text.tsx'
import type { XUser } from './state.ts'
import { update, useAppState, useUser } from './store.ts'
import { UserName } from './user-name.tsx'
import { useLabels } from './wording.ts'

const LONG = 330

/** The words of a post; long ones are cut until "Show more" is pressed, and then grow in place. */
export function PostText({ post, focal }: { readonly post: Post, readonly focal: boolean }): ReactNode {
  const { words } = useLabels()
  const expanded = useAppState((state) => state.expanded[post.id] ?? false) || focal
  const cut = !expanded && post.text.length > LONG
  const shown = cut ? post.text.slice(0, post.text.lastIndexOf(' ', LONG - 50)) : post.text
  return (
    <>
      <div dir="auto" lang={post.lang} className={focal ? 't words focal-words' : 't words'} id={`text-${post.id}`} data-testid="tweetText"><RichText text={shown} /></div>
      {cut && <button dir="ltr" type="button" role="button" data-testid="tweet-text-show-more-link" className="t link show-more" onClick={() => update((state) => ({ expanded: { ...state.expanded, [post.id]: true } }))}><span className="s">{words.showMore}</span></button>}
    </>
  )
}

/** A picture, with a link of its own to the post. */
export function PostPicture({ post, user }: { readonly post: Post, readonly user: XUser }): ReactNode {
  const url = photograph(post.index)
  return (
    <div className="v"><div className="v"><div className="v media"><div className="v">
      <a href={`/${user.screen_name}/status/${post.id}/photo/1`} role="link" className="v hand">
        <div className="v"><div className="block" style={{ paddingBottom: '56.25%' }} /><div className="fill">
          <div aria-label="Image" className="v fill" data-testid="tweetPhoto" style={{ margin: 0 }}>
            <div className="v fill cover" style={{ backgroundImage: `url("${url}")` }} /><img alt="Image" draggable src={url} className="unseen" />
          </div>
        </div></div>
      </a>
    </div></div></div></div>
  )
}

/** A film: X wraps it in the same marker that advertisements have, only inside the article. */
export function PostVideo({ post }: { readonly post: Post }): ReactNode {
  const url = photograph(post.index)
  const control = (name: string): ReactNode => <div className="v"><button type="button" role="button" aria-label={name} className="v hand film-control"><div dir="ltr" className="t flex middle"><Icon name="more" /><span className="s" /></div></button></div>
  return (
    <div className="v"><div className="v"><div className="v media"><div className="v" data-testid="placementTracking">
      <div className="v" data-testid="videoPlayer"><div className="block" style={{ paddingBottom: '56.25%' }} /><div className="fill"><div className="v fill" data-testid="videoComponent">
        <div className="v fill cover" style={{ backgroundImage: `url("${url}")` }} /><div className="v film-bar row">{control('Play')}<div className="v grow" /><div dir="ltr" className="t film-time"><span className="s">0:{10 + (post.index % 50)}</span></div>{control('Sound')}{control('Settings')}</div>
      </div></div></div>
    </div></div></div></div>
  )
}

/** A quoted post: a box that acts as a link, without a single link to its author inside. */
export function Quote({ index }: { readonly index: number }): ReactNode {
  const post = postAt(index)
  const user = useUser(post.author)
  const { words } = useLabels()
  const open = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a')) return
    event.stopPropagation()
    navigate(`/${user.screen_name}/status/${post.id}`)
  }
  return (
    <div aria-labelledby={`quote-${post.id}`} className="v">
      <div className="v">
        <div dir="ltr" className="t hidden" id={`quote-${post.id}`}><span className="s">{words.quote}</span></div>
        <div tabIndex={0} role="link" className="v quote hand" onClick={open}>
          <div className="v"><div className="v quote-head"><div className="v row middle">
            <div className="v quote-avatar"><div className="v" data-testid="Tweet-User-Avatar"><div className="v"><Avatar user={user} size={24} linked={false} /></div></div></div>
            <div className="v shrink"><UserName user={user} at={post.createdAt} postId={`q-${post.id}`} quoted /></div>
          </div></div></div>
          {post.text !== '' && <div className="v quote-text"><div dir="auto" lang={post.lang} className="t words" data-testid="tweetText" style={{ WebkitLineClamp: 5 }}><RichText text={post.text} linked={false} /></div></div>}
          {post.picture && <div className="v quote-picture"><PostPicture post={post} user={user} /></div>}
        </div>
      </div>
    </div>
  )
}
