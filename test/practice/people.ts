import { CAST, type CastMember } from './cast.ts'
import { hostileName } from './hostile.ts'
import { BIOS, FAMILY_NAMES, FIRST_NAMES, MARKS, OTHER_SCRIPTS, PLACES } from './names.ts'
import type { PracticeOptions } from './options.ts'
import { chanceOf, logNormalOf, pickOf, wholeOf } from './random.ts'

export type Verified = 'none' | 'blue' | 'business'

/** A made-up account. `index` is its place in the pool; 0 is the account that is logged in. */
export interface Person {
  readonly index: number
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly bio: string
  readonly location: string
  readonly lang: string
  readonly followers: number
  readonly following: number
  readonly posts: number
  /** Only some of X's user objects have it. */
  readonly listed: number | undefined
  readonly createdAt: number
  readonly verified: Verified
  readonly followsYou: boolean
  readonly followed: boolean
  readonly hue: number
}

type World = Pick<PracticeOptions, 'seed' | 'people' | 'hostile'>

const FIRST_ID = 900_000_000_000_000_000n
const ID_STEP = 1_234_567_891n
const SHORT_FIRST = 20_000_000
const SHORT_STEP = 7919

/** Accounts from before 2010 have short ids on X; every fourth one here. */
function idOf(index: number): string {
  return index % 4 === 0 ? String(SHORT_FIRST + index * SHORT_STEP) : String(FIRST_ID + BigInt(index) * ID_STEP)
}

/** The place in the pool of the account with this numeric id. */
export function personIndexOfId(id: string): number | undefined {
  if (!/^\d{1,19}$/.test(id)) return undefined
  const value = BigInt(id)
  const index = value < FIRST_ID ? (Number(value) - SHORT_FIRST) / SHORT_STEP : Number((value - FIRST_ID) / ID_STEP)
  return Number.isInteger(index) && index >= 0 && idOf(index) === id ? index : undefined
}

/** The place in the pool of the account with this handle, whatever its letter case. */
export function personIndexOfHandle(world: World, handle: string): number | undefined {
  const wanted = handle.toLowerCase()
  const cast = CAST.findIndex((member) => member.handle === wanted)
  if (cast >= 0) return cast
  const index = Number(/\d+$/.exec(handle)?.[0] ?? Number.NaN)
  return Number.isInteger(index) && index >= CAST.length && person(world, index).handle.toLowerCase() === wanted ? index : undefined
}

function castPerson(world: World, index: number, member: CastMember): Person {
  const { joined, ...rest } = member
  return {
    ...rest, index, id: idOf(index), listed: Math.round(member.followers / 90), createdAt: Date.parse(joined),
    followed: chanceOf(world.seed, index, 17) < 0.3, hue: wholeOf(360, 11, index),
  }
}

function nameOf(seed: number, index: number): { name: string, stem: string, lang: string } {
  if (chanceOf(seed, index, 1) < 0.12) {
    const [name, stem, lang] = pickOf(OTHER_SCRIPTS, seed, index, 2)
    return { name, stem, lang }
  }
  const first = pickOf(FIRST_NAMES, seed, index, 3)
  const family = pickOf(FAMILY_NAMES, seed, index, 4)
  const mark = chanceOf(seed, index, 5) < 0.15 ? ` ${pickOf(MARKS, seed, index, 6)}` : ''
  const name = chanceOf(seed, index, 7) < 0.15 ? first.toLowerCase() : `${first} ${family}`
  return { name: name + mark, stem: `${first}${pickOf(['_', '', ''], seed, index, 8)}${family}`, lang: pickOf(['en', 'en', 'en', 'de', 'es', 'fr', 'nl', 'sv'], seed, index, 9) }
}

/** The account at one place of the pool: the same for the same seed and index, always. */
export function person(world: World, index: number): Person {
  const member = CAST[index]
  if (member) return castPerson(world, index, member)
  const { seed } = world
  const { name, stem, lang } = nameOf(seed, index)
  const digits = String(index)
  const followers = logNormalOf(320, 1.9, seed, index, 21)
  return {
    index, id: idOf(index), lang,
    handle: stem.slice(0, 15 - digits.length) + digits,
    name: world.hostile ? hostileName(seed, index, name) : name,
    bio: pickOf(BIOS, seed, index, 22),
    location: chanceOf(seed, index, 23) < 0.7 ? pickOf(PLACES, seed, index, 24) : '',
    followers, following: logNormalOf(280, 1.1, seed, index, 25), posts: logNormalOf(1400, 1.7, seed, index, 26),
    listed: chanceOf(seed, index, 27) < 0.6 ? Math.floor(followers / 120) : undefined,
    createdAt: Date.UTC(2008, 0, 1) + wholeOf(6300, seed, index, 28) * 86_400_000 + wholeOf(86_400, seed, index, 29) * 1000,
    verified: chanceOf(seed, index, 30) < 0.18 ? 'blue' : chanceOf(seed, index, 31) < 0.02 ? 'business' : 'none',
    followsYou: chanceOf(seed, index, 32) < 0.4, followed: chanceOf(seed, index, 33) < 0.25, hue: wholeOf(360, seed, index, 34),
  }
}
