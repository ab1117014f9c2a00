import type { House } from '../content/house'
import { onAnnouncement } from '../contract/announce'
import { isConnected } from '../contract/ask'
import { type FromPicker, PALETTE_HEIGHT } from '../features/canned-replies/picker-talk'
import { foldTrigger } from '../features/canned-replies/typed-trigger'
import { caretRect } from '../page/caret-rect'
import { composerAt, isCompleting } from '../page/composer-context'
import { readEditor } from '../page/editor-text'
import { readTheme } from '../page/read-theme'
import { keepBeside, placeIn } from './keep-beside'
import { type KeyWish, wishOf } from './key-wish'
import { giveTyped, type Job } from './job'
import { openPicker, type PickerLink } from './picker-link'
import { isBehind, isUntouched, type PutReply, putReply, returnTo, step, takeOut } from './put-reply'
import { readWriting } from './read-writing'
import { watchSent } from './watch-sent'

/** What a composition's keys are called by their code. */
const COMPOSING = 229
/** A picker that never answers must not keep the keyboard, in ms. */
const PATIENCE = 3_000
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

/** Helps with writing in every composer of this page, from now on. */
export function startHelping(window: Window, house: House): void {
  const { document } = window
  const { signal } = house
  let picker: PickerLink | undefined
  let triggers: ReadonlySet<string> = new Set()
  let isAuto = false
  let job: Job | undefined
  let put: PutReply | undefined
  const about = (element: HTMLElement, trigger = '') => ({ writing: readWriting(element, house, trigger), theme: readTheme(document) })
  const beside = keepBeside(window, { entered, isBusy: () => job !== undefined, idle: () => drop(picker) }, signal)

  function entered(element: HTMLElement): void {
    if (job) return
    if (!isConnected()) return house.orphaned()
    picker ??= open()
    picker.say({ say: 'prepare', ...about(element) })
  }

  function open(): PickerLink {
    const opened = openPicker(document, heard, () => drop(opened))
    opened.ticket.catch(() => isConnected() || house.orphaned())
    return opened
  }

  function drop(which: PickerLink | undefined): void {
    if (!which || picker !== which) return
    which.drop()
    picker = undefined
    job = undefined
  }

  function heard(said: FromPicker): void {
    if (said.say === 'ready') [triggers, isAuto] = [new Set(said.triggers.map(foldTrigger)), said.isAuto]
    if (!job || job.isOver) return
    if (said.say === 'show') show(job, said.height)
    if (said.say === 'insert') void insert(job, said)
    if (said.say === 'cancel') void cancel(job, said.typed)
  }

  function show(shown: Job, height: number): void {
    shown.height = height
    picker?.show(shown.beside, height)
    if (!shown.isShown) picker?.focus()
    shown.isShown = true
  }

  function begin(wish: Pick<Job, 'trigger' | 'opener' | 'beside' | 'place'>): void {
    if (!isConnected()) return house.orphaned()
    picker ??= open()
    put = undefined
    const own: Job = { ...wish, isShown: false, height: PALETTE_HEIGHT, typed: '', isUnwanted: false, isOver: false }
    job = own
    window.setTimeout(() => void (job === own && !own.isShown && (job = undefined)), PATIENCE)
    const asked = about(wish.place.element, wish.trigger)
    picker.say(wish.trigger === '' ? { say: 'open', ...asked } : { say: 'expand', ...asked, trigger: wish.trigger })
    // A palette has the size it had: it need not wait until the picker has told.
    if (wish.trigger === '') show(own, PALETTE_HEIGHT)
  }
  async function insert(done: Job, { text, stops }: Extract<FromPicker, { say: 'insert' }>): Promise<void> {
    done.isOver = true
    picker?.hide()
    const result = await putReply(done.place, text, stops, done.trigger)
    const isIn = typeof result === 'object'
    // First: keys that came after that Backspace belong behind the trigger that it gives back.
    const isBack = isIn && done.isUnwanted && done.trigger !== '' && (await takeOut(result))
    if (isIn) await giveTyped(done)
    if (job === done) job = undefined
    put = isIn ? result : undefined
    picker?.say({ say: 'done', outcome: isIn ? 'inserted' : result })
    if (isBack) undone()
  }

  /** The trigger never went away; what opened a palette, and what was typed into it, comes back. */
  async function cancel(left: Job, typed: string): Promise<void> {
    left.isOver = true
    picker?.hide()
    await returnTo(left.place)
    await giveTyped(left, left.opener === '' ? '' : left.opener + typed)
    if (job === left) job = undefined
    picker?.say({ say: 'closed' })
  }

  function leave(): void {
    if (!job?.isShown || job.isOver) return
    job = undefined
    picker?.hide()
    picker?.say({ say: 'closed' })
  }

  function pressed(event: KeyboardEvent): void {
    const element = event.isTrusted && !event.isComposing && event.keyCode !== COMPOSING ? composerAt(event.target) : undefined
    if (!element || MODIFIERS.has(event.key)) return
    const last = put?.element === element ? put : undefined
    const isWhole = last !== undefined && isUntouched(last)
    const now = readEditor(element)
    const wish = wishOf(event, { ...now, triggers, isAuto, isCompleting: isCompleting(element), isJustExpanded: isWhole && last.trigger !== '' && isBehind(last, now), isWalking: last?.walk !== undefined })
    if (isWhole && isUndo(event)) undone()
    if (!wish || !grant(wish, element)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  function grant(wish: KeyWish, element: HTMLElement): boolean {
    if (wish.wish === 'step') return put !== undefined && step(put, wish.step)
    if (wish.wish === 'undo' && put) void takeBack(put)
    const here = { beside: caretRect(element), place: placeIn(element) }
    if (wish.wish === 'expand') begin({ ...here, trigger: wish.trigger, opener: '' })
    if (wish.wish === 'palette') begin({ ...here, trigger: '', opener: '/' })
    return true
  }

  /** Keys wait until the caret stands behind the trigger again: the editor selects it anew, and what is typed then would take its place. */
  async function takeBack(unwanted: PutReply): Promise<void> {
    const { element } = unwanted
    const own: Job = { place: placeIn(element), trigger: '', opener: '', beside: caretRect(element), isShown: false, height: PALETTE_HEIGHT, typed: '', isUnwanted: false, isOver: true }
    job = own
    if (await takeOut(unwanted)) undone()
    await giveTyped(own)
    if (job === own) job = undefined
  }

  function undone(): void {
    put = undefined
    picker?.say({ say: 'undone' })
  }

  /** The picker's keyboard: what the page would have got goes where it was meant to go. */
  function hold(event?: Event): void {
    if (!job) return
    const key = event instanceof KeyboardEvent && event.type === 'keydown' && !event.ctrlKey && !event.metaKey ? event.key : ''
    if (Array.from(key).length === 1) {
      if (job.isShown && !job.isOver) picker?.say({ say: 'typed', text: key })
      else job.typed += key
    }
    if (event?.type === 'keydown' && key === 'Backspace') {
      job.isUnwanted ||= job.typed === ''
      job.typed = job.typed.slice(0, -1)
    }
    if (job.isShown && !job.isOver) picker?.focus()
  }

  house.guest = {
    isOurs: (target) => target !== null && (target === beside.button || picker?.isOurs(target) === true),
    press(target) {
      const place = target === beside.button ? beside.place() : undefined
      if (place) begin({ trigger: '', opener: '', beside: beside.button.getBoundingClientRect(), place })
    },
    keyHolder: () => job && { focus: hold, close: () => void (job && !job.isOver && cancel(job, '')) },
  }
  window.addEventListener('keydown', pressed, { capture: true, signal })
  // Stays inside a window that became smaller.
  window.addEventListener('resize', () => job?.isShown && !job.isOver && show(job, job.height), { passive: true, signal })
  window.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && leave(), { capture: true, passive: true, signal })
  watchSent(window, () => put?.element, (element, text) => put?.element === element && picker?.say({ say: 'sent', text }), signal)
  onAnnouncement((said) => {
    if (said.announce === 'card/close') leave()
    if (said.announce === 'card/gone') void picker?.ticket.then((own) => own === said.ticket && drop(picker)).catch(() => undefined)
  }, signal)
  signal.addEventListener('abort', () => {
    drop(picker)
    delete house.guest
  })
}

function isUndo({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey
}
