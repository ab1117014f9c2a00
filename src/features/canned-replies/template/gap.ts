import type { Part, Prompt, Span } from './template'

/** What stands in the way of a filled reply: something to type, or something that only its author can mend. */
export interface Gap extends Span {
  /** The variable or prompt to be typed; of others the words at fault. */
  readonly name: string
  readonly kind: 'variable' | 'prompt' | 'selection' | 'clipboard' | 'syntax' | 'unknown reply' | 'cycle' | 'depth' | 'other language' | 'too long'
  readonly required: boolean
  readonly prompt?: Prompt | undefined
}

/** The gap that a variable leaves, under the first of its names. */
export function gapOf({ names, at, end }: Part & { kind: 'value' }): Gap {
  const name = names[0]?.name ?? ''
  return { name, kind: name === 'selection' || name === 'clipboard' ? name : 'variable', required: true, at, end }
}

/** The gap that a question leaves while it is not answered. */
export function promptGap({ prompt, at, end }: Part & { kind: 'prompt' }): Gap {
  return { name: prompt.name, kind: 'prompt', required: prompt.required, prompt, at, end }
}
