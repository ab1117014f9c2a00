import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { XDouble } from './double.ts'

/** The double behind a port of this machine, with a fetch whose calls of api.x.com lead there. */
export async function serveDouble(double: XDouble): Promise<{ readonly fetch: typeof fetch; readonly close: () => Promise<void> }> {
  const server = createServer(double.answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    fetch: (input, init) => fetch(String(input instanceof Request ? input.url : input).replace('https://api.x.com', `http://127.0.0.1:${port}`), init),
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

