import type { TemplateFacts } from './facts'
import type { Gap } from './gap'
import { parseTemplate } from './parse-template'
import { bodiesFor, fallbacksOf } from './pick-body'
import type { Part, Template } from './template'

/** How deep replies may stand in each other, and how many of them one filling may open. */
export const DEEPEST_NESTING = 5
const MOST_OPENED = 200

/** The replies around the place that is written. */
export interface Nested {
  /** Their triggers, from the outside in. */
  readonly path: readonly string[]
  readonly opened: { count: number }
  /** What was read already, by trigger. */
  readonly parsed: Map<string, Template>
}

/** The template that `{> trigger}` stands for, or why there is none. One reply never mixes languages. */
export function openNested(part: Part & { kind: 'nested' }, { find, lang }: TemplateFacts, nested: Nested): { readonly template: Template; readonly path: readonly string[] } | { readonly gap: Gap } {
  const path = [...nested.path, part.trigger]
  const refuse = (kind: Gap['kind'], name = part.trigger): { readonly gap: Gap } => ({ gap: { name, kind, required: true, wants: 'text', at: part.at, end: part.end } })
  if (nested.path.includes(part.trigger)) return refuse('cycle', path.join(' > '))
  nested.opened.count += 1
  if (path.length > DEEPEST_NESTING || nested.opened.count > MOST_OPENED) return refuse('depth', path.join(' > '))
  const reply = find?.(part.trigger)
  if (!reply) return refuse('unknown reply')
  const { lang: found, bodies } = bodiesFor(reply, [lang])
  if (found !== '' && lang !== '' && fallbacksOf(found).at(-1) !== fallbacksOf(lang).at(-1)) return refuse('other language')
  const template = nested.parsed.get(part.trigger) ?? parseTemplate(bodies[0] ?? '')
  nested.parsed.set(part.trigger, template)
  return template.errors.length > 0 ? refuse('syntax') : { template, path }
}
