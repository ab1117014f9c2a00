import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'

/** Whether a host is X itself, and so ours to play. */
export const isPracticeHost = (host: string): boolean => /(?:^|\.)(?:x|twitter)\.com$/i.test(host)

/** The end of an HTTP proxy: tunnels to X's hosts lead to our own port, all others are told about and refused. */
export function createConnectEnd(ownPort: () => number, refused: (host: string) => void): Server {
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', (request, socket, head) => {
    const host = (request.url ?? '').replace(/:\d+$/, '')
    socket.on('error', () => socket.destroy())
    if (!isPracticeHost(host)) {
      refused(host)
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
      return
    }
    const inner = connect(ownPort(), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      inner.write(head)
      inner.pipe(socket)
      socket.pipe(inner)
    })
    inner.on('error', () => socket.destroy())
    socket.on('close', () => inner.destroy())
  })
  return server
}
