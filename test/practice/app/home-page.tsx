/** @jsxImportSource react */
import { useMemo, type ReactNode } from 'react'
import { homeFeed } from '../feeds.ts'
import { Composer } from './composer.tsx'
import { Feed, postOnce, useSent } from './feed.tsx'
import { options, useAppState } from './store.ts'
import { useLabels } from './wording.ts'

/** The home timeline, with the composer on top. */
export function HomePage(): ReactNode {
  const { words } = useLabels()
  const inserted = useAppState((state) => state.inserted)
  const sent = useSent(undefined)
  const indices = useMemo(() => homeFeed(options), [])
  return (
    <>
      <div className="v tabs row" role="tablist">
        {[words.forYou, words.following].map((word, n) => (
          <div key={word} role="presentation" className="v tab-box"><a href="/home" role="tab" aria-selected={n === 0} className="v tab hand"><div dir="ltr" className={n === 0 ? 't bold' : 't quiet'}><span className="s">{word}</span>{n === 0 && <div className="v tab-line" />}</div></a></div>
        ))}
      </div>
      <div className="v boxed"><Composer /></div>
      <Feed name="home" label={`${words.timeline}: ${words.home}`} indices={indices} first={[...sent, ...inserted.map(postOnce)]} />
    </>
  )
}
