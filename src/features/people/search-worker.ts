import { personOf } from '../../domain/person'
import { storedScoreIn } from '../../domain/stored-facts'
import type { Store } from '../../store/open-store'
import { type FoundPerson, type Need, searchPeople } from '../../store/search-people'
import type { SearchAnswer, SearchHit } from './search-messages'
import { parseQuery, type SearchNeed } from './search-query'
import { says, whyOf } from './search-snippet'
import { dayWord, scoreWord, tagWord, WORD_KIND } from './search-words'

/** The most people that one search gives. */
export const MOST_HITS = 50

/** Behind every word that begins alike. */
const END = '\uFFFF'

/** People by names, handles old and new, tags, notes and posts. */
export async function search(store: Store, query: string, limit: number, now: number): Promise<Omit<SearchAnswer, 'isIndexing'>> {
  const { needs, problems } = parseQuery(query, now)
  const phrases = needs.flatMap((need) => (need.kind === 'phrase' ? [need.text] : []))
  const found = await searchPeople(store, {
    needs: needs.flatMap(rangesOf),
    fits: ({ lastContact }) => needs.every((need) => need.kind !== 'last' || isWithin(lastContact, need)),
    says: phrases.length === 0 ? undefined : ({ row, notes, contacts }) => phrases.every((phrase) => says(row, notes, contacts, phrase)),
    limit: limit + 1,
  })
  return { hits: found.slice(0, limit).map((person) => hitOf(person, needs)), hasMore: found.length > limit, problems }
}

function rangesOf(need: SearchNeed): readonly Need[] {
  switch (need.kind) {
    case 'word':
      return [startingWith(need.word)]
    case 'phrase':
      return need.words.map(startingWith)
    case 'tag':
      return [[{ from: tagWord(need.tag), to: `${tagWord(need.tag)}${need.isWhole ? '' : END}` }]]
    case 'score':
      return [[{ from: scoreWord(need.from), to: scoreWord(need.to) }]]
    case 'last':
      return [[{ from: dayWord(need.from), to: need.before === Infinity ? `${WORD_KIND.day}${END}` : dayWord(need.before) }]]
  }
}

function startingWith(word: string): Need {
  return [WORD_KIND.name, WORD_KIND.said].map((kind) => ({ from: `${kind}${word}`, to: `${kind}${word}${END}` }))
}

function isWithin(moment: number | undefined, { from, before }: { readonly from: number; readonly before: number }): boolean {
  return moment !== undefined && moment >= from && moment < before
}

function hitOf({ row, notes, contacts }: FoundPerson, needs: readonly SearchNeed[]): SearchHit {
  const { handle, name, tags, xId } = personOf(row)
  return {
    person: row.id,
    subject: handle && { handle, xId, name },
    name,
    card: { xId, score: storedScoreIn(row.fields), contacts: row.contacts, lastContact: row.lastContact, tags, notes: row.notes },
    why: whyOf(row, notes, contacts, needs),
  }
}
