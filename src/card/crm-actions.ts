import { onAnnouncement } from '../contract/announce'
import { ask } from '../contract/ask'
import type { Stamp } from '../domain/clock'
import type { ContactId } from '../domain/crm'
import { keyOf } from '../domain/handle'
import type { CrmActions } from '../features/crm/crm-part'
import { word } from '../ui/words'
import { attempt, type CardPlace, type CardWays } from './card-place'

/** What is done with the CRM from a card, and the following of what it says. */
export interface CardCrm extends CrmActions {
  /** Reads what is kept, has the CRM asked anew, and follows both until the signal. */
  follow(signal: AbortSignal): void
}

/** Makes the CRM's actions of one card. */
export function makeCrmActions(place: CardPlace, { say }: Pick<CardWays, 'say'>): CardCrm {
  const { subject } = place.state().view
  const read = async (reread: boolean): Promise<void> => {
    // Beside the card and never before it: a card does not wait for a CRM.
    const crm = await ask('crm/view', { subject, reread })
    if (crm || place.state().crm) place.set({ crm })
  }
  const act = async (run: () => Promise<unknown>): Promise<string | undefined> => {
    const failed = await attempt(run)
    if (failed === undefined) void attempt(() => read(false))
    return failed
  }
  const link = (contact: ContactId) => act(() => ask('crm/link', { subject, contact }))
  return {
    follow: (signal) => {
      void attempt(() => read(true))
      onAnnouncement((heard) => void (heard.announce === 'people/changed' && heard.keys.includes(keyOf(subject.handle)) && attempt(() => read(false))), signal)
    },
    send: (change: Stamp) => void act(() => ask('crm/send', change)).then(say),
    replace: (change: Stamp) => void act(() => ask('crm/replace', change)).then(say),
    drop: (change: Stamp) => void act(() => ask('crm/drop', change)).then(say),
    alike: (email) => ask('crm/alike', { subject, email }),
    create: (email) => act(() => ask('crm/create', { subject, email })),
    link,
    unlink: () => {
      const [before] = place.state().crm?.contacts ?? []
      void act(() => ask('crm/unlink', subject)).then((failed) => {
        if (failed !== undefined) return say(failed)
        place.set({ toast: { text: word('crmUnlinked'), ...(before && { again: { label: word('crmLinkBack'), run: () => void link(before.id).then(say) } }) } })
      })
    },
  }
}
