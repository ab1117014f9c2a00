import type { Part, Prompt, Span } from './template'
import { typeOf } from './variables'

/** What stands in the way of a filled reply: something to type, or something that only its author can mend. */
export interface Gap extends Span {
  /** The variable or prompt to be typed; of others the words at fault. */
  readonly name: string
  readonly kind: 'variable' | 'prompt' | 'selection' | 'clipboard' | 'syntax' | 'unknown reply' | 'cycle' | 'depth' | 'other language' | 'too long'
  readonly required: boolean
  /** What an answer must be. */
  readonly wants: 'text' | 'number' | 'date' | 'choice'
  readonly prompt?: Prompt | undefined
}

/** The gap that a variable leaves, under the first of its names. */
export function gapOf({ names, format, at, end }: Part & { kind: 'value' }): Gap {
  const name = names[0]?.name ?? ''
  const type = typeOf(name)
  const wants = type === 'moment' ? 'date' : type === 'number' || format?.name === 'plural' || format?.name === 'ordinal' ? 'number' : 'text'
  return { name, kind: name === 'selection' || name === 'clipboard' ? name : 'variable', required: true, wants, at, end }
}

/** The gap that a question leaves while it is not answered. */
export function promptGap({ prompt, at, end }: Part & { kind: 'prompt' }): Gap {
  return { name: prompt.name, kind: 'prompt', required: prompt.required, wants: prompt.type, prompt, at, end }
}
