import type { Target } from 'puppeteer-core'

interface Thrown {
  readonly exceptionDetails: { readonly text: string; readonly exception?: { readonly description?: string } }
}

interface Logged {
  readonly type: string
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[]
}

/** Collects what a Chromium worker throws or logs as an error. */
export async function collectWorkerErrors(target: Target, errors: string[]): Promise<void> {
  // The worker's own session: a second one would keep it alive when a test stops it.
  const client = (await target.worker())?.client
  if (client === undefined) return
  client.on('Runtime.exceptionThrown', ({ exceptionDetails }: Thrown) => {
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text)
  })
  client.on('Runtime.consoleAPICalled', ({ type, args }: Logged) => {
    if (type === 'error') errors.push(args.map((arg) => arg.description ?? JSON.stringify(arg.value)).join(' '))
  })
}
