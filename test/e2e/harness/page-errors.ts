import type { Page } from 'puppeteer-core'

/** Collects what a page and the content scripts in it throw or log as errors, from now on. */
export function collectErrors(page: Page): readonly string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => { errors.push(error instanceof Error ? error.stack ?? error.message : String(error)) })
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url ?? page.url()})`)
  })
  return errors
}
