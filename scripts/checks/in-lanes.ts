import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Step } from './step.ts'

/** What runs beside others, with the folder for files of its own. */
export interface Job {
  readonly name: string
  readonly alone: string
  readonly run: (folder: string) => Promise<void>
}

async function outcome({ name, alone, run }: Job): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-job-'))
  try {
    return await run(folder).then(() => undefined, (error: unknown) => `${name}: ${(error as Error).message} (alone: ${alone})`)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Jobs of which so many run at the same time, the next as soon as a lane is free; all run to their end, so that every fault is told. */
export function inLanes(name: string, alone: string, lanes: number, jobs: readonly Job[]): Step {
  const run = async (): Promise<void> => {
    const waiting = [...jobs]
    const faults = new Map<Job, string>()
    const lane = async (): Promise<void> => {
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        const fault = await outcome(job)
        if (fault !== undefined) faults.set(job, fault)
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    if (faults.size > 0) throw new Error(jobs.flatMap((job) => faults.get(job) ?? []).join('; '))
  }
  return { name, alone, run }
}
