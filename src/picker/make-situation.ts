import type { Subject } from '../domain/subject'
import type { ReplySituation } from '../features/canned-replies/prepare-reply'
import type { ThreadPost } from '../features/canned-replies/guards/guard'
import type { Reply } from '../features/canned-replies/reply'
import type { ReplyUse, Surface } from '../features/canned-replies/reply-use'
import { foldTrigger } from '../features/canned-replies/typed-trigger'
import { LIMITS } from '../features/canned-replies/length/weighted-length'
import { usageOf } from '../features/canned-replies/usage'
import { detailValues, languageIn, moodIn, stageIn } from '../features/canned-replies/template/detail-values'
import { valuesFor } from '../features/canned-replies/template/facts'
import type { PersonView } from '../features/people/people-messages'
import type { Handle, PostId } from '../domain/handle'
import type { Settings } from '../settings/settings'

/** All that a situation is made of. */
export interface SituationParts {
  readonly surface: Surface
  /** The account that writes; our first one where nobody knows. */
  readonly account?: Handle | undefined
  readonly subject: Subject | undefined
  readonly view: PersonView | undefined
  readonly settings: Settings
  readonly uses: readonly ReplyUse[]
  readonly replies: readonly Reply[]
  readonly post?: PostId | undefined
  /** The language that X gives the post that is answered. */
  readonly lang?: string | undefined
  readonly draft?: string
  /** What stands below the post that is answered. */
  readonly below?: readonly ThreadPost[]
  readonly selection?: string
  readonly now: number
  readonly seed: number
}

/** Joins what is known of a person, of us and of the place to what replies are filled from. */
export function makeSituation({ surface, account: writer, subject, view, settings, uses, replies, post, lang, draft = '', selection = '', below = [], now, seed }: SituationParts): ReplySituation {
  const person = view?.person
  const details = person?.details ?? []
  const account = writer ?? settings.brandAccounts[0]
  const known = {
    name: person?.name ?? subject?.name,
    handle: subject?.handle,
    tags: person?.tags ?? [],
    agent: settings.myName,
    initials: settings.myInitials,
    brand: account && `@${account}`,
    contacts: person?.contacts,
    followers: subject?.facts?.followers,
    lastContact: person?.lastContact,
    postUrl: subject?.post,
    surface,
    lang,
    more: { ...detailValues(details), ...(selection !== '' && { selection }) },
  }
  return {
    values: valuesFor(known, now),
    surface,
    limit: surface === 'dm' ? settings.directLimit : settings.longPosts ? LIMITS.long : LIMITS.post,
    directReply: settings.directReply,
    lifecycle: stageIn(details),
    sentiment: moodIn(details),
    team: settings.myTeam || undefined,
    numbering: settings.threadNumbering,
    languages: [languageIn(details), lang].flatMap((one) => one ?? []),
    uses,
    usage: usageOf(uses),
    person: person?.id,
    post,
    thread: post,
    draft,
    now,
    seed,
    around: { account, team: settings.myTeam || undefined, customer: subject?.handle, tags: person?.tags, thread: below, ours: [...settings.brandAccounts, ...settings.colleagues], rules: settings },
    find: (trigger) => replies.find((reply) => [reply.trigger, ...reply.aliases].some((one) => one !== '' && foldTrigger(one) === foldTrigger(trigger))),
  }
}
