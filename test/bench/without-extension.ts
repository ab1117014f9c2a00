import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NOTHING = {
  manifest_version: 3,
  name: 'Nothing, to measure against',
  version: '1.0',
  browser_specific_settings: { gecko: { id: 'nothing@regulars.example', strict_min_version: '142.0' } },
}

/** The folder of an extension that does nothing: what every cost of ours is compared with. */
export function nothingExtension(): string {
  const folder = join(process.cwd(), '.cache', 'bench', 'nothing')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(NOTHING))
  return folder
}
