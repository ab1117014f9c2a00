import type { Handle, PostId } from '../../domain/handle'
import type { Subject } from '../../domain/subject'

/** How high a palette is, in px: it need not be measured before it is shown. */
export const PALETTE_HEIGHT = 340

/** What is being written, as the page tells it. */
export interface Writing {
  readonly surface: 'post' | 'reply' | 'quote' | 'dm'
  /** The account that writes. */
  readonly account?: Handle | undefined
  /** Whom it goes to, where the page tells. */
  readonly subject?: Subject | undefined
  /** The post that it answers, and the language X gives that post. */
  readonly post?: PostId | undefined
  readonly lang?: string | undefined
  /** The words that are selected in the composer. */
  readonly selection: string
  /** What already stands in the composer. */
  readonly draft: string
  /** The post that is answered, and what stands below it in its conversation. */
  readonly below: readonly { readonly id: PostId; readonly author: Handle; readonly text: string }[]
}

/** Where the caret may go inside inserted words. */
export interface CursorStop {
  readonly at: number
  readonly end: number
}

/** What the script at the composer says to the picker in its frame. */
export type ToPicker =
  /** Somebody begins to write: fetch what will be needed. */
  | { readonly say: 'prepare'; readonly writing: Writing; readonly theme: 'light' | 'dark' }
  | { readonly say: 'open'; readonly writing: Writing; readonly theme: 'light' | 'dark' }
  | { readonly say: 'expand'; readonly writing: Writing; readonly theme: 'light' | 'dark'; readonly trigger: string }
  /** A key that was pressed before the picker had the keyboard. */
  | { readonly say: 'typed'; readonly text: string }
  | { readonly say: 'closed' }
  /** What became of the words that the picker gave last. */
  | { readonly say: 'done'; readonly outcome: 'inserted' | 'copied' | 'failed' }
  | { readonly say: 'undone' }
  /** What was inserted last was sent, like this. */
  | { readonly say: 'sent'; readonly text: string }

/** What the picker says to the script at the composer. */
export type FromPicker =
  | { readonly say: 'ready'; readonly triggers: readonly string[]; readonly isAuto: boolean }
  /** It has something to show, this high. */
  | { readonly say: 'show'; readonly height: number }
  | { readonly say: 'insert'; readonly text: string; readonly stops: readonly CursorStop[] }
  /** Nothing is inserted; what was typed into it goes back where it came from. */
  | { readonly say: 'cancel'; readonly typed: string }
