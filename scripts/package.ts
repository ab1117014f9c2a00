import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension, TARGETS } from './build-extension.ts'
import { lintAddon } from './checks/lint-addon.ts'
import { zipFolder } from './pack/zip-folder.ts'
import { sayDone } from './say.ts'

/** The Chrome Web Store refuses a manifest with "key", which only pins the id of an unpacked copy. */
function withoutKey(name: string, content: Uint8Array): Uint8Array {
  if (name !== 'manifest.json') return content
  const { key: _, ...manifest } = JSON.parse(new TextDecoder().decode(content)) as Record<string, unknown>
  return new TextEncoder().encode(JSON.stringify(manifest, null, 2))
}

const { version } = JSON.parse(readFileSync('manifest.json', 'utf8')) as { version: string }
mkdirSync('packages', { recursive: true })
for (const target of TARGETS) {
  await buildExtension(target)
  const bytes = zipFolder(join('dist', target), withoutKey)
  const path = join('packages', `regulars-${target}-${version}.zip`)
  writeFileSync(path, bytes)
  sayDone(`${path}: ${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex')}`)
}
sayDone(await lintAddon())
