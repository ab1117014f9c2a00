import { expect, it } from 'vitest'
import { eachBrowser } from './harness/each-browser.ts'

interface Claim {
  readonly id: string
  readonly screen_name: string
  readonly followers_count: number
}

eachBrowser('account facts from the page', ({ session }) => {
  it('are there in the same turn for everybody on screen, once registered, and only for whom was asked', async () => {
    await session().evaluateInBackground(async () => {
      await chrome.scripting.unregisterContentScripts({ ids: ['page-facts-test'] }).catch(() => undefined)
      await chrome.scripting.registerContentScripts([
        { id: 'page-facts-test', js: ['/src/page-facts.js'], matches: ['https://x.com/*'], world: 'MAIN', runAt: 'document_start', persistAcrossSessions: false },
      ])
    })
    const page = await session().openPage('/home')
    await page.evaluate(() => window.__practice.ready)
    const handles = await page.evaluate(() => [...new Set(window.__practice.postsRendered().map(({ handle }) => handle))])
    const answer = (wanted: readonly string[]): Promise<unknown> =>
      session().evaluateInBackground(async (wanted) => {
        const [tab] = await chrome.tabs.query({ url: 'https://x.com/*' })
        const ask = (question: string): string | undefined => {
          let answer: string | undefined
          document.addEventListener('regulars:facts', (event) => { answer = (event as CustomEvent<string>).detail }, { once: true })
          document.dispatchEvent(new CustomEvent('regulars:facts-wanted', { detail: question }))
          return answer
        }
        const [result] = await chrome.scripting.executeScript({ target: { tabId: tab!.id! }, func: ask, args: [JSON.stringify(wanted)] })
        return JSON.parse(result!.result as string) as unknown
      }, wanted)

    const claims = await answer(handles.map((handle) => `@${handle.toUpperCase()}`)) as readonly Claim[]
    expect(claims.map((claim) => claim.screen_name)).toEqual(handles)
    expect(claims.every((claim) => /^\d+$/.test(claim.id) && claim.followers_count >= 0)).toBe(true)
    expect(await answer([claims[0]!.id, '@nobody_at_all_'])).toEqual([claims[0]])
    await page.evaluate(() => document.querySelector('#react-root')!.replaceChildren())
    expect(await answer(['@nobody'])).toBe('no state')
    await page.close()
  })
})
