import { misread } from './misread'
import type { Comparison, Test } from './template'
import type { Token, TokenReader } from './tokens'
import type { ValueType } from './variables'

const COMPARISONS: readonly string[] = ['is', '=', '!=', '<', '>', '<=', '>='] satisfies readonly Comparison[]
const DEEPEST = 20

/** Reads the test of an {if}: `or` binds weakest, then `and`, then `not`. */
export function parseTest(reader: TokenReader): Test {
  const test = anyOf(reader, 0)
  return reader.peek ? misread('test', reader.peek, reader) : test
}

function anyOf(reader: TokenReader, depth: number): Test {
  const tests = [allOf(reader, depth)]
  while (reader.takes('or')) tests.push(allOf(reader, depth))
  return tests.length === 1 && tests[0] ? tests[0] : { kind: 'or', tests }
}

function allOf(reader: TokenReader, depth: number): Test {
  const tests = [one(reader, depth)]
  while (reader.takes('and')) tests.push(one(reader, depth))
  return tests.length === 1 && tests[0] ? tests[0] : { kind: 'and', tests }
}

function one(reader: TokenReader, depth: number): Test {
  let isNegated = false
  while (reader.takes('not')) isNegated = !isNegated
  const test = reader.isAt('(') ? inBrackets(reader, depth + 1) : simple(reader)
  return isNegated ? { kind: 'not', test } : test
}

function inBrackets(reader: TokenReader, depth: number): Test {
  const bracket = reader.take()
  if (depth > DEEPEST) misread('depth', bracket, reader)
  const test = anyOf(reader, depth)
  return reader.takes(')') ? test : misread('test', reader.peek, reader)
}

function simple(reader: TokenReader): Test {
  if (reader.takes('has')) return hasTag(reader)
  const token = reader.take()
  if (token?.kind !== 'word') return misread('test', token, reader)
  const type = reader.typeOf(token.text) ?? misread('unknown variable', token, reader)
  if (reader.takes('has')) return hasTag(reader)
  if (reader.takes('in')) return inList(token.text, reader)
  return COMPARISONS.some((by) => reader.isAt(by)) ? compared(token.text, type, reader) : { kind: 'given', name: token.text }
}

function hasTag(reader: TokenReader): Test {
  if (!reader.takes('tag')) misread('test', reader.peek, reader)
  return { kind: 'tag', tag: wordIn(reader) }
}

function inList(name: string, reader: TokenReader): Test {
  if (!reader.takes('list')) misread('test', reader.peek, reader)
  const list = [wordIn(reader)]
  while (reader.takes(',')) list.push(wordIn(reader))
  return { kind: 'list', name, list }
}

function compared(name: string, type: ValueType, reader: TokenReader): Test {
  const by = reader.take()?.text as Comparison
  const isNegated = by === 'is' && reader.takes('not')
  const operand = reader.take()
  const test = { kind: 'compare', name, by, to: operandOf(operand, type, by, reader) } as const
  return isNegated ? { kind: 'not', test } : test
}

/** What a variable is compared to: of its own type, or an error. Order is for numbers alone. */
function operandOf(token: Token | undefined, type: ValueType, by: Comparison, reader: TokenReader): string | number | boolean {
  const isOrder = by.startsWith('<') || by.startsWith('>')
  if (type === 'number' && token?.kind === 'number') return token.number
  if (isOrder || token === undefined) return misread('test', token, reader)
  if (type === 'flag' && (token.text === 'true' || token.text === 'false')) return token.text === 'true'
  if (type === 'text' && (token.kind === 'text' || token.kind === 'word')) return token.text
  return misread('test', token, reader)
}

function wordIn(reader: TokenReader): string {
  const token = reader.take()
  return token && (token.kind === 'text' || token.kind === 'word') ? token.text : misread('test', token, reader)
}
