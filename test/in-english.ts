import messages from '../public/_locales/en/messages.json'
import { inWords } from '../src/domain/told'

/** What was thrown, with the sentence that an English user reads: what throws says its name alone. */
export function inEnglish(thrown: unknown): Error {
  return new Error(inWords(thrown, english), { cause: thrown })
}

/** A run that throws in English. */
export function saying<Result>(run: () => Result): () => Result {
  return () => {
    try {
      return run()
    } catch (error) {
      throw inEnglish(error)
    }
  }
}

/** Work that is refused in English. */
export function says<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => { throw inEnglish(error) })
}

function english(name: string, places: readonly string[]): string {
  const { message } = (messages as Readonly<Record<string, { readonly message: string } | undefined>>)[name] ?? { message: '' }
  return message.replace(/\$([1-9])/g, (_all, place: string) => places[Number(place) - 1] ?? '')
}
