import { type CrmWorld, describeAdapter } from './adapter-suite'
import { startTryton, whyNoTryton } from './servers/tryton'

describeAdapter('Tryton 6, for real', async () => (await whyNoTryton()) ?? enter())

async function enter(): Promise<CrmWorld> {
  const server = await startTryton()
  const parties = new Map<string, number>()
  const categories = new Map<string, number>()
  const category = async (name: string): Promise<number> => {
    const [made = 0] = categories.has(name) ? [categories.get(name)] : ((await server.rpc('model.party.category.create', [{ name }])) as number[])
    categories.set(name, made)
    return made
  }
  return {
    connection: { kind: 'tryton', url: server.base, user: server.user, place: server.database, fields: { handle: 'twitter', id: '', owner: '', tags: '', lifecycle: '', vip: '' }, writes: 'always', since: 0 },
    secret: server.password,
    hasTickets: false,
    seed: async (people) => {
      const rows = []
      for (const { handle, name, email, stage, vip } of people) {
        const theirs = [...(stage ? [await category(stage)] : []), ...(vip ? [await category('VIP')] : [])]
        rows.push({ name, contact_mechanisms: [['create', [{ type: 'other', name: 'twitter', value: handle }, ...(email ? [{ type: 'email', value: email }] : [])]]], categories: [['add', theirs]] })
      }
      const ids = (await server.rpc('model.party.party.create', rows)) as number[]
      for (const [at, { handle }] of people.entries()) parties.set(handle, ids[at] ?? 0)
    },
    addTicket: () => Promise.resolve(),
    rename: async (handle, name) => void (await server.rpc('model.party.party.write', [parties.get(handle)], { name })),
    erase: async (handle) => void (await server.rpc('model.party.party.delete', [parties.get(handle)])),
    changeNotes: async (from, to) => {
      const found = (await server.rpc('model.ir.note.search_read', [['message', 'like', `%${from}%`]], 0, null, null, ['message'])) as { id: number; message: string }[]
      for (const { id, message } of found) await server.rpc('model.ir.note.write', [id], { message: message.replace(from, to) })
    },
    stop: server.stop,
    start: server.start,
    remove: server.remove,
  }
}
