/** The sentences that the background has for people, by their names in _locales: it says which, and the pages have the words. */
export const TOLD = ['storeNewer', 'storeHeld', 'toldNothingToUndo', 'toldNoteGone', 'toldNoteRemoved', 'toldNobodyKept', 'toldSeveralKept', 'toldNoToken', 'toldNoAccount', 'toldNoCrm'] as const

/** Something that went wrong and that a person can do something about: the name of its sentence, and what belongs into its places. */
export class Told extends Error {
  readonly told: readonly string[]

  constructor(sentence: (typeof TOLD)[number], ...places: readonly string[]) {
    super(sentence)
    this.told = places
  }
}
