import { personIndexOfId } from '../people.ts'
import { chanceOf, pickOf } from '../random.ts'
import { options } from './store.ts'

/** Colours of sky above and below, of far and near hills. */
const SKIES = [
  ['#3f7cac', '#f6d6ad', '#5b7a8c', '#33526b'], ['#f08a5d', '#fcd5a1', '#7a5c80', '#43335c'], ['#7fb7d8', '#e8f3f7', '#7d9a8c', '#48695c'], ['#28386b', '#d58cb0', '#3f3f74', '#232450'],
] as const

const NONE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const asUrl = (svg: string): string => (options.pictures ? `data:image/svg+xml,${encodeURIComponent(svg)}` : NONE)
const made = new Map<string, string>()

function once(key: string, make: () => string): string {
  const known = made.get(key)
  if (known !== undefined) return known
  const url = make()
  made.set(key, url)
  return url
}

/** A made-up portrait: two colours and a quiet figure, or the brand's own mark. */
export function portrait(hue: number, id: string): string {
  return once(id, () => {
    if (personIndexOfId(id) === 0) return asUrl('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="#0b4a6f" d="M0 0h40v40H0z"/><path fill="#fff" d="M6 25l13-15 3 9 12 4-12 1-4 8-2-8z"/></svg>')
    const backs = ['#f4c095', '#8ecae6', '#b7e4c7', '#ffd6e0', '#cdb4db', '#ffe5a5', '#a8dadc', '#e9c46a', '#bde0fe', '#d8e2dc', '#f7a399', '#c3bef7'] as const
    const skins = ['#f6d5bb', '#e3b08a', '#c68a5f', '#9a6242', '#6f4429', '#f0c6a8'] as const
    const shirts = ['#264653', '#e76f51', '#2a9d8f', '#6d597a', '#355070', '#bc4749', '#3d405b', '#588157'] as const
    const hairs = ['#2b2320', '#5a3a22', '#8d5524', '#c9a15a', '#3b3b46', '#b5502b', '#d9d4cc'] as const
    const pick = <T>(list: readonly T[], salt: number): T => pickOf(list, hue, Number(id.slice(-6)), salt)
    const hair = pick(hairs, 4)
    const cut = pick([
      `<path d="M11.5 17c0-7 4-10 8.5-10s8.5 3 8.5 10c-2-4-5-5.5-8.5-5.5S13.5 13 11.5 17z" fill="${hair}"/>`,
      `<path d="M10.5 26c-1-12 2.5-19.5 9.5-19.5S30.5 14 29.5 26l-3.5 1c1-8-1-12-6-13-5 1-7 5-6 13z" fill="${hair}"/>`,
      `<circle cx="20" cy="7.5" r="4" fill="${hair}"/><path d="M12 17c0-6 3.5-9 8-9s8 3 8 9c-2-3-5-4-8-4s-6 1-8 4z" fill="${hair}"/>`,
    ], 5)
    return asUrl(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="${pick(backs, 1)}" d="M0 0h40v40H0z"/><path d="M6 41c.5-10 7-13 14-13s13.5 3 14 13z" fill="${pick(shirts, 3)}"/><path d="M17 23h6v6.5a3 3 0 0 1-6 0z" fill="${pick(skins, 2)}"/><ellipse cx="20" cy="18" rx="7.5" ry="8.5" fill="${pick(skins, 2)}"/>${cut}</svg>`)
  })
}

/** A made-up photograph: sky, sun, hills and a wing. */
export function photograph(index: number): string {
  return once(`photo-${index}`, () => {
    const [high, low, far, near] = pickOf(SKIES, index, 91)
    const sun = 90 + Math.floor(chanceOf(index, 92) * 400)
    return asUrl(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 338" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${high}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs><path fill="url(#s)" d="M0 0h600v338H0z"/><circle cx="${sun}" cy="190" r="34" fill="#fff6dc"/><path fill="${far}" d="M0 262l90-46 110 40 130-70 120 62 150-40v130H0z"/><path fill="${near}" d="M0 300l160-32 150 22 290-36v84H0z"/><path fill="#e8edf1" d="M600 210L330 300l-14 18 60-4 224-44z"/><path fill="#0b4a6f" d="M318 314l-26-56 20 2 30 36z"/></svg>`)
  })
}

/** One emoji as a picture, since X shows pictures for them. */
export const emojiPicture = (emoji: string): string =>
  once(`emoji-${emoji}`, () => asUrl(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><text y="29" font-size="29" font-family="Apple Color Emoji, Segoe UI Emoji, Noto Color Emoji">${emoji}</text></svg>`))
