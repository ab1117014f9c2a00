import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rounded } from './distribution.ts'
import { COMPOSER_LIMIT, composerKb } from './measure-spine.ts'
import { mustHold, type Row } from './row.ts'

/** The most that a page and a waking worker may have to read, in kB of gzip. The worker's bar is 55 with an account at X and 30 without any connection (see `measure-spine`); no issue gives one for five CRMs more: 60 keeps it from growing unseen. */
export const SIZE_LIMITS = { 'src/content.js': 20, 'src/background.js': 60 } as const

/** The size of a built script in kB of gzip. */
export function gzippedKb(extensionDir: string, script: string): number {
  return rounded(gzipSync(readFileSync(join(extensionDir, script)), { level: 9 }).length / 1000)
}

/** How much a page and a waking worker have to read. */
export async function measureSizes(extensionDir: string): Promise<readonly Row[]> {
  const composer = rounded(await composerKb())
  const scripts = Object.entries(SIZE_LIMITS).map(([script, limit]) => {
    const figure = gzippedKb(extensionDir, script)
    return { section: 'size', what: `${script} (gzip)`, unit: 'kB', figure, target: mustHold(`<= ${limit} kB`, figure <= limit) }
  })
  return [...scripts, { section: 'size', what: 'what helping at composers adds to a page without one (gzip)', unit: 'kB', figure: composer, target: mustHold(`<= ${COMPOSER_LIMIT} kB`, composer <= COMPOSER_LIMIT) }]
}
