import type { WaitingThread } from './waiting-thread'

/** Questions of the script at the composer, and of the picker in its frame. */
export interface PickerQuestions {
  /** Brings the script that helps with writing into the tab that asks. */
  'composer/help': () => void
  /** A ticket for one picker: good once, for five seconds, in the tab that asked. */
  'composer/ticket': () => string
  /** What is left of the last thread. */
  'composer/thread': () => WaitingThread | undefined
  /** Keeps what is left of a thread for as long as the browser is open; without one it is forgotten. */
  'composer/keep-thread': (thread: WaitingThread | undefined) => void
  /** Throws for a ticket that is not good. */
  'composer/redeem': (asked: { readonly ticket: string; readonly holder: string }) => void
}
