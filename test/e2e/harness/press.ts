import type { ElementHandle, Frame, Page } from 'puppeteer-core'

/** Presses a button by its name, as a person does, once it is there and can be pressed. The driver's own way by names reads the whole accessibility tree each time, which in Firefox takes a second. */
export async function press(place: Page | Frame, name: string): Promise<void> {
  const found = await place.waitForFunction((name) => {
    const nameOf = (button: Element): string => (button.getAttribute('aria-label') ?? button.textContent ?? '').trim()
    return [...document.querySelectorAll<HTMLButtonElement>('button')].find((button) => nameOf(button) === name && !button.disabled && button.checkVisibility())
  }, { polling: 30 }, name)
  const button = found as ElementHandle<HTMLButtonElement>
  await button.evaluate(bringOut)
  await button.click()
}

/** Nobody presses what lies under a heading that stays where it is: they scroll first. */
function bringOut(button: Element): void {
  const { x, y, width, height } = button.getBoundingClientRect()
  const there = document.elementFromPoint(x + width / 2, y + height / 2)
  if (!button.contains(there)) button.scrollIntoView({ block: 'center', behavior: 'instant' })
}
