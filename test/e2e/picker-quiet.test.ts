import type { Frame, Page } from 'puppeteer-core'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { eachBrowser } from './harness/each-browser.ts'
import { comes, EDITOR, moment, openComposer, saveReplies, written } from './harness/picker.ts'

/** Seen to fail with X's list of names overlooked, and with compositions overlooked. */
eachBrowser('the picker leaves alone', ({ kind, session, practice }) => {
  let page: Page
  beforeAll(async () => {
    await saveReplies(session())
  })
  afterEach(async () => {
    expect(session().consoleErrors(page)).toEqual([])
    expect(practice().requests.filter(({ method }) => method === 'POST')).toEqual([])
    await page.close()
  })
  const open = async (path?: string, selector?: string): Promise<Frame> => {
    const opened = await openComposer(session(), path, selector)
    page = opened.page
    return opened.frame
  }

  it.each(['@ty', '#ty', 'https://ty', 'www.ty', 'x/ty', 'untyped'])('leaves Tab to X behind %s', async (typed) => {
    await open()
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
    await moment()
    expect(await written(page)).toBe(typed)
  })

  it.each(['and/', '24/', 'https:/', 'x /'])('opens nothing in the middle of a word: %s', async (typed) => {
    const frame = await open()
    await page.keyboard.type(typed.slice(0, -1))
    if (typed === 'x /') await page.evaluate((selector) => {
      const editor = document.querySelector(selector)!
      const list = document.body.appendChild(document.createElement('div'))
      list.id = 'completing'
      list.append(document.createElement('span'))
      editor.setAttribute('aria-controls', 'completing')
    }, EDITOR)
    await page.keyboard.press('/')
    await moment()
    expect(await frame.evaluate(() => document.hasFocus())).toBe(false)
    expect(await written(page)).toBe(typed)
  })

  it('is quiet in a search field', async () => {
    await open()
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { type: 'search', id: 'seek' })))
    await page.focus('#seek')
    await page.keyboard.type('ty')
    await page.keyboard.press('/')
    expect(await page.$eval('input#seek', (field) => field.value)).toBe('ty/')
  })

  it('never touches a composition', async () => {
    await open()
    await page.evaluate(() => {
      Object.assign(window, { __keys: [] })
      addEventListener('keydown', ({ key }) => (window as unknown as { __keys: string[] }).__keys.push(key), true)
    })
    if (kind === 'chromium') {
      const devtools = await page.createCDPSession()
      await devtools.send('Input.imeSetComposition', { text: 'ty', selectionStart: 2, selectionEnd: 2 })
      await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Tab', windowsVirtualKeyCode: 229 })
      await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Slash', windowsVirtualKeyCode: 229 })
      await comes(page, 'ty')
      // Some systems tell the real key, and that it belongs to the composition.
      await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 })
    } else {
      await page.keyboard.type('ty')
      await page.$eval(EDITOR, (editor) => {
        editor.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
        editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', isComposing: true, bubbles: true, cancelable: true }))
        editor.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '' }))
      })
    }
    await moment()
    expect(await page.evaluate(() => (window as unknown as { __keys: string[] }).__keys)).toContain('Tab')
    expect(await written(page)).toBe('ty')
  })
})
