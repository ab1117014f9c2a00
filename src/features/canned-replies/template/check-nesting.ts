import type { Reply } from '../reply'
import { DEEPEST_NESTING } from './open-nested'
import { parseTemplate } from './parse-template'
import type { Part, TemplateError } from './template'
import { everyPart } from './walk'

type Find = (trigger: string) => Reply | undefined
/** The longest way down from a reply, itself first; or the way on which it comes back to where it was. */
type Below = { readonly longest: readonly string[] } | { readonly circle: readonly string[] }

/** What is wrong with the replies that a template names: one that is not there, one that leads back to itself, or too many in each other. `own` are the triggers of the reply it belongs to. */
export function checkNesting(text: string, own: readonly string[], find: Find): readonly TemplateError[] {
  const known = new Map<string, Below>()
  return nestedIn(text).flatMap((part): readonly TemplateError[] => {
    const error = (code: TemplateError['code'], about: string): readonly TemplateError[] => [{ code, at: part.at, end: part.end, about }]
    if (own.includes(part.trigger)) return error('cycle', [...own.slice(0, 1), part.trigger].join(' > '))
    if (!find(part.trigger)) return error('unknown reply', part.trigger)
    const below = belowOf(part.trigger, own.slice(0, 1), own, find, known)
    if ('circle' in below) return error('cycle', below.circle.join(' > '))
    return below.longest.length > DEEPEST_NESTING ? error('depth', below.longest.join(' > ')) : []
  })
}

function belowOf(trigger: string, path: readonly string[], own: readonly string[], find: Find, known: Map<string, Below>): Below {
  if (path.includes(trigger) || own.includes(trigger)) return { circle: [...path, trigger] }
  const held = known.get(trigger)
  if (held && 'longest' in held) return held
  let longest: readonly string[] = []
  for (const inner of triggersIn(find(trigger))) {
    const below = belowOf(inner, [...path, trigger], own, find, known)
    if ('circle' in below) return below
    if (below.longest.length > longest.length) longest = below.longest
  }
  known.set(trigger, { longest: [trigger, ...longest] })
  return { longest: [trigger, ...longest] }
}

function triggersIn(reply: Reply | undefined): readonly string[] {
  const bodies = reply ? [reply.body, ...reply.variants, ...Object.values(reply.langs).flat()] : []
  return [...new Set(bodies.flatMap(nestedIn).map((part) => part.trigger))]
}

function nestedIn(text: string): readonly (Part & { kind: 'nested' })[] {
  return [...everyPart(parseTemplate(text).parts)].filter((part) => part.kind === 'nested')
}
