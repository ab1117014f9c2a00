import { accountFactsOf } from '../domain/account-facts'
import { keyOf } from '../domain/handle'
import { scoreOf } from '../domain/influence-score'
import { originOf } from '../domain/join-facts'
import { markOf } from '../domain/mark-rules'
import { type Face, faceOf } from '../features/people/badge-face'
import { withMark, withOldScore } from '../features/people/badge-mark'
import type { TabMemory } from '../features/people/tab-memory'
import type { PageSettings } from '../features/preferences/page-settings'
import type { NamedPlace } from '../page/badge-layer'
import { badgeWords } from './badge-words'

const DAY = 86_400_000

/** Makes what says how a place's badge looks right now: by the numbers on the page and by those that are kept, each from where it is surest. */
export function makeFace(memory: TabMemory, settings: () => PageSettings | undefined): (place: NamedPlace) => Face {
  const words = badgeWords()
  return ({ handle, post }) => {
    const now = Date.now()
    const held = settings()
    const card = memory.cardOf(handle)
    const facts = memory.factsOf(handle)
    const score = facts && scoreOf(accountFactsOf(facts, now), held?.numbers)
    const face = faceOf(handle, card, score, words)
    if (!held) return face
    const isOld = facts !== undefined && now - originOf(facts, 'followers').seenAt > held.staleDays * DAY
    const { followers, verified, lang } = facts ?? {}
    const rule = held.rules.length > 0 ? markOf({ key: keyOf(handle), followers, score, verified, lang: post?.lang ?? lang, tags: card?.tags ?? [] }, held.rules, held.limits) : undefined
    return withMark(isOld ? withOldScore(face, words.old(held.staleDays)) : face, rule ?? card?.mark)
  }
}
