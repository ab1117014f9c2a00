import { badgeWords } from '../content/badge-words'
import { type Handle, keyOf, toHandle } from '../domain/handle'
import { faceOf } from '../features/people/badge-face'
import type { BadgeLooks } from '../page/badge-style'
import { word } from '../ui/words'
import { BadgePreview } from './badge-preview'
import { useDark } from './use-dark'

/** Who is shown wherever a person is needed to look at. */
export const SAMPLE = { handle: toHandle('robin_example') as Handle, name: 'Robin Lake' }

const CARD = { key: keyOf(SAMPLE.handle), contacts: 4, tags: ['VIP'], notes: 2 }
const SCORE = 63

/** A post as X shows it, with the real badge. */
export function SamplePost({ density, position, shown }: Pick<BadgeLooks, 'density' | 'position'> & { readonly shown: boolean }) {
  const theme = useDark() ? 'dark' : 'light'
  return (
    <div class="sample-post" role="img" aria-label={word('optionsSampleLabel')}>
      <span class="sample-avatar" aria-hidden="true">
        R
      </span>
      <div aria-hidden="true">
        <p class="sample-author">
          <b>{SAMPLE.name}</b>
          <span class="quiet">
            <bdi>@{SAMPLE.handle}</bdi> · 2h
          </span>
          {shown && <BadgePreview looks={{ theme, density, position }} face={faceOf(SAMPLE.handle, CARD, SCORE, badgeWords())} />}
        </p>
        <p>{word('optionsSampleText')}</p>
      </div>
    </div>
  )
}
