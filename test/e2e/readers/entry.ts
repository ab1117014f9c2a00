import { findAuthors } from '../../../src/page/find-authors'
import { readUserCell } from '../../../src/page/read-account'
import { countsOf } from '../../../src/page/read-counts'
import { readPost } from '../../../src/page/read-post'
import { readProfileFacts } from '../../../src/page/read-profile-facts'
import { POST, USER_CELL } from '../../../src/page/x-selectors'

/** The readers as the page sees them, for tests that put them into a real browser by page.evaluate. */
export const readers = { countsOf, findAuthors, readUserCell, readPost, readProfileFacts, POST, USER_CELL }

declare global {
  var regularsReaders: typeof readers
}
globalThis.regularsReaders = readers
