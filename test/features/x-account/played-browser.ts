const area: { [key: string]: unknown } = {}

/** What is stored, as it lies there. */
const storage = {
  get: (key: string) => Promise.resolve({ [key]: area[key] }),
  set: (held: object) => Promise.resolve(void Object.assign(area, held)),
  clear: () => {
    for (const key of Object.keys(area)) delete area[key]
    return Promise.resolve()
  },
}

/** As much of the browser as work at X asks for, for `vi.mock('webextension-polyfill', …)`: no tab is open and nobody listens. */
export const playedBrowser = {
  default: { storage: { session: storage, local: storage }, tabs: { query: () => Promise.resolve([]) }, runtime: { sendMessage: () => Promise.resolve() } },
}
