/** Where backups go by themselves. */
export const BACKUP_PLACES = ['nowhere', 'folder', 'download'] as const
export type BackupPlace = (typeof BACKUP_PLACES)[number]

const DAY = 86_400_000
/** After a failure it is tried again so much later, in ms. */
const NEXT_TRY = 3_600_000
const NAME = /^regulars-auto-\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d\.json$/

/** When something was done, in ms since 1970. */
interface Done {
  readonly at: number
}

/** What decides whether it is time for a backup. */
export interface Schedule {
  readonly place: BackupPlace
  readonly everyDays: number
  readonly last: Done | undefined
  /** When it was last tried, ms since 1970. */
  readonly triedAt: number | undefined
  readonly now: number
}

/** True when a backup is to be made now. A time that lies ahead was told by a clock that went wrong: it holds nothing up. */
export function isBackupDue({ place, everyDays, last, triedAt, now }: Schedule): boolean {
  if (place === 'nowhere') return false
  if (triedAt !== undefined && triedAt <= now && now - triedAt < NEXT_TRY) return false
  return last === undefined || last.at > now || now - last.at >= everyDays * DAY
}

/** True when the last backup is too old to be relied on, or its date cannot be. */
export function isBackupOld(last: Done | undefined, oldDays: number, now: number): boolean {
  return last === undefined || last.at > now + DAY || now - last.at > oldDays * DAY
}

/** The name of a backup that was made by itself; names sort as they were made. */
export function automaticName(now: number): string {
  return `regulars-auto-${new Date(now).toISOString().slice(0, 19).replace(/[:T]/g, '-')}.json`
}

/** True for a file that is called as our backups are, whoever made it and when. */
export function isBackupName(name: string): boolean {
  return /^regulars-[\w. ()-]{1,60}\.(json|sealed)$/.test(name)
}

/** Of the files in a folder those to remove: the oldest that were made by themselves, beyond the newest few. Others are nobody's business. */
export function surplusOf(names: readonly string[], kept: number): readonly string[] {
  const ours = names.filter((name) => NAME.test(name)).sort()
  return ours.slice(0, Math.max(0, ours.length - kept))
}
