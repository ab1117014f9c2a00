import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchFile } from '../../src/remote/fetch-file'
import { says } from '../in-english'

const asked: IncomingMessage[] = []
let server: Server
let origin = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request)
    if (request.url === '/team/pack.json') response.end('{"a":1}')
    else if (request.url === '/large') response.writeHead(200, { 'content-length': '20000001' }).write('x')
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('a file comes with its name, and nothing of ours goes along', async () => {
  const file = await fetchFile(`${origin}/team/pack.json`)
  expect([file.name, await file.text()]).toEqual(['pack.json', '{"a":1}'])
  expect(asked.at(-1)?.headers).not.toHaveProperty('cookie')
  expect(asked.at(-1)?.headers).not.toHaveProperty('referer')
})

test('what is not there, too large or silent is said in a sentence', async () => {
  await expect(says(fetchFile(`${origin}/gone.json`))).rejects.toThrow(/answered 404: there is no file/)
  await expect(says(fetchFile(`${origin}/large`))).rejects.toThrow(/may have 20 MB/)
  await expect(says(fetchFile('http://127.0.0.1:1/pack.json'))).rejects.toThrow(/127\.0\.0\.1:1 cannot be reached/)
})
