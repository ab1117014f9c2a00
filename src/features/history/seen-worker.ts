import browser from 'webextension-polyfill'
import type { ChangeBody, PersonId } from '../../domain/change'
import type { SeenPost } from '../../domain/contact'
import { type HandleKey, keyOf, postedAt, postUrl } from '../../domain/handle'
import type { ContactRow } from '../../domain/person'
import type { Subject } from '../../domain/subject'
import { personFor } from '../../store/person-for'
import type { WriteTransaction } from '../../store/transactions'
import { type Contact, contactOf, type Us } from './contact-rule'
import { NEW_PEOPLE_AN_HOUR, withinTheHour } from './new-people'

/** What seen posts come to. */
export interface Seen {
  readonly changes: readonly ChangeBody[]
  /** How many people become known by it. */
  readonly met: number
}

/**
 * The changes that seen posts make, by our own rule again, whatever the page said: each post once for ever, also when somebody took it back.
 * At most `room` people become known; of the others nothing is kept. `again` where the user asks for just these posts: then one that was taken back comes back.
 */
export async function recordSeen(transaction: WriteTransaction, seen: readonly SeenPost[], us: Us, room: number, newId: () => PersonId, again = false): Promise<Seen> {
  const changes: ChangeBody[] = []
  const posts = new Set<string>()
  const metNow = new Map<HandleKey, PersonId>()
  for (const post of seen) {
    const contact = contactOf(post, us)
    if (!contact || posts.has(post.post)) continue
    const held = await transaction.objectStore('contacts').get(post.post)
    if (held && !(again && held.fields['removed']?.[0] === true)) {
      changes.push(...placed(held, post))
      continue
    }
    posts.add(post.post)
    const key = keyOf(contact.other)
    const known = metNow.get(key)
    const { person, changes: before } = known ? { person: known, changes: [] } : await personFor(transaction, subjectOf(post, contact), newId)
    if (before.length > 0 && metNow.size >= room) continue
    if (before.length > 0) metNow.set(key, person)
    changes.push(...before, recorded(post, contact, person))
  }
  return { changes, met: metNow.size }
}

/** What one of the ways to a post did not know of it another may: of one that the page recorded X tells to which conversation it belongs. */
function placed({ person, fields }: ContactRow, { post, conversation }: SeenPost): readonly ChangeBody[] {
  return conversation === undefined || fields['conversation'] ? [] : [{ kind: 'contact/placed', person, post, conversation }]
}

function subjectOf({ xId, name }: SeenPost, { other }: Contact): Subject {
  return { handle: other, xId, name }
}

function recorded({ post, author, text, postedAt: claimed, conversation }: SeenPost, { direction, provenance }: Contact, person: PersonId): ChangeBody {
  return { kind: 'contact/recorded', person, post, url: postUrl(author, post), postedAt: postedAt(post) ?? claimed ?? 0, removed: false, text, direction, provenance, conversation }
}

const KEY = 'people met'
let turn: Promise<unknown> = Promise.resolve()

/** Runs with the number of people who may still become known in this hour, one at a time, and notes how many did. */
export function withRoom(now: number, run: (room: number) => Promise<number>): Promise<void> {
  const mine = turn.then(async () => {
    const moments = withinTheHour((await browser.storage.session.get(KEY))[KEY], now)
    const met = await run(NEW_PEOPLE_AN_HOUR - moments.length)
    if (met > 0) await browser.storage.session.set({ [KEY]: [...moments, ...Array.from({ length: met }, () => now)] })
  })
  turn = mine.catch(() => undefined)
  return mine
}
