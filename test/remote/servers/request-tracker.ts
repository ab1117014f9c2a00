import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { whyMissing } from './install.ts'

const run = promisify(execFile)
const SERVER = '/usr/share/request-tracker5/libexec/standalone_httpd'
const SETUP = '/usr/sbin/rt-setup-database-5'

/** A Request Tracker of our own, with an empty database and the custom field that we look for. */
export interface RequestTracker {
  readonly base: string
  readonly user: string
  readonly password: string
  start(): Promise<void>
  stop(): Promise<void>
  /** Stops it and takes its files away. */
  remove(): Promise<void>
  api(method: string, path: string, body?: unknown): Promise<unknown>
  /** Puts users in past the REST interface, which takes a third of a second for each. */
  addUsers(users: readonly RequestTrackerUser[]): Promise<void>
}

/** A user with the custom fields that we look for. */
export interface RequestTrackerUser {
  readonly name: string
  readonly realName: string
  readonly email?: string | undefined
  readonly fields: Readonly<Record<string, string>>
}

/** Why no Request Tracker can run here; undefined where one can. */
export function whyNoRequestTracker(): Promise<string | undefined> {
  return whyMissing('Request Tracker', ['request-tracker5', 'rt5-db-sqlite'], [SERVER, SETUP])
}

/** Makes the database and starts the server. */
export async function startRequestTracker(): Promise<RequestTracker> {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-rt-'))
  const port = await freePort()
  for (const name of ['conf.d', 'mason', 'sessions', 'local']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'site.pm'), siteOf(folder, port))
  await writeFile(join(folder, 'field.pl'), "@CustomFields = map +{ Name => $_, Type => 'FreeformSingle', LookupType => 'RT::User', ApplyTo => 0 }, qw(TwitterHandle Stage Vip);\n1;\n")
  const env = { ...process.env, RT_SITE_CONFIG: join(folder, 'site.pm'), RT_SITE_CONFIG_DIR: join(folder, 'conf.d') }
  await run(SETUP, ['--action', 'init', '--skip-create'], { env, timeout: 120_000 })
  await run(SETUP, ['--action', 'insert', '--datafile', join(folder, 'field.pl')], { env, timeout: 60_000 })
  const base = `http://127.0.0.1:${port}`
  const user = 'root'
  const password = 'password'
  let server: ChildProcess | undefined

  const api = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
    const response = await fetch(`${base}/REST/2.0${path}`, { method, headers: { authorization, 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 200)}`)
    return text === '' ? undefined : (JSON.parse(text) as unknown)
  }
  const start = async (): Promise<void> => {
    // Several workers, and little patience: on a line that a browser opened ahead and says nothing on, each would wait for five minutes.
    server = spawn('perl', [SERVER, '--port', String(port), '--server', 'Starlet', '--max-workers', '5', '--timeout', '10'], { env, stdio: 'ignore', detached: true })
    for (let tries = 0; tries < 240; tries += 1) {
      if (await api('GET', '/rt').then(() => true, () => false)) return
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    throw new Error('Request Tracker did not start.')
  }
  const stop = async (): Promise<void> => {
    const stopped = new Promise((resolve) => server?.once('exit', resolve))
    if (server?.pid === undefined || server.exitCode !== null || server.signalCode !== null) return
    process.kill(-server.pid, 'SIGKILL')
    await stopped
  }
  const addUsers = async (users: readonly RequestTrackerUser[]): Promise<void> => {
    const file = join(folder, 'users.pl')
    await writeFile(file, `@Users = (${users.map(perlUser).join(',\n')});\n1;\n`)
    await run(SETUP, ['--action', 'insert', '--datafile', file], { env, timeout: 120_000 })
  }
  await start()
  return { base, addUsers, user, password, start, stop, api, remove: async () => (await stop(), await rm(folder, { recursive: true, force: true })) }
}

function perlUser({ name, realName, email, fields }: RequestTrackerUser): string {
  const values = Object.entries(fields).map(([field, value]) => `{ CustomField => ${perl(field)}, Content => ${perl(value)} }`)
  return `{ Name => ${perl(name)}, RealName => ${perl(realName)}, ${email ? `EmailAddress => ${perl(email)},` : ''} Privileged => 0, CustomFields => [${values.join(', ')}] }`
}

const perl = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

function siteOf(folder: string, port: number): string {
  return `
Set($rtname, 'regulars.test'); Set($Organization, 'regulars.test');
Set($WebDomain, '127.0.0.1'); Set($WebPort, ${port}); Set($WebPath, '');
Set($DatabaseType, 'SQLite'); Set($DatabaseName, '${folder}/rtdb');
Set($LogToSTDERR, 'error'); Set($LogToSyslog, undef); Set($MailCommand, 'testfile'); Set($WebSessionClass, 'Apache::Session::File');
Set($MasonDataDir, '${folder}/mason'); Set($MasonSessionDir, '${folder}/sessions'); Set($MasonLocalComponentRoot, '${folder}/local');
1;
`
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port.'))))
    })
  })
}
