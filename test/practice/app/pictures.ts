import { chanceOf } from '../random.ts'

const asUrl = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`
const made = new Map<string, string>()

function once(key: string, make: () => string): string {
  const known = made.get(key)
  if (known !== undefined) return known
  const url = make()
  made.set(key, url)
  return url
}

/** A made-up portrait: two colours and a quiet figure, or the brand's own mark. */
export function portrait(hue: number, handle: string): string {
  return once(`${hue}-${handle}`, () => {
    if (handle === 'northwindair') return asUrl('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="#0b4a6f" d="M0 0h40v40H0z"/><path fill="#fff" d="M6 25l13-15 3 9 12 4-12 1-4 8-2-8z"/></svg>')
    const other = (hue + 40 + (hue % 7) * 12) % 360
    const tilt = (hue * 7) % 60
    return asUrl(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><defs><linearGradient id="a" gradientTransform="rotate(${tilt})"><stop stop-color="hsl(${hue} 62% 62%)"/><stop offset="1" stop-color="hsl(${other} 55% 42%)"/></linearGradient></defs><path fill="url(#a)" d="M0 0h40v40H0z"/><circle cx="20" cy="16" r="${7 + (hue % 2)}" fill="hsl(${(hue + 180) % 360} 40% 88%)"/><path d="M5 40c1-11 8-15 15-15s14 4 15 15z" fill="hsl(${(hue + 200) % 360} 38% ${30 + (hue % 30)}%)"/></svg>`)
  })
}

/** A made-up photograph: sky, sun, hills and a wing. */
export function photograph(index: number): string {
  return once(`photo-${index}`, () => {
    const hue = Math.floor(chanceOf(index, 91) * 60) + (index % 2 ? 190 : 10)
    const sun = 90 + Math.floor(chanceOf(index, 92) * 400)
    return asUrl(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 338" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="hsl(${hue} 60% 45%)"/><stop offset="1" stop-color="hsl(${hue + 30} 85% 82%)"/></linearGradient></defs><path fill="url(#s)" d="M0 0h600v338H0z"/><circle cx="${sun}" cy="190" r="34" fill="hsl(45 100% 88%)"/><path fill="hsl(${hue + 10} 35% 40%)" d="M0 262l90-46 110 40 130-70 120 62 150-40v130H0z"/><path fill="hsl(${hue + 15} 40% 26%)" d="M0 300l160-32 150 22 290-36v84H0z"/><path fill="#e8edf1" d="M600 210L330 300l-14 18 60-4 224-44z"/><path fill="#0b4a6f" d="M318 314l-26-56 20 2 30 36z"/></svg>`)
  })
}

/** One emoji as a picture, since X shows pictures for them. */
export const emojiPicture = (emoji: string): string =>
  once(`emoji-${emoji}`, () => asUrl(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><text y="29" font-size="29">${emoji}</text></svg>`))
