import { escapePlain } from '../template/parse-template'
import type { Converted, ImportNote, Refusal } from './foreign-reply'

/** Collects a template out of another tool's text, and what was not understood in it. */
export class Converter {
  body = ''
  readonly notes: ImportNote[] = []
  refused: Refusal | undefined

  /** Words that stand as they are. */
  words(text: string): void {
    this.body += escapePlain(text.replace(/\r\n?/g, '\n'))
  }

  /** A piece of our own language. */
  template(text: string): void {
    this.body += text
  }

  note(code: ImportNote['code'], about: string): void {
    if (!this.notes.some((note) => note.code === code && note.about === about)) this.notes.push({ code, about })
  }

  /** Something that we cannot fill: whoever uses the reply is asked for it, and the import says so. */
  unknown(about: string): void {
    this.note('unknown', about)
    const name = promptName(about)
    this.template(`{?${name}:text*}`)
  }

  refuse(code: Refusal['code'], about: string): void {
    this.refused ??= { code, about }
  }

  done(): Converted {
    return { body: this.body.trim(), notes: this.notes, refused: this.refused }
  }
}

/** What a construct is asked for by: its letters, "what" where it has none. */
export function promptName(about: string): string {
  const word = about.replace(/[^A-Za-z0-9]+/g, '_').replace(/^[_\d]+|_+$/g, '').slice(0, 40)
  return word === '' ? 'what' : word.toLowerCase()
}

/** Words as they stand between quotes in a tag. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\s*\n\s*/g, ' ')}"`
}
