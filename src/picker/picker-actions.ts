import { ask } from '../contract/ask'
import { editShareOf } from '../features/canned-replies/edit-share'
import { isReady, type PreparedReply, prepareReply, type ReplySituation, useOf } from '../features/canned-replies/prepare-reply'
import type { FromPicker, ToPicker, Writing } from '../features/canned-replies/picker-talk'
import type { Reply } from '../features/canned-replies/reply'
import type { ReplyUse, UseId } from '../features/canned-replies/reply-use'
import { prepareSearch } from '../features/canned-replies/search/search-replies'
import type { PersonView } from '../features/people/people-messages'
import { DEFAULTS, readSettings, type Settings } from '../settings/settings'
import { word } from '../ui/words'
import type { WaitingThread } from '../features/canned-replies/waiting-thread'
import { makeSituation } from './make-situation'
import { bareTrigger } from '../features/canned-replies/typed-trigger'
import type { Parts } from '../features/canned-replies/thread'
import { makeThreadCourse } from './thread-course'

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
  /** What is left of a thread. */
  readonly thread: WaitingThread | undefined
  /** What became of the last copying, in a sentence. */
  readonly said: string
}

/** What can be done in the picker. */
export interface PickerActions {
  begin(): Promise<void>
  hear(message: ToPicker): void
  /** What is shown has another size now. */
  sized(): void
  /** `parts`: the posts of a thread, of which the first goes in. */
  insert(prepared: PreparedReply, parts?: Parts): void
  /** Puts in the part of a thread that waits. */
  insertNext(text: string): void
  forgetThread(): void
  /** Keeps what came of an earlier reply. */
  tellOutcome(use: ReplyUse): void
  copy(text: string): void
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
  const course = makeThreadCourse(() => state.thread, (thread) => set({ thread }))
  let state: PickerState = { theme, turn: 0, isOpen: false, replies, situation: situationNow(), handle: undefined, asked: undefined, typed: '', thread: undefined, said: '' }

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
    const [all, held, person, thread] = await Promise.all([ask('canned-replies/list'), readSettings(), subject ? ask('people/view', subject) : undefined, ask('composer/thread')])
    const earlier = await ask('canned-replies/uses', { person: person?.person?.id, thread: post })
    if (asked !== writing) return
    replies = all
    settings = held
    view = person
    uses = earlier
    say({ say: 'ready', triggers: replies.flatMap(({ archived, trigger, aliases }) => (archived ? [] : [trigger, ...aliases])).filter((trigger) => trigger !== ''), isAuto: settings.autoTriggers })
    set({ replies, thread, situation: situationNow() })
    requestIdleCallback(() => prepareSearch(all))
  }

  function turnTo(next: Writing, theme: PickerState['theme'], part: Partial<PickerState>): void {
    const isOther = next.subject?.handle !== writing.subject?.handle || next.post !== writing.post
    writing = next
    // What was fetched for somebody else must not greet this person.
    if (isOther) [view, uses] = [undefined, []]
    set({ theme, turn: state.turn + 1, isOpen: false, typed: '', said: '', asked: undefined, situation: situationNow(), handle: next.subject?.handle, ...part })
  }

  function expand(trigger: string): void {
    const { find } = situationNow()
    const reply = find(trigger) ?? find(bareTrigger(trigger))
    if (!reply) return say({ say: 'cancel', typed: '' })
    const prepared = prepareReply(reply, state.situation)
    if (isReady(prepared)) return insert(prepared)
    set({ isOpen: true, asked: reply })
    say({ say: 'show', height: measure() })
  }

  function insert(prepared: PreparedReply, parts?: Parts): void {
    if (!prepared.filled) return
    words = parts?.texts[0] ?? prepared.filled.text
    use = useOf(prepared, { ...state.situation, now: Date.now() }, crypto.randomUUID() as UseId)
    course.begin(parts, writing.subject?.handle)
    say({ say: 'insert', text: words, stops: parts ? [] : prepared.filled.stops.map(({ at, end }) => ({ at, end })) })
  }

  function insertNext(text: string): void {
    words = text
    use = undefined
    course.next()
    say({ say: 'insert', text, stops: [] })
  }

  function tellOutcome(told: ReplyUse): void {
    uses = uses.map((held) => (held.id === told.id ? told : held))
    set({ situation: situationNow() })
    void ask('canned-replies/used', told).catch(() => undefined)
  }

  function copy(text: string): void {
    navigator.clipboard.writeText(text).then(() => set({ said: word('threadCopied') }), () => set({ said: word('threadCopyFailed') }))
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
    if (message.say === 'undone') undone()
    if (message.say === 'sent') tell({ editShare: editShareOf(words, message.text) })
  }

  function done(outcome: 'inserted' | 'copied' | 'failed'): void {
    if (outcome === 'failed') use = undefined
    course.done(outcome)
    tell({})
    set({ isOpen: false, turn: state.turn + 1, asked: undefined })
  }

  function undone(): void {
    course.undone()
    tell({ undone: true })
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
    insertNext,
    forgetThread: course.forget,
    tellOutcome,
    copy,
    leave: (typed) => say({ say: 'cancel', typed }),
    sized() {
      if (state.isOpen) say({ say: 'show', height: measure() })
    },
  }
}

function seed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
}
