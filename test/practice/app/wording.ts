import { LABELS, type Labels } from '../labels.ts'
import type { Language } from '../options.ts'
import { options, useAppState } from './store.ts'

/** The words of the language that is set now. */
export const useLabels = (): Labels => LABELS[useAppState((state) => state.settings.lang)]

export const useLanguage = (): Language => useAppState((state) => state.settings.lang)

/** 25616 as "25K": cut, never rounded up, in the manner of the language. */
export function shortNumber(n: number, lang: Language): string {
  if (n < 10_000 && lang !== 'en') return n.toLocaleString(lang === 'ar' ? 'en' : lang)
  return new Intl.NumberFormat(lang === 'ar' ? 'en' : lang, { notation: 'compact', maximumFractionDigits: n < 10_000 ? 1 : 1, roundingMode: 'trunc' }).format(n)
}

/** "4m", "5h" or "Nov 3": how X writes a post's age in a timeline. */
export function shortAge(at: number, lang: Language): string {
  const minutes = Math.floor((options.now - at) / 60_000)
  const unit = (value: number, name: string): string => new Intl.NumberFormat(lang === 'ar' ? 'ar-u-nu-latn' : lang, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value)
  if (minutes < 60) return unit(Math.max(minutes, 1), 'minute')
  if (minutes < 1440) return unit(Math.floor(minutes / 60), 'hour')
  return new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(at)
}

/** "4 minutes ago", for the link's label. */
export function spokenAge(at: number, lang: Language): string {
  const minutes = Math.floor((options.now - at) / 60_000)
  const ago = new Intl.RelativeTimeFormat(lang)
  return minutes < 60 ? ago.format(-minutes, 'minute') : minutes < 1440 ? ago.format(-Math.floor(minutes / 60), 'hour') : shortAge(at, lang)
}

/** "8:03 PM · Jun 3, 2025": how X dates a post on its own page. */
export function fullDate(at: number, lang: Language): string {
  const time = new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(at)
  return `${time} · ${new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' }).format(at)}`
}
