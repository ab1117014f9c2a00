import { answeredGuard } from './answered'
import { manualGuard } from './manual'
import { DEFAULT_RULES, type Guard, type GuardContext, type GuardRule } from './guard'
import { noContactGuard } from './no-contact'
import { personalDataGuard } from './personal-data'
import { placeGuard } from './place'
import { toneGuard } from './tone'

/** Everything that is looked at before words are sent. A feature adds its own to the list. */
export const GUARDS: readonly GuardRule[] = [noContactGuard, placeGuard, personalDataGuard, answeredGuard, manualGuard, toneGuard]

const ORDER = { block: 0, warn: 1, note: 2 } as const

/** What speaks against sending words, the gravest first. */
export function guardsOf(context: GuardContext, guards: readonly GuardRule[] = GUARDS): readonly Guard[] {
  const found = guards.flatMap((guard) => guard(context, context.rules ?? DEFAULT_RULES))
  return found.sort((one, other) => ORDER[one.severity] - ORDER[other.severity])
}
