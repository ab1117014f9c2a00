import type { Choices, TemplateFacts } from './facts'
import { startFilling, writeParts } from './fill-template'
import type { Gap } from './gap'
import type { Template } from './template'

/** What a template asks for with these facts, in the order in which it stands there: prompts, answered or not, and variables that nothing is known for. */
export function neededOf(template: Template, facts: TemplateFacts, choices: Choices = {}): readonly Gap[] {
  const filling = startFilling(template, facts, choices)
  writeParts(template.parts, filling)
  return [...filling.asked.values()]
}
