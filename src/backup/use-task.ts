import { useRef, useState } from 'preact/hooks'
import { reasonOf } from '../contract/reason-of'
import type { Progress } from '../features/backup/progress-line'

/** Something long, one at a time. */
export interface Task {
  readonly progress: Progress | undefined
  /** What came of the last one: its sentence, and whether that is bad news. */
  readonly outcome: { readonly text: string; readonly failed: boolean } | undefined
  readonly run: (label: string, work: (told: (done: number, of: number) => void, signal: AbortSignal) => Promise<string | undefined>) => void
  readonly cancel: () => void
  /** Something failed that was no long task. */
  readonly fail: (reason: string) => void
}

const SHOWN_EVERY = 100

/** Runs long work with progress, a way out, and a sentence at its end. */
export function useTask(cancelled: string): Task {
  const [progress, setProgress] = useState<Progress>()
  const [outcome, setOutcome] = useState<Task['outcome']>()
  const stop = useRef<AbortController>(null)

  const run: Task['run'] = (label, work) => {
    if (stop.current) return
    const controller = new AbortController()
    stop.current = controller
    let shownAt = 0
    const told = (done: number, of: number): void => {
      if (Date.now() - shownAt < SHOWN_EVERY) return
      shownAt = Date.now()
      setProgress({ label, done, of })
    }
    setOutcome(undefined)
    setProgress({ label, done: 0, of: 0 })
    work(told, controller.signal)
      .then((text) => setOutcome(text === undefined ? undefined : { text, failed: false }))
      .catch((error: unknown) => setOutcome({ text: controller.signal.aborted ? cancelled : reasonOf(error), failed: true }))
      .finally(() => {
        stop.current = null
        setProgress(undefined)
      })
  }
  return { progress, outcome, run, cancel: () => stop.current?.abort(), fail: (text) => setOutcome({ text, failed: true }) }
}
