import type { Part } from './template'

/** Every part of a template, those inside of others too, in the order in which they stand there. */
export function* everyPart(parts: readonly Part[]): Generator<Part> {
  for (const part of parts) {
    yield part
    if (part.kind === 'either') for (const choice of part.choices) yield* everyPart(choice)
    else if (part.kind === 'optional') yield* everyPart(part.parts)
    else if (part.kind === 'if') for (const way of part.branches) yield* everyPart(way.parts)
  }
}
