import { isolated, word, type WordName } from '../../ui/words'
import type { SharedField } from './reply'
import type { ImportNote, Refusal } from './formats/foreign-reply'

const NOTES: Readonly<Record<ImportNote['code'], WordName>> = {
  unknown: 'importNoteUnknown',
  formatting: 'importNoteFormatting',
  field: 'importNoteField',
  action: 'importNoteAction',
  date: 'importNoteDate',
  trigger: 'importNoteTrigger',
  attachment: 'importNoteAttachment',
  inactive: 'importNoteInactive',
  duplicate: 'importNoteDuplicate',
}

const REFUSALS: Readonly<Record<Refusal['code'], WordName>> = {
  script: 'importRefusedScript',
  regex: 'importRefusedRegex',
  image: 'importRefusedImage',
  condition: 'importRefusedCondition',
  empty: 'importRefusedEmpty',
  'too long': 'importRefusedTooLong',
  unreadable: 'importRefusedUnreadable',
  file: 'importRefusedFile',
}

const FIELDS: Readonly<Record<SharedField, WordName>> = {
  title: 'repliesTitle',
  trigger: 'repliesTrigger',
  aliases: 'repliesAliases',
  body: 'repliesWords',
  variants: 'packVariants',
  lang: 'repliesOwnLanguage',
  langs: 'packLangs',
  folder: 'repliesFolder',
  tags: 'repliesTags',
  scope: 'packScope',
  archived: 'repliesArchived',
  sensitivity: 'repliesSensitivity',
  requiresPersonalLine: 'repliesPersonal',
  signature: 'repliesSignature',
  attachments: 'packAttachments',
}

/** What a part of a reply is called. */
export function fieldName(field: SharedField): string {
  return word(FIELDS[field])
}

/** What could not be taken over as it was, in one sentence. */
export function sayImportNote({ code, about }: ImportNote): string {
  return word(NOTES[code], isolated(about))
}

/** Why an entry is not taken in, in one sentence. */
export function sayRefusal({ code, about }: Refusal): string {
  return word(REFUSALS[code], isolated(about))
}
