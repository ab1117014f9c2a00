/** The most posts of an archive that go to the background at once. */
export const MOST_POSTS = 200
