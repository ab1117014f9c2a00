import { misread } from './misread'
import type { Prompt } from './template'
import type { TokenReader } from './tokens'

const TYPES = ['text', 'number', 'choice', 'date'] as const

/** Reads what follows `{?`: `amount:number min=0 max=authority.goodwill`, `reason:choice "late","lost"`, `note:text*`. */
export function parsePrompt(reader: TokenReader): Prompt {
  const token = reader.take()
  if (token?.kind !== 'word') return misread('unknown prompt', token, reader)
  const type = reader.takes(':') ? typeIn(reader) : 'text'
  const isRequired = reader.takes('*')
  const choices = type === 'choice' ? choicesIn(reader) : []
  const limits = limitsIn(reader)
  const initial = limits.get('default')
  return { name: token.text, type, required: isRequired, choices, initial: initial === undefined ? '' : String(initial), min: limits.get('min'), max: limits.get('max') }
}

function typeIn(reader: TokenReader): Prompt['type'] {
  const token = reader.take()
  return TYPES.find((type) => type === token?.text) ?? misread('unknown prompt', token, reader)
}

function choicesIn(reader: TokenReader): readonly string[] {
  const choices: string[] = []
  do {
    const token = reader.take()
    choices.push(token?.kind === 'text' ? token.text : misread('unknown prompt', token, reader))
  } while (reader.takes(','))
  return choices
}

function limitsIn(reader: TokenReader): ReadonlyMap<string, number | string> {
  const limits = new Map<string, number | string>()
  for (let token = reader.take(); token; token = reader.take()) {
    const isKnown = ['min', 'max', 'default'].includes(token.text)
    if (!isKnown || !reader.takes('=')) misread('unknown prompt', token, reader)
    const value = reader.take()
    if (value === undefined || value.kind === 'sign' || value.kind === 'odd') misread('unknown prompt', value, reader)
    else limits.set(token.text, value.kind === 'number' ? value.number : value.text)
  }
  return limits
}
