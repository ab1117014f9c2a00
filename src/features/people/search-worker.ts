import { personOf } from '../../domain/person'
import { storedScoreIn } from '../../domain/stored-facts'
import type { Store } from '../../store/open-store'
import { type FoundPerson, searchPeople } from '../../store/search-people'
import type { SearchAnswer, SearchHit } from './search-messages'
import { parseQuery, type SearchNeed } from './search-query'
import { isToldByName, says, whyOf } from './search-snippet'
import { between, only, startingWith, type TermRange } from './search-terms'
import { maySay } from './search-text'
import { dayWord, scoreWord, tagWord, WORD_KIND } from './search-words'

/** The most people that one search gives. */
export const MOST_HITS = 50

/** People by names, handles old and new, tags, notes and posts. */
export async function search(store: Store, query: string, limit: number, now: number): Promise<Omit<SearchAnswer, 'isIndexing'>> {
  const { needs, problems } = parseQuery(query, now)
  const phrases = needs.flatMap((need) => (need.kind === 'phrase' ? [need.text] : []))
  const found = await searchPeople(store, {
    needs: needs.flatMap(listsOf),
    meets: (held) => phrases.every((phrase) => maySay(held.text, phrase)) && needs.every((need) => need.kind !== 'last' || isWithin(held.last, need)),
    says: phrases.length === 0 ? undefined : ({ row, notes, contacts }) => phrases.every((phrase) => says(row, notes, contacts, phrase)),
    needsWords: (row) => !isToldByName(row, needs),
    limit: limit + 1,
  })
  return { hits: found.slice(0, limit).map((person) => hitOf(person, needs)), hasMore: found.length > limit, problems }
}

/** For everything that must hold the lists of the index, the better ones first. */
function listsOf(need: SearchNeed): readonly (readonly TermRange[])[] {
  switch (need.kind) {
    case 'word':
      return [told(need.word)]
    case 'phrase':
      return need.words.map(told)
    case 'tag':
      return [[need.isWhole ? only(tagWord(need.tag)) : between(tagWord(need.tag), tagWord(need.tag))]]
    case 'score':
      return [[between(scoreWord(need.from), scoreWord(need.to))]]
    case 'last':
      return [[between(dayWord(need.from), need.before === Infinity ? WORD_KIND.day : dayWord(need.before))]]
  }
}

/** Who is called so, then who said so. */
function told(word: string): readonly TermRange[] {
  return [WORD_KIND.name, WORD_KIND.said].map((kind) => startingWith(kind, word))
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
