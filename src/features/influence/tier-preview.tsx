import { FirstFew } from '../../ui/first-few'
import { isolated, plural, word, type WordName } from '../../ui/words'
import type { TierChange } from './own-people'

/** The tiers from below the first limit to the last one. */
export const TIER_WORDS: readonly WordName[] = ['tierBelow', 'tierMiddle', 'tierTenth', 'tierTwentieth', 'tierHundredth']

const MOST = 8

/** Who would change tier, out of how many people whose numbers are kept. */
export function TierPreview({ changes, people }: { readonly changes: readonly TierChange[]; readonly people: number }) {
  return (
    <div class="stack preview">
      <p role="status">{people === 0 ? word('previewNobody') : word('previewChanges', plural('previewPeople', changes.length), plural('previewPeople', people))}</p>
      {changes.length > 0 && (
        <FirstFew items={changes} most={MOST} showAll={word('previewAll', changes.length)} class="tier-changes small">
          {({ person, from, to }) => (
            <li key={person.handle}>
              <bdi>{person.name ?? `@${person.handle}`}</bdi>: {word('previewChange', isolated(`${from.score} (${word(TIER_WORDS[from.tier]!)})`), isolated(`${to.score} (${word(TIER_WORDS[to.tier]!)})`))}
            </li>
          )}
        </FirstFew>
      )}
    </div>
  )
}
