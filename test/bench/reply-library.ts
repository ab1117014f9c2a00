import { blankReply, type Reply, type ReplyId } from '../../src/features/canned-replies/reply.ts'
import { chance } from '../../src/features/canned-replies/template/pick-variant.ts'

const WORDS = 'order parcel refund thanks sorry delay battery screen login password invoice address ticket friday morning colleague update window travel baggage seat voucher engine flavour bottle strap résumé straße mañana'.split(' ')

/** A library as a large team has it: two languages, variants, tags, folders, and two hundred letters each. */
export function libraryOf(size: number): readonly Reply[] {
  return Array.from({ length: size }, (_none, index) => ({
    ...blankReply(`r${index}` as ReplyId),
    title: sentence(index, 4),
    trigger: `t${index}`,
    body: `Hi {first|"there"}, ${sentence(index + 1, 30)}[[ -- {cause}]].`,
    variants: [`{~Hello|Hey~} {first}, ${sentence(index + 2, 20)}.`],
    lang: 'en',
    langs: { de: [`Hallo[[ {first}]], ${sentence(index + 3, 25)}.`] },
    tags: [WORDS[index % WORDS.length] ?? '', WORDS[(index * 7) % WORDS.length] ?? ''],
    folder: WORDS[(index * 3) % WORDS.length] ?? '',
  }))
}

/** What people type: beginnings, whole words, several, scattered letters, and nothing. */
export const QUERIES = ['re', 'refund', 'thanks delay', 'pssw', 't77', 'tag:order inv', 'manana', 'zzzz', 'straps engine bott', ''] as const

function sentence(seed: number, words: number): string {
  return Array.from({ length: words }, (_none, place) => WORDS[Math.floor(chance(seed * 131 + place) * WORDS.length)]).join(' ')
}
