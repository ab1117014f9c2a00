import { type Facts, toCount, toMoment, toName } from '../domain/facts'
import { fieldsOf } from '../domain/fields-of'
import { type Handle, toHandle, toXId } from '../domain/handle'
import { isSame } from './shown-handle'
import { PROFILE_FACTS } from './x-selectors'

const LONGEST_FACTS = 20_000

/**
 * The exact facts that X writes into a profile's head for search engines. X leaves the last profile's there for a while after it has opened
 * another, so they count only if they are about the profile that the address names.
 */
export function readProfileFacts(document: Document, profile: Handle, now: number): Facts | undefined {
  for (const script of document.querySelectorAll(PROFILE_FACTS)) {
    const facts = factsIn(parse(script.textContent ?? ''), now)
    if (facts && isSame(facts.handle, profile)) return facts
  }
  return undefined
}

type Fields = Readonly<Record<string, unknown>>

function factsIn(page: Fields, now: number): Facts | undefined {
  const account = fieldsOf(page['mainEntity'])
  const handle = toHandle(account['additionalName'])
  if (!handle) return undefined
  return {
    handle,
    xId: toXId(account['identifier']),
    name: toName(account['givenName']),
    followers: statistic(account, 'Follows'),
    following: statistic(account, 'Friends'),
    listed: undefined,
    posts: statistic(account, 'Tweets'),
    createdAt: toMoment(page['dateCreated']),
    source: 'profile',
    seenAt: now,
  }
}

function statistic(account: Fields, name: string): number | undefined {
  const all = account['interactionStatistic']
  const entry = Array.isArray(all) ? all.slice(0, 10).map(fieldsOf).find((fields) => fields['name'] === name) : undefined
  return toCount(entry?.['userInteractionCount'])
}

function parse(text: string): Fields {
  if (text.length > LONGEST_FACTS) return {}
  try {
    return fieldsOf(JSON.parse(text))
  } catch {
    return {} // Half written, or not JSON at all: no facts.
  }
}
