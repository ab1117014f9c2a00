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
