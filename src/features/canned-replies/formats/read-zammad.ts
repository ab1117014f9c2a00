import type { CsvRecord } from '../../../domain/csv'
import { cellsBy, type Row } from './columns'
import { Converter } from './converter'
import { foreignReply, type ForeignReply } from './foreign-reply'
import { htmlToText } from './html-to-text'

const NAMES: Readonly<Record<string, string>> = {
  'ticket.customer.firstname': 'first', 'ticket.customer.fullname': 'name', 'ticket.customer.login': 'handle',
  'user.firstname': 'agent', 'user.fullname': 'agent', 'ticket.owner.firstname': 'agent', 'ticket.owner.fullname': 'agent',
  'ticket.number': 'case.id', 'ticket.id': 'case.id', 'ticket.title': 'issue', 'config.organization': 'brand', 'config.product_name': 'brand', 'ticket.organization.name': 'brand',
}

/** The text modules of Zammad's CSV: name, keywords, content (HTML with `#{…}`), note, active. */
export function readZammad(records: readonly CsvRecord[]): readonly ForeignReply[] {
  return cellsBy(records).map(readRow)
}

function readRow({ line, of }: Row): ForeignReply {
  const converter = new Converter()
  const { text, isPlain } = htmlToText(of('content'))
  let done = 0
  for (const { 0: whole, 1: name = '', index } of text.matchAll(/#\{\s*([^{}\n]{0,200}?)\s*\}/g)) {
    converter.words(text.slice(done, index))
    done = index + whole.length
    const variable = NAMES[name.toLowerCase()]
    if (variable === undefined) converter.unknown(whole)
    else converter.template(`{${variable}}`)
  }
  converter.words(text.slice(done))
  if (!isPlain) converter.note('formatting', '')
  if (of('note').trim() !== '') converter.note('field', `note: ${of('note').trim()}`)
  const isInactive = ['false', '0', 'no'].includes(of('active').trim().toLowerCase())
  if (isInactive) converter.note('inactive', of('active').trim())
  const { body, notes, refused } = converter.done()
  const keywords = of('keywords').split(/[\s,;]+/).filter((word) => word !== '')
  return foreignReply({ line, title: of('name'), trigger: keywords[0] ?? '', aliases: keywords.slice(1), body, archived: isInactive, notes, refused })
}
