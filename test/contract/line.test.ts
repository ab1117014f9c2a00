import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeLine } from '../../src/contract/line'

interface Port {
  readonly posted: { readonly id: number }[]
  answer(id: number, gives: unknown): void
  drop(): void
}

const world = vi.hoisted(() => ({ id: 'regulars@ours' as string | undefined, ports: [] as unknown[], connect: undefined as unknown }))
vi.mock('webextension-polyfill', () => ({ default: { runtime: { get id() { return world.id }, connect: () => (world.connect as () => unknown)() } } }))

function connect() {
  const heard: ((message: unknown) => void)[] = []
  const dropped: (() => void)[] = []
  const posted: { readonly id: number }[] = []
  const port: Port = { posted, answer: (id, gives) => heard.forEach((listener) => listener({ id, reply: { gives } })), drop: () => dropped.forEach((listener) => listener()) }
  world.ports.push(port)
  return {
    onMessage: { addListener: (listener: (message: unknown) => void) => heard.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => dropped.push(listener) },
    postMessage: (message: { readonly id: number }) => posted.push(message),
  }
}

const ports = world.ports as Port[]
const nobody = { sightings: [], xIds: [], viewer: undefined }

beforeEach(() => {
  world.id = 'regulars@ours'
  world.connect = connect
  ports.length = 0
})

/** Seen to fail: with what waits left waiting when the port closes; with answers given in the order of asking. */
describe('the line to the background', () => {
  it('gives each question its own answer, over one port', async () => {
    const ask = makeLine()
    const [one, other] = [ask('people/look-up', nobody), ask('people/look-up', nobody)]
    const [port] = ports
    port?.answer(2, 'other')
    port?.answer(1, 'one')
    expect([await one, await other]).toEqual(['one', 'other'])
    expect(ports).toHaveLength(1)
  })

  it('asks again over a new port when the background was stopped in the middle', async () => {
    const asked = makeLine()('people/look-up', nobody)
    ports[0]?.drop()
    await vi.waitFor(() => expect(ports[1]?.posted).toHaveLength(1))
    ports[1]?.answer(ports[1].posted[0]!.id, 'late')
    expect(await asked).toBe('late')
  })

  it('says that it is orphaned when the extension was reloaded', async () => {
    const asked = makeLine()('people/look-up', nobody)
    world.id = undefined
    ports[0]?.drop()
    await expect(asked).rejects.toMatchObject({ name: 'Orphaned' })
  })
})
