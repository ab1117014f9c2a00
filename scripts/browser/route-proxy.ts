import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Routes } from './routes.ts'

/** Firefox has no resolver rules: this proxy tunnels the routed hosts to this machine, refuses the rest and remembers its name. */
export interface RouteProxy {
  readonly port: number
  readonly refusedHosts: ReadonlySet<string>
  readonly close: () => Promise<void>
}

function tunnel(client: Duplex, head: Buffer, port: number, sockets: Set<Duplex>): void {
  const upstream = connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
    upstream.write(head)
    upstream.pipe(client)
    client.pipe(upstream)
  })
  sockets.add(upstream)
  const end = (): void => { client.destroy(); upstream.destroy(); sockets.delete(upstream) }
  for (const side of [client, upstream]) side.on('error', end).on('close', end)
}

/** Starts the proxy on a free port. */
export async function startRouteProxy(routes: Routes): Promise<RouteProxy> {
  const refusedHosts = new Set<string>()
  const sockets = new Set<Duplex>()
  const server = createServer((request, response) => {
    refusedHosts.add(URL.canParse(request.url ?? '') ? new URL(request.url ?? '').hostname : `no host (${request.url})`)
    response.writeHead(502).end()
  })
  server.on('connection', (socket: Socket) => { sockets.add(socket); socket.on('close', () => sockets.delete(socket)) })
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const host = (request.url ?? '').replace(/:\d+$/, '')
    const port = routes[host]
    client.on('error', () => client.destroy())
    if (port !== undefined) return tunnel(client, head, port, sockets)
    refusedHosts.add(host)
    client.end('HTTP/1.1 502 Not routed\r\n\r\n')
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const close = (): Promise<void> => new Promise((resolve) => {
    for (const socket of sockets) socket.destroy()
    server.close(() => resolve())
  })
  return { port: (server.address() as AddressInfo).port, refusedHosts, close }
}
