import { fieldsOf, foreignReply, type ForeignReply, type ImportNote, listOf, textOf } from './foreign-reply'
import { fromMustache } from './mustache'

const NAMES = {
  'contact.name': 'name', 'contact.first_name': 'first', 'agent.name': 'agent', 'agent.first_name': 'agent',
  'conversation.id': 'case.id', 'conversation.display_id': 'case.id', 'account.name': 'brand', 'inbox.name': 'brand',
} as const

/** The canned responses of Chatwoot, as its API lists them: short_code, content in Liquid, attachments. */
export function readChatwoot(document: unknown): readonly ForeignReply[] {
  const rows = Array.isArray(document) ? listOf(document) : listOf(fieldsOf(document)['payload'] ?? fieldsOf(document)['data'])
  return rows.map((row) => {
    const { short_code: code, content, attachments } = fieldsOf(row)
    const { body, notes, refused } = fromMustache(textOf(content), { names: NAMES })
    const files = listOf(attachments).map((file) => textOf(fieldsOf(file)['file_url']) || textOf(fieldsOf(file)['filename']) || textOf(file)).filter((name) => name !== '')
    const hints = files.map((about): ImportNote => ({ code: 'attachment', about }))
    return foreignReply({ title: textOf(code), trigger: textOf(code), body, attachments: files, notes: [...notes, ...hints], refused })
  })
}
