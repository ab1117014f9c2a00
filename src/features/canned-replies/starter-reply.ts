import { type Reply, toReply } from './reply'

/** A starter as its file has it: titles and words by language. */
interface Starter {
  readonly titles: Readonly<Record<string, string>>
  readonly langs: Readonly<Record<string, readonly string[]>>
}

const STANDARD = 'en'

/** The replies of the starter file for somebody whose browser speaks a language: that one is each reply's own, the others stand beside it. */
export function starterReplies(file: unknown, uiLanguage: string, now: number): readonly Reply[] {
  return (file as readonly Starter[]).map((starter) => {
    const [base = STANDARD] = uiLanguage.toLowerCase().split('-')
    const lang = Object.hasOwn(starter.langs, base) ? base : STANDARD
    const { [lang]: own = [], ...langs } = starter.langs
    const [body, ...variants] = own
    return toReply({ ...starter, title: starter.titles[lang] ?? starter.titles[STANDARD], body, variants, lang, langs, created: now, updated: now })
  })
}
