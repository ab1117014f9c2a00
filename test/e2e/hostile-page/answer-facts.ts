/** Runs in a hostile page before everything else: answers every question for account facts first, with claims that are lies and worse. */
export function answerFactsWithPayloads(): void {
  const questionOf = (event: Event): readonly string[] => {
    try {
      const wanted: unknown = JSON.parse((event as CustomEvent<string>).detail)
      return Array.isArray(wanted) ? wanted.map(String) : []
    } catch {
      return []
    }
  }
  window.addEventListener('regulars:facts-wanted', (event) => {
    const wanted = questionOf(event)
    const payloads = (window as unknown as { __payloads?: readonly string[] }).__payloads ?? ['<img src=x onerror="document.documentElement.dataset.pwned=1">']
    const lies = wanted.flatMap((name, at) => [
      { id: '1', screen_name: 'somebody_else', followers_count: 9 },
      { id: payloads[at % payloads.length], screen_name: name.slice(1), name: payloads[at % payloads.length], followers_count: 1e308, friends_count: -1, created_at: payloads[at % payloads.length] },
    ])
    const details: unknown[] = ['not json', '{"__proto__":{"polluted":1}}', JSON.stringify('x'.repeat(5_000_000)), { toString: () => '[]' }, 7n, null, JSON.stringify(lies)]
    const detail = details[Math.floor(Math.random() * details.length)]
    document.dispatchEvent(new CustomEvent('regulars:facts', { detail }))
  }, true)
}
