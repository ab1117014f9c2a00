import { useEffect, useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { type Handle, toPostId } from '../domain/handle'
import type { Subject } from '../domain/subject'
import type { ReplySituation } from '../features/canned-replies/prepare-reply'
import type { Reply } from '../features/canned-replies/reply'
import { makeSituation, type SituationParts } from '../picker/make-situation'
import { readSettings } from '../settings/settings'

type Fetched = Pick<SituationParts, 'settings' | 'view' | 'uses'>

/** What replies are filled from, undefined until it is known; and the way to read it anew. */
export interface HeldSituation {
  readonly situation: ReplySituation | undefined
  readonly refetch: () => void
}

/** What replies are filled from in the popup: the person on the page, and us. */
export function useSituation(subject: Subject | undefined, account: Handle | undefined, isChat: boolean, replies: readonly Reply[]): HeldSituation {
  const [fetched, setFetched] = useState<Fetched>()
  const [seed] = useState(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
  const refetch = (): void => void fetchFor(subject).then(setFetched)
  useEffect(refetch, [subject])
  const post = toPostId(/\/status\/(\d+)/.exec(subject?.post ?? '')?.[1])
  return { situation: fetched && makeSituation({ ...fetched, account, surface: isChat ? 'dm' : post ? 'reply' : 'post', subject, replies, post, now: Date.now(), seed }), refetch }
}

async function fetchFor(subject: Subject | undefined): Promise<Fetched> {
  const [settings, view] = await Promise.all([readSettings(), subject ? ask('people/view', subject).catch(() => undefined) : undefined])
  const person = view?.person?.id
  return { settings, view, uses: person ? await ask('canned-replies/uses', { person }).catch(() => []) : [] }
}
