/** The sentences about what went wrong that people can do something about, by their names in _locales: whoever throws says which, and the pages have the words. */
export const TOLD = [
  'storeNewer', 'storeHeld', 'toldNothingToUndo', 'toldNoteGone', 'toldNoteRemoved', 'toldNobodyKept', 'toldSeveralKept', 'toldNoToken',
  'toldNoAccount', 'toldNoCrm', 'toldNoContact', 'toldReplyId', 'toldReplyTitle', 'toldReplyWords', 'toldReplyLongTitle', 'toldReplyLanguage', 'toldReplyTrigger',
  'toldReplyLong', 'toldReplyNth', 'toldPackNewer', 'toldPackDamaged', 'toldPackChanged', 'toldRepliesNewer', 'toldRepliesDamaged',
  'toldRepliesChanged', 'toldRepliesLarge', 'toldNoSuchImport', 'toldNoReplies', 'toldNoYaml', 'toldNoReplyTable', 'toldJsonDamaged',
  'toldNoFileThere', 'toldUnreachable', 'toldRowNoHandle', 'toldRowHandle', 'toldRowXId', 'toldRowMany', 'toldNoteWords', 'toldNoteLong',
  'toldTagWord', 'toldTagLong', 'toldFieldName', 'toldField', 'toldFieldValue', 'toldLine', 'toldFileEmpty', 'toldBackupCut', 'toldBackupCounts', 'toldBackupChanged',
  'toldNoBackup', 'toldBackupVersion', 'toldBackupNewer', 'toldBackupUndated', 'toldBackupTable', 'toldBackupRows', 'toldBackupRow', 'toldBackupJson',
  'toldNoObject', 'toldProto', 'toldDraftPlace', 'toldDraftWords', 'toldChangeKind', 'toldChangeField', 'toldChangeWrong', 'toldChangeFuture',
  'toldLineLong', 'toldNoUtf8', 'toldSealCut', 'toldSealWrong', 'toldSealNewer', 'toldSealRounds', 'toldSealHead', 'toldListLarge', 'toldSpreadsheet',
  'toldEncoding', 'toldNoNotes', 'toldNoJson', 'toldXTagVersion', 'toldXTagChanged', 'toldXTagDamaged', 'toldColumns', 'toldQuote', 'toldCell',
  'toldRows', 'toldNothingToFind', 'toldNoFolder', 'toldFolderLeave', 'toldFolderShort', 'toldFolderChanged', 'toldFolderGone', 'toldDownloadLeave',
  'toldDownloadShort', 'toldDownloadEnded', 'toldDownloadSlow', 'toldArchiveLarge', 'toldNoArchive', 'toldArchiveOwner', 'toldArchiveEntry',
  'toldNoZip', 'toldZipDamaged', 'toldZipPacked', 'toldXAccessLost', 'toldXOverBudget', 'toldXLimited', 'toldXUnreachable', 'toldXBroken',
  'toldXGarbled', 'toldXAnswered', 'toldXAnsweredWith', 'toldXNotAllowed', 'toldXOtherLogin', 'toldXNobody', 'toldXHost', 'toldLater',
  'toldSecretGone', 'toldRowsLost',
] as const
export type ToldName = (typeof TOLD)[number]

/** A sentence as it is kept and sent: its name, and what belongs into its places. */
export interface Sentence {
  readonly message: string
  readonly told: readonly Filling[]
}

/** What stands in a place of a sentence: words, a number, or another sentence. */
export type Filling = string | number | Sentence

/** Something that went wrong and that a person can do something about. */
export class Told extends Error implements Sentence {
  readonly told: readonly Filling[]

  constructor(sentence: ToldName, ...places: readonly Filling[]) {
    super(sentence)
    this.told = places.map((place) => (typeof place === 'object' ? sentenceIn(place) : place))
  }
}

/** What was thrown, for the place of a sentence or to be kept: as a sentence where it is one of ours, as the words that it has otherwise. */
export function whatWent(error: unknown): string | Sentence {
  if (error instanceof Told) return sentenceIn(error)
  return error instanceof Error ? error.message : String(error)
}

/** A sentence in words; `find` gives the words of a name, with what belongs into their places. */
export function inWords(value: unknown, find: (name: string, places: readonly string[]) => string): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { message, told } = value as { readonly message: unknown; readonly told?: unknown }
  return (Array.isArray(told) && find(String(message), told.map((place) => inWords(place, find)))) || String(message)
}

function sentenceIn({ message, told }: Sentence): Sentence {
  return { message, told }
}
