import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { buildPractice, CACHE_FOLDER } from './build-practice.ts'
import { practiceCertificate } from './certificate.ts'
import { createConnectEnd } from './connect-end.ts'
import { CONTENT_SECURITY_POLICY, pageShell } from './page-shell.ts'

/** One request as it arrived; a refused tunnel has the path "CONNECT". */
export interface PracticeRequest {
  readonly host: string
  readonly path: string
  readonly method: string
}

export type PracticeHandler = (request: IncomingMessage, response: ServerResponse) => void

/** A running practice timeline. */
export interface Practice {
  /** Speaks TLS as x.com, and answers CONNECT as an HTTP proxy, both on this one port of 127.0.0.1. */
  readonly port: number
  readonly certificate: { readonly spki: string }
  /** Every request so far, whatever the host. */
  readonly requests: readonly PracticeRequest[]
  /** Answers a path of x.com ("/some/page"), or a path or all of another host ("api.x.com/2/users/me", "api.x.com"), with this. */
  serve(address: string, answer: string | PracticeHandler): void
  close(): Promise<void>
}

const TLS_HELLO = 0x16
const TYPES: Readonly<Record<string, string>> = { 'main.js': 'text/javascript; charset=utf-8', 'main.css': 'text/css; charset=utf-8' }

const html = (response: ServerResponse, text: string): void => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'no-store',
    'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin-allow-popups', 'referrer-policy': 'strict-origin-when-cross-origin',
  })
  response.end(text)
}

function answerOf(folder: string, served: ReadonlyMap<string, string | PracticeHandler>): PracticeHandler {
  const assets = new Map(Object.keys(TYPES).map((name) => [name, readFileSync(join(folder, name))]))
  return (request, response) => {
    const host = hostOf(request)
    const path = new URL(request.url ?? '/', 'https://x.com').pathname
    const own = served.get(host + path) ?? (host.startsWith('api.') ? undefined : served.get(path)) ?? served.get(host)
    const asset = /^\/__practice\/(main\.(?:js|css))$/.exec(path)?.[1]
    if (typeof own === 'function') own(request, response)
    else if (own !== undefined) html(response, own)
    else if (asset !== undefined) response.writeHead(200, { 'content-type': TYPES[asset], 'cache-control': 'no-store' }).end(assets.get(asset))
    else if (/\.(?:ico|png|json|txt)$/.test(path) || host.startsWith('api.')) response.writeHead(204).end()
    else html(response, pageShell())
  }
}

const hostOf = (request: IncomingMessage): string => (request.headers.host ?? '').replace(/:\d+$/, '')

/** Starts the practice timeline; builds its pages first if their sources have changed. */
export async function startPractice(options: { readonly port?: number } = {}): Promise<Practice> {
  const [folder, certificate] = await Promise.all([buildPractice(), practiceCertificate(join(CACHE_FOLDER, 'practice-certificate'))])
  const requests: PracticeRequest[] = []
  const served = new Map<string, string | PracticeHandler>()
  const sockets = new Set<Socket>()
  const answer = answerOf(folder, served)
  const tls = createTlsServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    requests.push({ host: hostOf(request), path: request.url ?? '/', method: request.method ?? 'GET' })
    answer(request, response)
  })
  tls.on('tlsClientError', () => undefined)
  const proxy = createConnectEnd(() => (door.address() as AddressInfo).port, (host) => requests.push({ host, path: 'CONNECT', method: 'CONNECT' }))
  const door = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.unshift(first)
      ;(first[0] === TLS_HELLO ? tls : proxy).emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  })
  await new Promise<void>((resolve, reject) => {
    door.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    port: (door.address() as AddressInfo).port, certificate: { spki: certificate.spki }, requests,
    serve: (address, given) => { served.set(address, given) },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => { door.close(() => resolve()) })
    },
  }
}
