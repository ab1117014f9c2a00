// The first file to run on a fresh machine: no packages, and nothing that an old Node cannot read, so that it can say what is missing.
// Usage: node scripts/enter.mjs <entry.ts> [arguments]
import { spawnSync } from 'child_process'
import { existsSync, readFileSync } from 'fs'
import { dirname, join } from 'path'
import { fileURLToPath } from 'url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

function stop(sentence) {
  console.error('\n\u2717 ' + sentence)
  process.exit(1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  stop(`Regulars needs Node 20.19 or newer and this is Node ${process.versions.node}: install a current one from https://nodejs.org and run this again.`)
}

const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'))

function packagesAreThere() {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false
  const { dependencies, devDependencies } = readJson('package.json')
  const wanted = readJson('package-lock.json').packages
  return Object.keys({ ...dependencies, ...devDependencies }).every((name) => {
    if (!existsSync(join(root, 'node_modules', name, 'package.json'))) return false
    return readJson('node_modules', name, 'package.json').version === wanted[`node_modules/${name}`].version
  })
}

/** npm tells a script where it is; without npm the command is looked up, which on Windows needs a shell. */
function runNpm(args) {
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: 'inherit' }
  if (npm && /\.c?js$/.test(npm)) return spawnSync(process.execPath, [npm, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

function ensurePackages() {
  if (packagesAreThere()) return
  console.log('\u2026 Installing the npm packages (half a minute to a few)')
  const { status } = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) stop('The npm packages could not be installed: check the network (npm says why above) and run this again.')
  console.log('\u2713 npm packages installed')
}

async function main() {
  checkNode()
  process.chdir(root)
  ensurePackages()
  const { runTypeScript } = await import('./run-ts.mjs')
  process.argv.splice(1, 1)
  await runTypeScript(process.argv[1])
}

main().catch((error) => {
  if (process.env.REGULARS_TRACE) console.error(error)
  stop(error.message)
})
