import type { MouseEvent } from 'react'
import { arrive, findUser, options, store, update } from './store.ts'
import { personIndexOfId } from '../people.ts'

let opening: ReturnType<typeof setTimeout> | undefined
let closing: ReturnType<typeof setTimeout> | undefined

const WAIT = 400

function open(link: Element, handle: string): void {
  const box = link.getBoundingClientRect()
  update({ hover: { handle, x: Math.max(8, Math.min(box.left + box.width / 2 - 150, innerWidth - 320)), y: box.bottom + 8, loading: true } })
  setTimeout(() => {
    const user = findUser(handle)
    const index = user && personIndexOfId(user.id_str)
    if (index !== undefined) arrive([index])
    update(({ hover }) => ({ hover: hover?.handle === handle ? { ...hover, loading: false } : hover }))
  }, 120 + options.latency)
}

/** Resting on an author's link opens the hover card, leaving closes it; one card serves them all. */
export const watchHover = {
  onMouseOver(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined
    if (target?.closest('#layers')) return clearTimeout(closing)
    const link = target?.closest('[data-testid=User-Name] a, [data-testid=Tweet-User-Avatar] a, [data-testid=UserCell] a')
    const handle = /^\/(\w{1,15})$/.exec(link?.getAttribute('href') ?? '')?.[1]
    clearTimeout(opening)
    if (link && handle) {
      clearTimeout(closing)
      opening = setTimeout(() => open(link, handle), WAIT)
    } else if (store.getState().hover) {
      clearTimeout(closing)
      closing = setTimeout(() => update({ hover: undefined }), WAIT)
    }
  },
}
