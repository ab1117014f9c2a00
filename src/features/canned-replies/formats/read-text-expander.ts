import type { CsvRecord } from '../../../domain/csv'
import { Converter, promptName, quoted } from './converter'
import { type Converted, foreignReply, type ForeignReply } from './foreign-reply'
import { htmlToText } from './html-to-text'
import { strftimeToTemplate } from './strftime'

/** What begins with a percent sign and means something; every other percent sign is one. */
const PIECE = /%(?:(clipboard)|(\|)|snippet:([^%\n]{1,80})%|fill(text|area|popup|part):([^%\n]{0,400})%|(fillpartend)%|(fillpartend)|key:(\w{1,20})%|(?:applescript|shell|javascript|json):[^%\n]{0,200}%?|(@[+-][^%\s]{1,20})|(date|time):([^%\n]{1,60})%|([YyBbmdeAaHIMSp](?:[-/., :]{0,2}%[YyBbmdeAaHIMSp])*)|(%)|([<>^]))/g

/** The snippets of a TextExpander group: two columns without a heading, abbreviation and content; the group is the file's name. */
export function readTextExpander(records: readonly CsvRecord[], group: string): readonly ForeignReply[] {
  return records.map(({ line, cells }) => {
    const [abbreviation = '', content = '', label = ''] = cells
    const { text, isPlain } = htmlToText(content)
    const { body, notes, refused } = fromTextExpander(text)
    const looks = isPlain ? notes : [...notes, { code: 'formatting', about: '' } as const]
    return foreignReply({ line, title: label || titleOf(text, abbreviation), trigger: abbreviation, body, folder: group, notes: looks, refused })
  })
}

function fromTextExpander(text: string): Converted {
  const converter = new Converter()
  let done = 0
  for (const match of text.matchAll(PIECE)) {
    converter.words(text.slice(done, match.index))
    done = match.index + match[0].length
    inPiece(converter, match)
  }
  converter.words(text.slice(done))
  return converter.done()
}

function inPiece(converter: Converter, match: RegExpMatchArray): void {
  const [whole, clipboard, caret, snippet, fill, filled, partEnd, otherEnd, key, shift, , , date, percent] = match
  if (clipboard) converter.template('{clipboard}')
  else if (caret) converter.template('{|}')
  else if (snippet) converter.template(`{> ${snippet.trim().replace(/\s+/g, '-')}}`)
  else if (fill) inFill(converter, fill, filled ?? '', whole)
  else if (partEnd || otherEnd) converter.note('unknown', whole)
  else if (key) inKey(converter, key, whole)
  else if (percent) converter.words('%')
  else if (date) inDate(converter, whole)
  else if (/^%(?:applescript|shell|javascript|json):/.test(whole)) converter.refuse('script', whole)
  else if (shift) converter.note('date', whole)
  else if (/^%[<>^]/.test(whole)) converter.note('unknown', whole)
  else converter.unknown(whole)
}

/** `name=amount:default=5`, and of a popup its choices between them; the one that follows `default=` stands there first. */
function inFill(converter: Converter, kind: string, text: string, whole: string): void {
  const pieces = text.split(':').map((piece) => piece.trim())
  const valueOf = (name: string): string | undefined => pieces.find((piece) => piece.startsWith(`${name}=`))?.slice(name.length + 1)
  const name = promptName(valueOf('name') ?? 'what')
  const standard = valueOf('default')
  const choices = pieces.filter((piece) => !/^(?:name|width|height)=/.test(piece) && piece !== '').map((piece) => piece.replace(/^default=/, ''))
  const initial = standard === undefined ? '' : ` default=${quoted(standard)}`
  if (kind === 'part') converter.note('unknown', whole)
  else if (kind === 'popup') converter.template(`{?${name}:choice* ${choices.map(quoted).join(',')}${initial}}`)
  else converter.template(`{?${name}:text*${initial}}`)
}

function inKey(converter: Converter, key: string, whole: string): void {
  if (key === 'return' || key === 'enter') converter.words('\n')
  else converter.note('unknown', whole)
}

function inDate(converter: Converter, whole: string): void {
  const { template, isExact } = strftimeToTemplate(whole, 0)
  converter.template(template)
  if (!isExact) converter.note('date', whole)
}

function titleOf(text: string, abbreviation: string): string {
  const line = text.trim().split('\n')[0]?.replace(/%\S+/g, '').trim().slice(0, 60)
  return line || abbreviation
}
