import { FACTS_FOUND, FACTS_WANTED, NO_STATE } from './page/facts-events'
import { createFactsIndex } from './page/facts-index'
import { readStateUsers } from './page/x-state'

/**
 * Runs in the page's own world, registered only after consent, before the page's first script. It hands over what X's
 * state says of accounts that the content script names, in the same turn: nothing is patched, no request is made, and
 * nothing but users is read. It says nothing unless asked.
 */
const { parse, stringify } = JSON
const Announcement = CustomEvent
const dispatch = document.dispatchEvent.bind(document)
const findFacts = createFactsIndex()

function answer(question: unknown): unknown {
  const users = readStateUsers(document)
  return users === undefined ? NO_STATE : findFacts(users, parse(question as string) as readonly unknown[])
}

document.addEventListener(
  FACTS_WANTED,
  (event) => {
    try {
      event.stopImmediatePropagation()
      dispatch(new Announcement(FACTS_FOUND, { detail: stringify(answer((event as CustomEvent<unknown>).detail)) }))
    } catch {
      // A question of the page's own making, or a state like none we know: the asking side takes silence for an answer.
    }
  },
  true,
)
