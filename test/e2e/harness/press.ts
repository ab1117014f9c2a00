import type { ElementHandle, Frame, Page } from 'puppeteer-core'

/** Presses a button by its name, as a person does, once it is there and can be pressed. The driver's own way by names reads the whole accessibility tree each time, which in Firefox takes a second. */
export async function press(place: Page | Frame, name: string): Promise<void> {
  const found = await place.waitForFunction((name) => {
    const nameOf = (button: Element): string => (button.getAttribute('aria-label') ?? button.textContent ?? '').trim()
    return [...document.querySelectorAll<HTMLButtonElement>('button')].find((button) => nameOf(button) === name && !button.disabled && button.checkVisibility())
  }, { polling: 30 }, name)
  await (found as ElementHandle<HTMLButtonElement>).click()
}
