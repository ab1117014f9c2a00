import { fold } from '../../../domain/fold'
import type { Guard, GuardContext, GuardRules } from './guard'

/** Somebody asked not to be written to. */
export function noContactGuard({ tags = [] }: GuardContext, { noContactTags }: GuardRules): readonly Guard[] {
  const meant = new Set(noContactTags.map(fold))
  const tag = tags.find((tag) => meant.has(fold(tag)))
  return tag === undefined ? [] : [{ code: 'no contact', severity: 'block', about: tag, places: [] }]
}
