import { word, type WordName } from '../../ui/words'

/** The sections of the privacy page, each with its sentences in their order. docs/privacy.md has the very same. */
export const PRIVACY_SECTIONS: readonly { readonly id: string; readonly title: WordName; readonly sentences: readonly WordName[] }[] = [
  { id: 'reads', title: 'privacyReads', sentences: ['privacyReadsPages', 'privacyReadsFacts', 'privacyReadsStrangers'] },
  { id: 'keeps', title: 'privacyKeeps', sentences: ['privacyKeepsPeople', 'privacyKeepsBin', 'privacyKeepsCrm', 'privacyKeepsHeard', 'privacyKeepsWhere'] },
  { id: 'sends', title: 'privacySends', sentences: ['privacySendsNothing', 'privacySendsConnected', 'privacySendsFiles'] },
  { id: 'permissions', title: 'privacyPermissions', sentences: ['privacyPermissionsFixed', 'privacyPermissionsAsked'] },
  { id: 'hostile', title: 'privacyHostile', sentences: ['privacyHostileLead', 'privacyHostileSees', 'privacyHostileCovers', 'privacyHostileLies', 'privacyHostileReply', 'privacyHostilePosts'] },
  { id: 'erases', title: 'privacyErases', sentences: ['privacyErasesPerson', 'privacyErasesAll'] },
]

/** The sentences of one section. */
export function PrivacySentences({ sentences }: { readonly sentences: readonly WordName[] }) {
  return (
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{word(sentence)}</li>
      ))}
    </ul>
  )
}
