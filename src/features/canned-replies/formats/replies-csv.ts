import { csvLine } from '../../../domain/to-csv'
import type { Reply } from '../reply'

const HEADINGS = ['title', 'trigger', 'aliases', 'language', 'variant', 'body', 'folder', 'tags', 'surface', 'favourite', 'archived', 'id']

/** The replies as a table for spreadsheets: a line for every way to say each, guarded against formulas. Our JSON is the file that keeps everything. */
export function* writeRepliesCsv(replies: readonly Reply[]): Generator<string> {
  yield csvLine(HEADINGS)
  for (const reply of replies) yield* linesOf(reply)
}

function* linesOf(reply: Reply): Generator<string> {
  const { title, trigger, aliases, folder, tags, scope, favourite, archived, id } = reply
  for (const [lang, bodies] of [[reply.lang, [reply.body, ...reply.variants]] as const, ...Object.entries(reply.langs)]) {
    for (const [variant, body] of bodies.entries()) {
      yield csvLine([title, trigger, aliases.join(' '), lang, String(variant + 1), body, folder, tags.join('; '), scope.surface, favourite ? 'yes' : '', archived ? 'yes' : '', id])
    }
  }
}
