import { resolve } from 'node:path'
import type { Page } from 'puppeteer-core'
import { build } from 'vite'
import type { Session } from './session.ts'

/** One question to the background, as `src/contract/ask.ts` takes it. */
export interface Question {
  readonly name: string
  readonly asked: unknown
}

/** What became of a question; `gave` only where it was answered. */
export interface Outcome {
  readonly gave?: unknown
  readonly error?: string
  /** From asking to the answer, retries included. */
  readonly ms: number
}

/** A page of the extension that asks with the very code of our own pages, retries and all. */
export interface Asking {
  readonly page: Page
  /** Asks all of them at the same moment. */
  readonly all: (questions: readonly Question[]) => Promise<readonly Outcome[]>
  /** Asks one; throws what it was refused with. */
  readonly one: (name: string, asked: unknown) => Promise<unknown>
}

const bundles = new Map<string, Promise<string>>()

/** A module of ours as one script that sets a global of this name. */
export function bundleOf(source: string, name: string): Promise<string> {
  const held = bundles.get(source) ?? bundle(source, name)
  bundles.set(source, held)
  return held
}

async function bundle(source: string, name: string): Promise<string> {
  const entry = resolve(import.meta.dirname, '../../..', source)
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name } } })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error(`Vite built no script out of ${source}.`)
  return chunk.code
}

/** Opens a bare page of the extension and puts our own asking end into it. */
export async function openAsking(session: Session): Promise<Asking> {
  const page = await session.openExtensionPage('icons/16.png')
  await page.evaluate(`globalThis.regularsAsk = (() => { ${await bundleOf('src/contract/ask.ts', 'regularsContract')}; return regularsContract.ask })()`)
  const all = (questions: readonly Question[]): Promise<readonly Outcome[]> =>
    page.evaluate((questions) => {
      const { regularsAsk } = globalThis as unknown as { regularsAsk: (name: string, asked: unknown) => Promise<unknown> }
      return Promise.all(
        questions.map(async ({ name, asked }) => {
          const from = performance.now()
          try {
            return { gave: (await regularsAsk(name, asked)) ?? null, ms: performance.now() - from }
          } catch (error) {
            return { error: String(error), ms: performance.now() - from }
          }
        }),
      )
    }, questions as Question[])
  return {
    page,
    all,
    one: async (name, asked) => {
      const [outcome] = await all([{ name, asked }])
      if (outcome?.error !== undefined) throw new Error(`${name}: ${outcome.error}`)
      return outcome?.gave
    },
  }
}
