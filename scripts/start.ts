import { join } from 'node:path'
import { startPractice, type Practice } from '../test/practice/server.ts'
import { launchBrowser } from './browser/launch-browser.ts'
import type { LaunchedBrowser } from './browser/launched.ts'
import { routesToPractice } from './browser/routes.ts'
import { buildExtension } from './build-extension.ts'
import { seedDemo } from './demo-memory.ts'
import { sayDone, sayStep } from './say.ts'
import { chooseBrowser } from './start/choose-browser.ts'
import { readStartOptions, type StartOptions } from './start/start-options.ts'
import { takeTour } from './start/tour.ts'
import { visitX } from './start/visit-x.ts'

async function startServer(port: number | undefined): Promise<Practice> {
  try {
    return await startPractice(port === undefined ? {} : { port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${port} is in use: leave out --port or name another.`, { cause: error })
  }
}

async function openBrowser(options: StartOptions, practice: Practice | undefined): Promise<LaunchedBrowser> {
  const found = await chooseBrowser(options.wish)
  const target = found.kind === 'chromium' ? 'chrome' : 'firefox'
  sayStep(`Building the extension for ${found.kind}`)
  await buildExtension(target)
  sayDone(`Built dist/${target}`)
  sayStep(`Opening ${found.path}${options.isHeadless ? ' without a window' : ''} in a throwaway profile`)
  const launched = await launchBrowser(found.kind, {
    executablePath: found.path,
    headless: options.isHeadless,
    isAttended: !options.isHeadless,
    callerHandlesSignals: true,
    extensionDirs: [join(process.cwd(), 'dist', target)],
    viewport: options.isHeadless ? { width: 1280, height: 900 } : null,
    ...(practice === undefined ? {} : { practice: { routes: routesToPractice(practice.port), spki: practice.certificate.spki } }),
  }).catch((error: unknown) => {
    throw new Error(`${found.path} did not open: try another with BROWSER=chromium|chrome|edge|firefox (${(error as Error).message.split('\n')[0]}).`, { cause: error })
  })
  sayDone('Regulars is loaded')
  return launched
}

/** Shows the browser to a person until they close it or press Ctrl+C. */
async function stayOpen(launched: LaunchedBrowser, isLive: boolean): Promise<void> {
  const page = (await launched.browser.pages())[0] ?? await launched.browser.newPage()
  await visitX(page, isLive ? '/home' : `/home?now=${Date.now()}`)
  await page.bringToFront()
  sayDone(isLive ? 'The real x.com is open: log in as you do. Nothing is kept after you close it.' : 'The practice timeline is open at https://x.com/home: click a badge beside an author.')
  console.log('  Close the browser or press Ctrl+C here to end; the profile is then thrown away.')
  await new Promise<void>((resolve) => { launched.browser.once('disconnected', () => { resolve() }) })
}

/** Ctrl+C may come at any moment: the work is left where it is, and everything opened is closed. */
const interrupted = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { resolve() })
})

async function showRegulars(options: StartOptions, launched: LaunchedBrowser): Promise<void> {
  if (!options.isLive) {
    await seedDemo(launched)
    sayDone('A small demo memory is in place')
  }
  if (!options.isHeadless) return await stayOpen(launched, options.isLive)
  const pictures = await takeTour(launched, options.isLive)
  sayDone(`There is no window here, so these pictures were taken:\n${pictures.map((path) => `  ${join(process.cwd(), path)}`).join('\n')}`)
}

async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2), process.env)
  sayDone(`Node ${process.versions.node}, packages in place`)
  const practice = options.isLive ? undefined : await startServer(options.port)
  if (practice !== undefined) sayDone(`Practice timeline on 127.0.0.1:${practice.port}`)
  const opening = openBrowser(options, practice)
  try {
    await Promise.race([opening.then((launched) => showRegulars(options, launched)), interrupted])
  } finally {
    await opening.then((launched) => launched.close()).catch(() => undefined)
    await practice?.close()
  }
}

await main()
process.exit(0)
