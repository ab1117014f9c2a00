import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const HERE = import.meta.dirname
const SOURCE = /\.(?:tsx?|css)$/

/** Where certificates and built pages are kept. */
export const CACHE_FOLDER = join(HERE, '..', '..', '.cache')

const newestSource = (): number => Math.max(...readdirSync(HERE, { recursive: true, encoding: 'utf8' })
  .filter((name) => SOURCE.test(name))
  .map((name) => statSync(join(HERE, name)).mtimeMs))

/** Builds the page's script and styles unless they are newer than every source; gives the folder. */
export async function buildPractice(): Promise<string> {
  const folder = join(CACHE_FOLDER, 'practice')
  const main = join(folder, 'main.js')
  if (existsSync(main) && statSync(main).mtimeMs > newestSource()) return folder
  const fresh = `${folder}-${process.pid}`
  mkdirSync(fresh, { recursive: true })
  await build({
    root: join(HERE, 'app'), configFile: false, publicDir: false, envDir: false, logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    // Under vitest NODE_ENV is "test", and Vite would then write React's development calls against its production build.
    oxc: { jsx: { development: false } },
    build: {
      outDir: fresh, emptyOutDir: true, target: 'es2022', modulePreload: false, sourcemap: false,
      rollupOptions: { input: join(HERE, 'app', 'main.tsx'), output: { entryFileNames: 'main.js', assetFileNames: 'main[extname]' } },
    },
  })
  try {
    rmSync(folder, { recursive: true, force: true })
    renameSync(fresh, folder)
    return folder
  } catch {
    // Another process has built and put its own there in the same moment; ours is as good.
    return fresh
  }
}
