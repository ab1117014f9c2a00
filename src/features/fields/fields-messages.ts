import type { Subject } from '../../domain/subject'

/** Questions about the fields that the user defined. Every one may be asked twice and changes things once. */
export interface FieldsQuestions {
  /** An empty value clears the field. */
  'fields/set': (asked: { readonly subject: Subject; readonly field: string; readonly value: string }) => void
}
