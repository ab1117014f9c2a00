import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Why a server is not here: undefined where it is. Installs its Debian packages where that is ours to do. */
export async function whyMissing(name: string, packages: readonly string[], files: readonly string[]): Promise<string | undefined> {
  const isThere = (): boolean => files.every((file) => existsSync(file))
  if (isThere()) return undefined
  const advice = `apt-get install ${packages.join(' ')}`
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return `${name} is not installed: ${advice}`
  try {
    // Another test may be installing something at the same time.
    await run('apt-get', ['-o', 'DPkg::Lock::Timeout=200', 'install', '-q', '-y', '--no-install-recommends', ...packages], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000, maxBuffer: 1e8 })
    return isThere() ? undefined : `apt-get installed no ${name}`
  } catch (error) {
    return `apt-get could not install ${name}: ${String(error).split('\n').slice(0, 2).join(' ')}`
  }
}
