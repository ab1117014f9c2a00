import type { Answers } from '../contract/answer'
import { dueFacts, keepFacts, keepScores } from '../features/influence/facts-worker'
import type { InfluenceQuestions } from '../features/influence/influence-messages'
import { toJudgedFacts, toNewScores } from '../features/influence/seen-facts'
import { record } from '../store/journal'
import { isNewer, openStore } from '../store/open-store'

/** What the background answers about influence. The badges say it already, so no tab is told. */
export const influenceAnswers: Answers<InfluenceQuestions> = {
  'influence/saw': {
    shape: (asked) => toJudgedFacts(asked, Date.now()),
    run: async (judged) => {
      const store = await openStore()
      const due = isNewer(store) ? [] : await dueFacts(store, judged)
      if (due.length > 0) await record(store, nobody(), (transaction) => keepFacts(transaction, due))
    },
  },
  'influence/judged': {
    shape: toNewScores,
    run: async (scores) => void (await record(await openStore(), nobody(), (transaction) => keepScores(transaction, scores))),
  },
}

/** Nobody in particular: the page showed it. */
function nobody(): { readonly by: string; readonly now: number } {
  return { by: '', now: Date.now() }
}
