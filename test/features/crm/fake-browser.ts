/** Storage as the browser keeps it: what comes out is another copy than what went in. */
const area = () => {
  const held = new Map<string, unknown>()
  return {
    held,
    get: (names: string | readonly string[]) => Promise.resolve(Object.fromEntries([names].flat().flatMap((name) => (held.has(name) ? [[name, structuredClone(held.get(name))]] : [])))),
    set: (items: object) => Promise.resolve(Object.entries(items).forEach(([name, value]) => held.set(name, structuredClone(value)))),
    remove: (name: string) => Promise.resolve(void held.delete(name)),
  }
}

/** What was announced, which access is granted, and which alarms are set. */
export const world = { announced: [] as { announce: string; keys: readonly string[] }[], granted: true, alarms: new Set<string>() }

/** A browser whose storage outlives workers. */
export const browser = {
  storage: { local: area(), session: area() },
  permissions: { contains: () => Promise.resolve(world.granted), remove: () => Promise.resolve(true) },
  tabs: { query: () => Promise.resolve([]) },
  runtime: { sendMessage: (message: never) => Promise.resolve(void world.announced.push(message)) },
  alarms: { get: (name: string) => Promise.resolve(world.alarms.has(name) ? {} : undefined), create: (name: string) => Promise.resolve(void world.alarms.add(name)), clear: (name: string) => Promise.resolve(world.alarms.delete(name)), onAlarm: { addListener: () => undefined } },
  i18n: { getMessage: (name: string) => name },
}
