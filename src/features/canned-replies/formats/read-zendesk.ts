import { fieldsOf, foreignReply, type ForeignReply, type ImportNote, listOf, textOf } from './foreign-reply'
import { htmlToText } from './html-to-text'
import { fromMustache } from './mustache'

const NAMES = {
  'ticket.requester.first_name': 'first', 'ticket.requester.name': 'name', 'ticket.requester.first_name_or_name': 'first', 'current_user.first_name': 'agent', 'current_user.name': 'agent',
  'ticket.assignee.first_name': 'agent', 'ticket.assignee.name': 'agent', 'ticket.id': 'case.id', 'ticket.title': 'issue', 'ticket.brand.name': 'brand', 'ticket.account': 'brand', 'ticket.organization.name': 'brand',
  'ticket.requester.language': 'lang',
} as const

/** The macros of Zendesk's API, and the dynamic content beside them: each placeholder becomes a reply with its languages, which the macros then name. */
export function readZendesk(document: unknown): readonly ForeignReply[] {
  const { macros, dynamic_content: content, items } = fieldsOf(document)
  const placeholders = listOf(items ?? fieldsOf(content)['items'] ?? content).map(readPlaceholder)
  return [...placeholders, ...listOf(macros ?? (Array.isArray(document) ? document : [])).map(readMacro)]
}

/** A macro's words; what else it would do to a ticket is listed, since there is no ticket here. */
function readMacro(macro: unknown): ForeignReply {
  const { title, active, actions, description } = fieldsOf(macro)
  const pieces = textOf(title).split('::')
  const comment = listOf(actions).map(fieldsOf).find(({ field }) => field === 'comment_value' || field === 'comment_value_html')
  const { text, isPlain } = htmlToText(wordsOf(comment?.['value']))
  const { body, notes, refused } = fromMustache(text, { names: NAMES })
  const others = listOf(actions).map(fieldsOf).filter((action) => action !== comment)
  const dropped = others.map(({ field, value }): ImportNote => ({ code: 'action', about: `${textOf(field)} = ${wordsOf(value)}` }))
  const told: readonly ImportNote[] = [
    ...(isPlain ? [] : [{ code: 'formatting', about: '' } as const]),
    ...(textOf(description) === '' ? [] : [{ code: 'field', about: `description: ${textOf(description)}` } as const]),
    ...(active === false ? [{ code: 'inactive', about: 'active: false' } as const] : []),
  ]
  return foreignReply({ title: pieces.at(-1)?.trim() ?? '', folder: pieces.slice(0, -1).map((piece) => piece.trim()).join(' / '), body, archived: active === false, notes: [...notes, ...told, ...dropped], refused })
}

function readPlaceholder(item: unknown): ForeignReply {
  const { name, placeholder, variants, default_locale_id: standard } = fieldsOf(item)
  const trigger = textOf(placeholder).replace(/[{}\s]/g, '')
  const read = listOf(variants).map(fieldsOf).map((variant) => ({
    isDefault: variant['default'] === true || (standard !== undefined && variant['locale_id'] === standard),
    lang: textOf(variant['locale'] ?? fieldsOf(variant['locale_object'])['locale']),
    converted: fromMustache(textOf(variant['content']), { names: NAMES }),
  }))
  const own = read.find(({ isDefault }) => isDefault) ?? read[0]
  const others = read.filter((variant) => variant !== own)
  const nameless = others.filter(({ lang }) => lang === '').map(({ converted }): ImportNote => ({ code: 'field', about: converted.body }))
  const langs = Object.fromEntries(others.filter(({ lang }) => lang !== '').map(({ lang, converted }) => [lang, [converted.body]]))
  return foreignReply({ title: textOf(name) || trigger, trigger, body: own?.converted.body ?? '', lang: own?.lang ?? '', langs, notes: [...read.flatMap(({ converted }) => converted.notes), ...nameless], refused: read.find(({ converted }) => converted.refused)?.converted.refused })
}

/** A value is a text, or a list of the channel and the text. */
function wordsOf(value: unknown): string {
  return Array.isArray(value) ? textOf(value.at(-1)) : textOf(value)
}
