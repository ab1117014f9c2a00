import type { Answers } from '../contract/answer'
import type { PersonId } from '../domain/change'
import { constantsWith } from '../domain/influence-weights'
import { dueFacts, type Judging, keepFacts, scoreSomeAgain } from '../features/influence/facts-worker'
import type { InfluenceQuestions } from '../features/influence/influence-messages'
import { toSeenFacts } from '../features/influence/seen-facts'
import { readSettings } from '../settings/settings'
import { record } from '../store/journal'
import { isNewer, openStore } from '../store/open-store'

/** What the background answers about influence. No badge says anything of it, so no tab is told. */
export const influenceAnswers: Answers<InfluenceQuestions> = {
  'influence/saw': {
    shape: (asked) => toSeenFacts(asked, Date.now()),
    run: async (seen) => {
      const [store, judging] = await Promise.all([openStore(), judgingNow()])
      if (isNewer(store)) return
      const due = await dueFacts(store, seen, judging)
      if (due.length > 0) await record(store, authorAt(judging), (transaction) => keepFacts(transaction, due, judging))
    },
  },
  'influence/score-again': {
    shape: (asked) => (typeof asked === 'string' && asked.length <= 64 ? (asked as PersonId) : undefined),
    run: async (after) => {
      const [store, judging] = await Promise.all([openStore(), judgingNow()])
      let next: PersonId | undefined
      const { rows } = await record(store, authorAt(judging), async (transaction) => {
        const scored = await scoreSomeAgain(transaction, after, judging)
        next = scored.next
        return scored.changes
      })
      return { changed: rows.length, next }
    },
  },
}

async function judgingNow(): Promise<Judging> {
  return { constants: constantsWith((await readSettings()).influence), now: Date.now() }
}

/** Nobody in particular: the page showed it. */
function authorAt({ now }: Judging): { readonly by: string; readonly now: number } {
  return { by: '', now }
}
