import { useEffect, useState } from 'preact/hooks'
import { reasonOf } from '../contract/reason-of'
import type { ImportId } from '../domain/change'
import type { ArchiveSummary } from '../features/x-archive/archive-summary'
import { newId } from '../store/new-id'
import { plural, word } from '../ui/words'
import { type Chosen, fileAgain, forgetArchive, isSameFile, keepArchive, type KeptArchive, keptArchive, markOf } from './kept-archive'
import { openArchive, type OpenArchive } from './read-archive'
import { summarise, takeArchive } from './take-archive'
import { undoWhole } from './take-in'
import type { Task } from './use-task'

/** An archive that was looked through. */
export interface Looked {
  readonly archive: OpenArchive
  readonly summary: ArchiveSummary
  readonly chosen: Chosen
}

/** What there is of an archive, and what can be done about it. */
export interface HeldArchive {
  readonly looked: Looked | undefined
  /** One that was stopped before its end, maybe by closing the page. */
  readonly kept: KeptArchive | undefined
  /** The import that can be taken out again. */
  readonly done: ImportId | undefined
  /** Looks through a file; one that was stopped goes on. */
  readonly choose: (chosen: Chosen) => void
  readonly take: (looked: Looked, withMessages: boolean) => void
  /** In a click: goes on with the file to which the browser kept the way. */
  readonly goOn: (kept: KeptArchive) => void
  readonly undo: (id: ImportId) => void
  readonly leave: () => void
}

/** Follows an archive from its file to the history, through whatever stops it. */
export function useArchive(task: Task): HeldArchive {
  const [looked, setLooked] = useState<Looked>()
  const [kept, setKept] = useState<KeptArchive>()
  const [done, setDone] = useState<ImportId>()
  const see = (): Promise<void> => keptArchive().then(setKept)
  useEffect(() => void see().catch(console.error), [])

  const takeIn = (archive: OpenArchive, from: KeptArchive): void => {
    setDone(from.id)
    task.run(word('backupTaking'), async (told, signal) => {
      try {
        const taken = await takeArchive(archive, from, (now) => keepArchive({ ...from, ...now }), told, signal)
        await forgetArchive()
        setLooked(undefined)
        return plural('archiveTaken', taken)
      } finally {
        await see()
      }
    })
  }
  const look = (chosen: Chosen): void =>
    task.run(word('backupReading'), async (told, signal) => {
      const archive = await openArchive(chosen.file)
      const summary = await summarise(archive, told, signal)
      setLooked({ archive, summary, chosen })
      return summary.posts + summary.messages === 0 ? word('archiveNothing') : undefined
    })
  const again = async (chosen: Chosen, kept: KeptArchive): Promise<void> => {
    if (!isSameFile(await markOf(chosen.file), kept)) return task.fail(word('archiveOther', kept.name))
    takeIn(await openArchive(chosen.file), { ...kept, handle: chosen.handle ?? kept.handle })
  }
  return {
    looked,
    kept,
    done: done ?? kept?.id,
    choose: (chosen) => {
      setLooked(undefined)
      if (kept) void again(chosen, kept).catch((error: unknown) => task.fail(reasonOf(error)))
      else look(chosen)
    },
    take: ({ archive, chosen: { file, handle } }, withMessages) =>
      void markOf(file)
        .then(async (mark) => {
          // Taken again while it can be taken out it is the same import, which goes out again whole.
          const fresh: KeptArchive = { ...mark, id: done ?? (newId(Date.now()) as ImportId), withMessages, passed: 0, taken: 0, handle }
          await keepArchive(fresh)
          takeIn(archive, fresh)
        })
        .catch((error: unknown) => task.fail(reasonOf(error))),
    goOn: (kept) => void fileAgain(kept).then((chosen) => (chosen ? again(chosen, kept) : undefined)).catch((error: unknown) => task.fail(reasonOf(error))),
    undo: (id) =>
      task.run(word('backupUndoing'), async (told, signal) => {
        const undone = await undoWhole(id, (count) => told(count, 0), signal)
        await forgetArchive()
        await see()
        setDone(undefined)
        return plural('backupUndone', undone)
      }),
    leave: () => void forgetArchive().then(see).catch(console.error),
  }
}
