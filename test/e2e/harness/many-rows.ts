/** Puts so many entries, notes and contacts of somebody beside what is there. */
export function addMany(count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('regulars')
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction(['notes', 'contacts', 'journal'], 'readwrite')
      for (let n = 0; n < count; n += 1) {
        const stamp = `0mlzvuf5s-${n.toString(36).padStart(4, '0')}-b`
        writing.objectStore('journal').put({ stamp, person: 'many', change: { kind: 'note/added', person: 'many', note: `m${n}`, text: `Note ${n}`, stamp, at: 5, by: 'Mia' } })
        writing.objectStore('notes').put({ id: `m${n}`, person: 'many', fields: { text: [`Note ${n}`, stamp], addedAt: [5, stamp], by: ['Mia', stamp] } })
        writing.objectStore('contacts').put({ id: `m${n}`, person: 'many', fields: { removed: [false, stamp], url: [`https://x.com/many/status/${n}`, stamp], postedAt: [5, stamp] } })
      }
      writing.addEventListener('abort', () => reject(writing.error ?? new Error('The rows could not be written.')))
      writing.addEventListener('complete', () => {
        opening.result.close()
        resolve()
      })
    })
  })
}

/** Has the background open the database. While it is brought up to date nobody else gets it. */
export async function wakeAndWatch(latest: number): Promise<'is being changed' | 'was changed'> {
  void chrome.runtime.sendMessage({ regulars: 'people/view', asked: { handle: 'ada' } }).catch(() => undefined)
  for (;;) {
    const version = await new Promise<number | undefined>((resolve) => {
      const opening = indexedDB.open('regulars')
      opening.addEventListener('success', () => {
        opening.result.close()
        resolve(opening.result.version)
      })
      setTimeout(() => resolve(undefined), 50)
    })
    if (version === undefined) return 'is being changed'
    if (version === latest) return 'was changed'
  }
}

/** How many rows those tables have. */
export function countRows(): Promise<Record<string, number>> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('regulars')
    opening.addEventListener('success', () => {
      const tables = opening.result.transaction(['notes', 'contacts', 'journal'])
      const counts: Record<string, number> = {}
      for (const name of ['notes', 'contacts', 'journal']) {
        const counting = tables.objectStore(name).count()
        counting.addEventListener('success', () => (counts[name] = counting.result))
      }
      tables.addEventListener('complete', () => {
        opening.result.close()
        resolve(counts)
      })
    })
  })
}
