import { INFLUENCE_CONSTANTS, type InfluenceConstants } from './influence-constants'
import { usualAt } from './influence-terms'
import { type OwnNumbers, replacedBy, WEIGHT_NAMES } from './own-numbers'

/** Followers of the median of those who post about a brand. */
const MEDIAN_POSTER = Math.log10(327 + 1)

/** The numbers with what follows from them: so they are kept. Weights that are the fitted ones are left out. */
export function sealed({ weights, centring }: OwnNumbers): OwnNumbers {
  const changed = WEIGHT_NAMES.filter((name) => weights[name] !== undefined && weights[name] !== INFLUENCE_CONSTANTS[name])
  if (changed.length === 0 && !centring) return { weights: {} }
  const own = { weights: Object.fromEntries(changed.map((name) => [name, weights[name]])), centring }
  const version = `${INFLUENCE_CONSTANTS.version}+${shortNameOf(JSON.stringify([own.weights, centring?.listFactor, centring?.engagementOffset]))}`
  return { ...own, seal: { middle: middleWith(own), version } }
}

/** All numbers by which scores are made. */
export function constantsWith(numbers: OwnNumbers): InfluenceConstants {
  return { ...INFLUENCE_CONSTANTS, ...replacedBy(sealed(numbers)) }
}

/** Whatever the weights, the median of those who post about a brand stays where it is: 50 goes on to mean the same. */
function middleWith(own: OwnNumbers): number {
  const constants = { ...INFLUENCE_CONSTANTS, ...replacedBy({ ...own, seal: { middle: 0, version: '' } }) }
  return INFLUENCE_CONSTANTS.middle + usualAt(MEDIAN_POSTER, constants) - usualAt(MEDIAN_POSTER, INFLUENCE_CONSTANTS)
}

/** Six signs that tell one set of numbers from another (FNV-1a). */
function shortNameOf(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-6)
}
