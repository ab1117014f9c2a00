import type { Change, ImportId } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import type { XId } from '../../domain/handle'
import type { Reply } from '../canned-replies/reply'
import type { ReplyUse } from '../canned-replies/reply-use'
import type { SavedDraft } from './backup-file'
import type { ImportRow } from './import-row'

/** What became of our data: never there, there, or there once and gone. */
export type Survival = 'new' | 'kept' | 'wiped'

/** Questions about backup and import. Each may be asked twice and changes things once. */
export interface BackupQuestions {
  /** Takes changes of a backup in, with the stamps they have. Gives how many were new, and account ids that several records hold now. */
  'backup/receive': (asked: { readonly id: ImportId; readonly changes: readonly Change[] }) => { readonly changes: number; readonly colliding: readonly XId[] }
  /** Makes one person of all records that hold one of these account ids. Gives how many changes that made. */
  'backup/join': (asked: { readonly id: ImportId; readonly ids: readonly XId[] }) => number
  /** Adds what a list says about people. Gives how many changes that made. */
  'backup/add': (asked: { readonly id: ImportId; readonly rows: readonly ImportRow[] }) => number
  /** Puts canned replies, their uses and unsaved words back; words typed since are kept. */
  'backup/put-back': (asked: { readonly replies: readonly Reply[]; readonly uses: readonly ReplyUse[]; readonly drafts: readonly SavedDraft[] }) => void
  /** Takes back the latest changes of an import before a stamp. Gives how many, and where to go on; undefined at the end. */
  'backup/undo': (asked: { readonly id: ImportId; readonly before?: Stamp | undefined }) => { readonly undone: number; readonly next: Stamp | undefined }
  'backup/survival': () => Survival
  /** The user goes on without what was there. */
  'backup/accept-loss': () => void
  /** Makes the database anew out of what of it can be read; only after somebody said so twice. Gives how many rows were lost. */
  'backup/repair': () => number
}
