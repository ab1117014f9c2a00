import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { whyMissing } from './install.ts'
import { freePort } from './request-tracker.ts'

const run = promisify(execFile)
const PARTY = '/usr/lib/python3/dist-packages/trytond/modules/party/__init__.py'

/** A Tryton of our own, with an empty database. */
export interface Tryton {
  readonly base: string
  readonly database: string
  readonly user: string
  readonly password: string
  start(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
  rpc(method: string, ...params: readonly unknown[]): Promise<unknown>
}

/** Why no Tryton can run here; undefined where one can. */
export function whyNoTryton(): Promise<string | undefined> {
  if (process.env['REGULARS_LONG'] === undefined) return Promise.resolve('it runs with npm run test:long, since installing and starting it takes a minute')
  return whyMissing('Tryton', ['tryton-server', 'tryton-modules-party'], ['/usr/bin/trytond', '/usr/bin/trytond-admin', PARTY])
}

/** Makes the database and starts the server. */
export async function startTryton(): Promise<Tryton> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-tryton-'))
  const port = await freePort()
  const [database, user, password] = ['crm', 'admin', 'SECRETTOKEN-tryton']
  const config = join(folder, 'trytond.conf')
  await writeFile(config, `[database]\nuri = sqlite://\npath = ${folder}\n[web]\nlisten = 127.0.0.1:${port}\n`)
  await writeFile(join(folder, 'password'), `${password}\n`)
  // It makes the tables, and not the file.
  await writeFile(join(folder, `${database}.sqlite`), '')
  await run('trytond-admin', ['-c', config, '-d', database, '-u', 'ir', 'res', 'country', 'party', '--email', 'a@example.org'], { env: { ...process.env, TRYTONPASSFILE: join(folder, 'password') }, timeout: 120_000 })
  const base = `http://127.0.0.1:${port}`
  let server: ChildProcess | undefined
  const rpc = async (method: string, ...params: readonly unknown[]): Promise<unknown> => {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    const response = await fetch(`${base}/${database}/`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify({ id: 1, method, params: [...params, {}] }) })
    const { result, error } = (await response.json()) as { result?: unknown; error?: unknown }
    if (error) throw new Error(`${method}: ${JSON.stringify(error)}`)
    return result
  }
  const start = async (): Promise<void> => {
    server = spawn('trytond', ['-c', config], { stdio: 'ignore' })
    for (let tries = 0; tries < 240; tries += 1) {
      if (await rpc('model.res.user.search', [], 0, 1, null).then(() => true, () => false)) return
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    throw new Error('Tryton did not start.')
  }
  const stop = async (): Promise<void> => {
    const stopped = new Promise((resolve) => server?.once('exit', resolve))
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL')
    await stopped
  }
  await start()
  return { base, database, user, password, start, stop, rpc, remove: async () => (await stop(), await rm(folder, { recursive: true, force: true })) }
}
