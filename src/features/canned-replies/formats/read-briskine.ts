import type { CsvRecord } from '../../../domain/csv'
import { cellsBy, type Row } from './columns'
import { foreignReply, type ForeignReply, type ImportNote } from './foreign-reply'
import { htmlToText } from './html-to-text'
import { fromMustache } from './mustache'

const NAMES = {
  'to.first_name': 'first', 'to.name': 'name', 'to.full_name': 'name', first_name: 'first', name: 'name',
  'from.first_name': 'agent', 'from.name': 'agent', 'from.full_name': 'agent', 'account.first_name': 'agent', 'account.name': 'agent', 'account.full_name': 'agent',
} as const
/** What a letter has and a reply has not. */
const LETTER = ['subject', 'to', 'cc', 'bcc'] as const

/** The templates of Briskine's CSV: id, title, shortcut, subject, cc, bcc, to, body, tags; bodies are HTML with Handlebars. */
export function readBriskine(records: readonly CsvRecord[]): readonly ForeignReply[] {
  return cellsBy(records).map(readRow)
}

function readRow({ line, of }: Row): ForeignReply {
  const { text, isPlain } = htmlToText(of('body'))
  const { body, notes, refused } = fromMustache(text, { names: NAMES })
  const dropped = LETTER.filter((field) => of(field).trim() !== '').map((field): ImportNote => ({ code: 'field', about: `${field}: ${of(field).trim()}` }))
  const looks: readonly ImportNote[] = isPlain ? [] : [{ code: 'formatting', about: '' }]
  const tags = of('tags').split(/[,;|]/).map((tag) => tag.trim()).filter((tag) => tag !== '')
  return foreignReply({ line, title: of('title'), trigger: of('shortcut'), body, tags, notes: [...notes, ...looks, ...dropped], refused })
}
