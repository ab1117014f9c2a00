import type { PersonCard, Sighting } from '../domain/card'
import type { PersonId } from '../domain/change'
import { crmMarks } from '../features/crm/badge-worker'
import { connectionNow } from '../features/crm/connection-worker'
import { takeTurn, watchCrm } from '../features/crm/crm-worker'
import { forgetPerson } from '../features/crm/forget-person-worker'
import { rewriteCrmCache } from '../store/crm-cache'
import { openStore } from '../store/open-store'
import { readGroupOf } from '../store/read-group'

/** Sees to it that notes go to the CRM and changes come from it. Call it in the first turn. */
export function watchTheCrm(): void {
  watchCrm()
}

/** What was looked up, with what the CRM adds to it out of what is kept: both are read side by side. */
export async function withMarks<Found extends { readonly cards: readonly PersonCard[] }>({ sightings }: { readonly sightings: readonly Sighting[] }, looking: Promise<Found>): Promise<Found> {
  const [found, marking] = await Promise.all([looking, crmMarks(sightings)])
  return { ...found, cards: marking(found.cards) }
}

/** What was written may be for the CRM: it goes on its way behind whatever is answered. */
export function tellCrm(): void {
  void takeTurn().catch(console.error)
}

/** Forgets what is kept of somebody beside a CRM, before they are erased here: afterwards nobody knows by which handles. */
export async function forgetInCrm(person: PersonId): Promise<void> {
  await forgetPerson(await readGroupOf((await openStore()).transaction('people').store, person))
}

/** What is kept beside a CRM is made anew. */
export async function rewriteBesideCrm(): Promise<void> {
  if (await connectionNow()) await rewriteCrmCache()
}
