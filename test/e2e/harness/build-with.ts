import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserKind } from '../../../scripts/browser/find-browser.ts'

/** A copy of the build that may reach these hosts and has these permissions from the start: no test can press the browser's question. Throws where the manifest does not let them be asked for. */
export function buildWith(kind: BrowserKind, origins: readonly string[], from = join('dist', kind === 'chromium' ? 'chrome' : 'firefox'), permissions: readonly string[] = []): string {
  const build = mkdtempSync(join(tmpdir(), 'regulars-build-'))
  cpSync(from, build, { recursive: true })
  const file = join(build, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[]; host_permissions: string[]; optional_host_permissions: string[]; optional_permissions: string[] }
  if (!manifest.optional_host_permissions.includes('https://*/*')) throw new Error('The manifest does not let hosts be asked for.')
  const missing = permissions.find((name) => !manifest.optional_permissions.includes(name))
  if (missing !== undefined) throw new Error(`The manifest does not let ${missing} be asked for.`)
  writeFileSync(file, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, ...permissions], optional_permissions: manifest.optional_permissions.filter((name) => !permissions.includes(name)), host_permissions: [...manifest.host_permissions, ...origins] }))
  return build
}
