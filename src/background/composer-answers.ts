import browser from 'webextension-polyfill'
import { announceTo } from '../contract/announce'
import type { Answers, Asker } from '../contract/answer'
import { fieldsOf } from '../domain/fields-of'
import type { Subject } from '../domain/subject'
import type { PickerQuestions } from '../features/canned-replies/picker-messages'
import { toWaitingThread } from '../features/canned-replies/waiting-thread'
import { issueTicket, redeemTicket, toTicketId } from '../features/people/tickets-worker'

/** With a leading slash: Firefox reads it from where the asking page lies. */
const COMPOSER_HELP = '/src/composer-help.js'
/** Parts of a thread that wait are words for one person: they live as long as the browser does, and in no file. */
const THREAD = 'thread'

/** What the background answers to the script at the composer and to its picker. */
export const composerAnswers: Answers<PickerQuestions> = {
  'composer/help': {
    shape: () => undefined,
    run: async (_nothing, asker) => void (await browser.scripting.executeScript({ target: { tabId: tabOf(asker), frameIds: [0] }, files: [COMPOSER_HELP] })),
  },
  'composer/ticket': { shape: () => undefined, run: (_nothing, asker) => issueTicket(undefined, tabOf(asker), Date.now()) },
  'composer/thread': { shape: () => undefined, run: async () => toWaitingThread((await browser.storage.session.get(THREAD))[THREAD]) },
  'composer/keep-thread': {
    shape: toWaitingThread,
    run: (thread) => (thread ? browser.storage.session.set({ [THREAD]: thread }) : browser.storage.session.remove(THREAD)),
  },
  'composer/redeem': {
    shape: (asked) => {
      const { ticket, holder } = fieldsOf(asked)
      return { ticket: toTicketId(ticket), holder: toTicketId(holder) }
    },
    run: async ({ ticket, holder }, { tab }) => {
      try {
        await redeemTicket(ticket, holder, tab, Date.now(), refuseSubject)
      } catch (error) {
        if (tab !== undefined) void announceTo(tab, { announce: 'card/gone', ticket })
        throw error
      }
    },
  },
}

/** A card's ticket names somebody, a picker's nobody. */
function refuseSubject(subject: Subject | undefined): Promise<void> {
  return subject ? Promise.reject(new Error('This is not the ticket of a picker.')) : Promise.resolve()
}

function tabOf({ tab }: Asker): number {
  if (tab === undefined) throw new Error('A composer belongs to a tab.')
  return tab
}
