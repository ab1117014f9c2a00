import { ask } from '../contract/ask'
import { editShareOf } from '../features/canned-replies/edit-share'
import { isReady, type PreparedReply, prepareReply, type ReplySituation, useOf } from '../features/canned-replies/prepare-reply'
import type { FromPicker, ToPicker, Writing } from '../features/canned-replies/picker-talk'
import type { Reply } from '../features/canned-replies/reply'
import type { ReplyUse, UseId } from '../features/canned-replies/reply-use'
import { prepareSearch } from '../features/canned-replies/search/search-replies'
import type { PersonView } from '../features/people/people-messages'
import { DEFAULTS, readSettings, type Settings } from '../settings/settings'
import { makeSituation } from './make-situation'

/** What the picker shows. */
export interface PickerState {
  readonly theme: 'light' | 'dark'
  /** Counts the openings: each begins anew. */
  readonly turn: number
  readonly isOpen: boolean
  readonly replies: readonly Reply[]
  readonly situation: ReplySituation
  readonly handle: string | undefined
  /** The reply that a typed trigger asked for, where it needs something first. */
  readonly asked: Reply | undefined
  /** Keys that came before the field was there. */
  readonly typed: string
}

/** What can be done in the picker. */
export interface PickerActions {
  begin(): Promise<void>
  hear(message: ToPicker): void
  /** What is shown has another size now. */
  sized(): void
  insert(prepared: PreparedReply): void
  leave(typed: string): void
}

const NOBODY: Writing = { surface: 'post', selection: '', draft: '', below: [] }

/** Makes the actions; `say` goes to the script at the composer, `draw` paints at once, `measure` tells how high that became. */
export function makePickerActions(theme: PickerState['theme'], say: (said: FromPicker) => void, draw: (state: PickerState) => void, measure: () => number): PickerActions {
  let replies: readonly Reply[] = []
  let settings: Settings = DEFAULTS
  let writing = NOBODY
  let view: PersonView | undefined
  let uses: readonly ReplyUse[] = []
  let use: ReplyUse | undefined
  let words = ''
  let state: PickerState = { theme, turn: 0, isOpen: false, replies, situation: situationNow(), handle: undefined, asked: undefined, typed: '' }

  function situationNow(): ReplySituation {
    const { surface, account, subject, post, lang, draft, selection, below } = writing
    return makeSituation({ surface, account, subject, view, settings, uses, replies, post, lang, draft, selection, below, now: Date.now(), seed: seed() })
  }

  function set(part: Partial<PickerState>): void {
    state = { ...state, ...part }
    draw(state)
  }

  /** All of it again: a reply may have been written in another tab, a note a moment ago. */
  async function fetchAll(): Promise<void> {
    const { subject, post } = writing
    const asked = writing
    const [all, held, person] = await Promise.all([ask('canned-replies/list'), readSettings(), subject ? ask('people/view', subject) : undefined])
    const earlier = await ask('canned-replies/uses', { person: person?.person?.id, thread: post })
    if (asked !== writing) return
    replies = all
    settings = held
    view = person
    uses = earlier
    say({ say: 'ready', triggers: replies.flatMap(({ archived, trigger, aliases }) => (archived ? [] : [trigger, ...aliases])).filter((trigger) => trigger !== '') })
    set({ replies, situation: situationNow() })
    requestIdleCallback(() => prepareSearch(all))
  }

  function turnTo(next: Writing, theme: PickerState['theme'], part: Partial<PickerState>): void {
    const isOther = next.subject?.handle !== writing.subject?.handle || next.post !== writing.post
    writing = next
    // What was fetched for somebody else must not greet this person.
    if (isOther) [view, uses] = [undefined, []]
    set({ theme, turn: state.turn + 1, isOpen: false, typed: '', asked: undefined, situation: situationNow(), handle: next.subject?.handle, ...part })
  }

  function expand(trigger: string): void {
    const reply = situationNow().find(trigger)
    if (!reply) return say({ say: 'cancel', typed: '' })
    const prepared = prepareReply(reply, state.situation)
    if (isReady(prepared)) return insert(prepared)
    set({ isOpen: true, asked: reply })
    say({ say: 'show', height: measure() })
  }

  function insert(prepared: PreparedReply): void {
    if (!prepared.filled) return
    words = prepared.filled.text
    use = useOf(prepared, { ...state.situation, now: Date.now() }, crypto.randomUUID() as UseId)
    say({ say: 'insert', text: words, stops: prepared.filled.stops.map(({ at, end }) => ({ at, end })) })
  }

  function tell(part: Partial<ReplyUse>): void {
    if (!use) return
    use = { ...use, ...part }
    void ask('canned-replies/used', use).catch(() => undefined)
  }

  function hear(message: ToPicker): void {
    if (message.say === 'prepare') turnTo(message.writing, message.theme, {})
    if (message.say === 'open') turnTo(message.writing, message.theme, { isOpen: true })
    if (message.say === 'expand') void awaitPerson(message)
    if (message.say === 'prepare' || message.say === 'open') void fetchAll().catch(() => undefined)
    if (message.say === 'typed') set({ typed: state.typed + message.text })
    if (message.say === 'closed') set({ isOpen: false, turn: state.turn + 1, asked: undefined })
    if (message.say === 'done') done(message.outcome)
    if (message.say === 'undone') tell({ undone: true })
    if (message.say === 'sent') tell({ editShare: editShareOf(words, message.text) })
  }

  function done(outcome: 'inserted' | 'copied' | 'failed'): void {
    if (outcome === 'failed') use = undefined
    tell({})
    set({ isOpen: false, turn: state.turn + 1, asked: undefined })
  }

  /** A trigger is filled at once: unless it is for somebody whom the last question was not about. */
  async function awaitPerson({ writing: next, theme, trigger }: Extract<ToPicker, { say: 'expand' }>): Promise<void> {
    const isOther = next.subject?.handle !== writing.subject?.handle || next.post !== writing.post
    turnTo(next, theme, {})
    if (isOther) await fetchAll().catch(() => undefined)
    expand(trigger)
  }

  return {
    begin: () => fetchAll(),
    hear,
    insert,
    leave: (typed) => say({ say: 'cancel', typed }),
    sized() {
      if (state.isOpen) say({ say: 'show', height: measure() })
    },
  }
}

function seed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}
