import { type Handle, type HandleKey, keyOf } from '../../domain/handle'
import type { MarkRule } from '../../domain/mark-rules'

/** The lists of the settings on which somebody may stand. */
export interface HandleLists {
  readonly markRules: readonly MarkRule[]
  readonly colleagues: readonly Handle[]
}

/** The lists without these handles. A rule that held for nobody else goes with them; one that they were not on stays the very same. */
export function withoutHandles({ markRules, colleagues }: HandleLists, gone: readonly HandleKey[]): HandleLists {
  const stays = (handle: Handle): boolean => !gone.includes(keyOf(handle))
  return { colleagues: colleagues.filter(stays), markRules: markRules.flatMap((rule) => ruleWithout(rule, stays)) }
}

function ruleWithout(rule: MarkRule, stays: (handle: Handle) => boolean): readonly MarkRule[] {
  const { handles } = rule.when
  if (!handles || handles.every(stays)) return [rule]
  const left = handles.filter(stays)
  return left.length > 0 ? [{ ...rule, when: { ...rule.when, handles: left } }] : []
}
