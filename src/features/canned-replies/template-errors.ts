import type { Reply } from './reply'
import { checkNesting } from './template/check-nesting'
import { parseTemplate } from './template/parse-template'
import type { TemplateError } from './template/template'

/** All that is wrong in one body of a reply, what it opens included. */
export function templateErrors(body: string, reply: Reply, find: (trigger: string) => Reply | undefined): readonly TemplateError[] {
  const { errors } = parseTemplate(body)
  return errors.length > 0 ? errors : checkNesting(body, [reply.trigger, ...reply.aliases].filter((trigger) => trigger !== ''), find)
}

/** Every body of a reply: its own, its variants, and those in other languages. */
export function bodiesOf({ body, variants, langs }: Reply): readonly string[] {
  return [body, ...variants, ...Object.values(langs).flat()]
}
