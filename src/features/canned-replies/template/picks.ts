import type { Choices } from './facts'
import { pickVariant } from './pick-variant'
import type { Part, Template } from './template'
import { everyPart } from './walk'

/** What each alternation of a template takes. */
export interface Picks {
  readonly of: ReadonlyMap<Part, number>
  readonly indexes: readonly number[]
  readonly repeats: boolean
}

/** Picks for every alternation, in the order in which they stand there, whether it will be written or not. */
export function picksFor({ parts }: Template, { seed = 0, past = [] }: Choices): Picks {
  const alternations = [...everyPart(parts)].filter((part) => part.kind === 'either')
  const picked = alternations.map(({ choices }, number) =>
    pickVariant(choices.length, past.map(({ picks, here }) => ({ index: picks[number] ?? -1, here })), seed + number * 7919),
  )
  return {
    of: new Map(alternations.map((part, number) => [part, picked[number]?.index ?? 0])),
    indexes: picked.map(({ index }) => index),
    repeats: picked.some(({ allUsed }) => allUsed),
  }
}
