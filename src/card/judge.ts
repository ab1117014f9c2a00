import { accountFactsOf } from '../domain/account-facts'
import { withMoment } from '../domain/followers-seen'
import { influence } from '../domain/influence'
import { constantsWith } from '../domain/influence-weights'
import { joinFacts } from '../domain/join-facts'
import type { InfluencePanelProps } from '../features/influence/influence-panel'
import { DEFAULTS } from '../settings/settings'
import type { CardState } from './card-state'

/** How far the voice of whom a card or the popup shows carries: by what is kept of them and what the page says now, each fact from where it is surest. Undefined without followers. */
export function judge({ view: { stored, subject }, settings = DEFAULTS, now }: Pick<CardState, 'view' | 'settings' | 'now'>): InfluencePanelProps | undefined {
  const facts = subject.facts ? joinFacts(stored?.facts, subject.facts) : stored?.facts
  const judging = { constants: constantsWith(settings.influence), now, staleDays: settings.staleDays }
  const found = facts && influence(accountFactsOf(facts, now), judging.constants)
  return facts && found && { influence: found, facts, judging, moments: withMoment(stored?.moments ?? [], facts) }
}
