import { readFileSync } from 'node:fs'
import { launch } from 'puppeteer-core'
import { findKind } from './browser/find-browser.ts'
import { sayDone } from './say.ts'

const SIZES = [16, 32, 48, 128] as const
const FOLDER = 'public/icons'

const found = findKind('chromium')
if (found === undefined) throw new Error('The icons are drawn by Chromium: install it or name one with BROWSER=/path.')
const browser = await launch({ executablePath: found.path, headless: true, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
const page = await browser.newPage()
await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${readFileSync(`${FOLDER}/regulars.svg`, 'utf8')}`)
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size })
  await page.screenshot({ path: `${FOLDER}/${size}.png`, omitBackground: true })
}
await browser.close()
sayDone(`${SIZES.map((size) => `${size}.png`).join(', ')} drawn from ${FOLDER}/regulars.svg`)
