import { AUTHORED, POSTS_PER_PERSON } from '../practice/posts.ts'

/** Every fifth person of the practice pool is stored: person n of the store is person 5n of the pool. */
export const EVERY = 5

/** The place in the pool of the n-th stored person. */
export const storedPerson = (n: number): number => n * EVERY

/** The place in the pool of the n-th stranger: between two stored people. */
export const stranger = (n: number): number => n * EVERY + 2

/** The index of one of the twenty posts of a person of the pool. */
export const postOf = (person: number, n: number): number => AUTHORED + person * POSTS_PER_PERSON + n
