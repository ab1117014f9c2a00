import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync, type Zippable } from 'fflate'

/** Every entry's date, so that the same files give the same bytes; local parts, which is what a zip stores. */
const FIXED_DATE = new Date(2020, 0, 1)

/** Rewrites one file on its way into the zip. */
export type Rewrite = (name: string, content: Uint8Array) => Uint8Array

/** Zips a folder with sorted names and fixed dates: byte-equal whenever the files are. */
export function zipFolder(folder: string, rewrite: Rewrite): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort()
  const entries: Zippable = {}
  for (const name of names) entries[name] = [rewrite(name, readFileSync(join(folder, name))), { mtime: FIXED_DATE, level: 9 }]
  return zipSync(entries)
}
