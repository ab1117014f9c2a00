import browser from 'webextension-polyfill'
import { inWords } from '../domain/told'

/** The sentence of whatever was thrown, in the user's language where it is one of ours. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? inWords(error, (name, places) => browser.i18n.getMessage(name, [...places])) : String(error)
}
