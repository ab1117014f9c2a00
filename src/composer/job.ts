import { insertText } from '../page/insert-text'
import type { Place } from './put-reply'

/** Something that the picker was asked for. */
export interface Job {
  readonly place: Place
  /** The typed trigger that the words will replace; a palette has none. */
  readonly trigger: string
  /** What a palette was opened with, and gives back when nothing came of it. */
  readonly opener: string
  readonly beside: DOMRect
  isShown: boolean
  height: number
  /** Keys that came while nothing could take them. */
  typed: string
  /** Backspace came among them: the expansion is taken back as soon as it is there. */
  isUnwanted: boolean
  /** It was answered or left: nothing more comes of it. */
  isOver: boolean
}

/** Puts words, and the keys that were held, where the caret stands; and the keys that come while those are put in, until none is left. */
export async function giveTyped(job: Job, first = ''): Promise<void> {
  let given = 0
  for (let words = first + job.typed; words !== ''; words = job.typed.slice(given)) {
    given = job.typed.length
    await insertText(job.place.element, words)
  }
}
