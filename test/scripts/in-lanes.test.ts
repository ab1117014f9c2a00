import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inLanes, type Job } from '../../scripts/checks/in-lanes.ts'

const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 5) })

describe('jobs in lanes', () => {
  it('all run, never more of them at once than there are lanes, each with a folder of its own that is gone afterwards', async () => {
    let running = 0
    const seen = { most: 0, folders: [] as string[] }
    const jobs = Array.from({ length: 7 }, (_, at): Job => ({
      name: `${at}`,
      alone: '',
      run: async (folder) => {
        seen.most = Math.max(seen.most, ++running)
        seen.folders.push(folder)
        expect(existsSync(folder)).toBe(true)
        await pause()
        running -= 1
      },
    }))
    await inLanes('jobs', '', 2, jobs).run()
    expect([seen.most, new Set(seen.folders).size, seen.folders.some((folder) => existsSync(folder))]).toEqual([2, 7, false])
  })

  it('tell every fault, and that of one stops none of the others', async () => {
    const ran: string[] = []
    const job = (name: string, fault?: string): Job => ({
      name,
      alone: `npm run ${name}`,
      run: async () => {
        ran.push(name)
        await pause()
        if (fault !== undefined) throw new Error(fault)
      },
    })
    const step = inLanes('jobs', '', 2, [job('a', 'one fault'), job('b'), job('c', 'another'), job('d')])
    await expect(step.run()).rejects.toThrow('a: one fault (alone: npm run a); c: another (alone: npm run c)')
    expect(ran.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })
})
