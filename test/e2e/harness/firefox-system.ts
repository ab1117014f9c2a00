import type { Browser } from 'puppeteer-core'

interface BidiConnection {
  readonly send: (method: string, params: Readonly<Record<string, unknown>>) => Promise<{ readonly result: unknown }>
}

interface SystemAnswer {
  readonly type: 'success' | 'exception'
  readonly result?: { readonly value?: string }
  readonly exceptionDetails?: { readonly text: string }
}

/** Runs an async function body with Firefox's own privileges and returns its value; needs --remote-allow-system-access. */
export async function runInFirefoxSystem<Value>(browser: Browser, body: string): Promise<Value> {
  // Puppeteer has no public door to BiDi's chrome scope; its connection does.
  const { connection } = browser as unknown as { readonly connection: BidiConnection }
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as { contexts: { context: string }[] }
  const context = tree.contexts[0]?.context
  const expression = `(async () => JSON.stringify((await (async () => { ${body} })()) ?? null))()`
  const answer = (await connection.send('script.evaluate', { expression, awaitPromise: true, target: { context } })).result as SystemAnswer
  if (answer.type === 'exception') throw new Error(`Firefox refused: ${answer.exceptionDetails?.text}`)
  return JSON.parse(answer.result?.value ?? 'null') as Value
}
