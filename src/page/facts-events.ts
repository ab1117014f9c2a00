/** Asked by the content script on `document`; detail: JSON text of a list of "@handle" and ids. */
export const FACTS_WANTED = 'regulars:facts-wanted'

/** Answered before `dispatchEvent` returns; detail: JSON text of a list of flat facts, or of `NO_STATE`. */
export const FACTS_FOUND = 'regulars:facts'

/** The answer where X keeps its state elsewhere than we look. */
export const NO_STATE = 'no state'
