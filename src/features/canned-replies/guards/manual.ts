import { isBlank } from '../template/names'
import type { Guard, GuardContext, GuardRules } from './guard'

/** Less than this of a text changed before sending counts as sent as it was. */
const UNEDITED = 0.1

/** People notice a manual: the same words unedited again, or a line missing that only a human could write. */
export function manualGuard({ reply, variant = 0, lang, uses = [], personalLine }: GuardContext, { mostRepeats }: GuardRules): readonly Guard[] {
  if (!reply) return []
  const same = uses.filter((use) => use.reply === reply.id && use.variant === variant && use.lang === lang && !use.undone && (use.editShare ?? 0) < UNEDITED)
  const repeated: readonly Guard[] = same.length < mostRepeats ? [] : [{ code: 'repeated', severity: 'warn', about: String(same.length), places: [], post: same.at(-1)?.post }]
  const isPersonal = !reply.requiresPersonalLine || !isBlank(personalLine ?? '')
  return isPersonal ? repeated : [{ code: 'personal', severity: 'block', about: reply.title, places: [] }, ...repeated]
}
