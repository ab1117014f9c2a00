/** Questions of the script at the composer, and of the picker in its frame. */
export interface PickerQuestions {
  /** Brings the script that helps with writing into the tab that asks. */
  'composer/help': () => void
  /** A ticket for one picker: good once, for five seconds, in the tab that asked. */
  'composer/ticket': () => string
  /** Throws for a ticket that is not good. */
  'composer/redeem': (asked: { readonly ticket: string; readonly holder: string }) => void
}
