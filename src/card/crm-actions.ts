import { onAnnouncement } from '../contract/announce'
import { ask } from '../contract/ask'
import type { Stamp } from '../domain/clock'
import type { ContactId } from '../domain/crm'
import { keyOf } from '../domain/handle'
import type { CrmActions } from '../features/crm/crm-part'
import { sentenceOfError } from '../features/crm/trouble-words'
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
  const tell = (failed: string | undefined): void => say(failed && sentenceOfError(failed))
  const link = (contact: ContactId) => act(() => ask('crm/link', { subject, contact }))
  // What it says is no longer so, and it may stand over what comes next.
  const linkBack = (contact: ContactId): void => {
    place.set({ toast: undefined })
    void link(contact).then(tell)
  }
  return {
    follow: (signal) => {
      void attempt(() => read(true))
      onAnnouncement((heard) => void (heard.announce === 'people/changed' && heard.keys.includes(keyOf(subject.handle)) && attempt(() => read(false))), signal)
    },
    send: (change: Stamp) => void act(() => ask('crm/send', change)).then(tell),
    replace: (change: Stamp) => void act(() => ask('crm/replace', change)).then(tell),
    drop: (change: Stamp) => void act(() => ask('crm/drop', change)).then(tell),
    alike: (email) => ask('crm/alike', { subject, email }),
    create: (email) => act(() => ask('crm/create', { subject, email })),
    link,
    unlink: () => {
      const [before] = place.state().crm?.contacts ?? []
      void act(() => ask('crm/unlink', subject)).then((failed) => {
        if (failed !== undefined) return tell(failed)
        place.set({ toast: { text: word('crmUnlinked'), ...(before && { again: { label: word('crmLinkBack'), run: () => linkBack(before.id) } }) } })
      })
    },
  }
}
