import { keyOf } from '../../../domain/handle'
import type { Guard, GuardContext, ThreadPost } from './guard'

const LONGEST_EXCERPT = 120

/** Somebody of ours answered in this thread since the customer's last post. X's ids grow with time, so they tell what came later. */
export function answeredGuard({ thread = [], ours = [], customer }: GuardContext): readonly Guard[] {
  if (!customer || thread.length === 0) return []
  const keys = new Set(ours.map(keyOf))
  const lastOfTheirs = latest(thread.filter(({ author }) => keyOf(author) === keyOf(customer)))
  if (!lastOfTheirs) return []
  const answer = latest(thread.filter(({ author, id }) => keys.has(keyOf(author)) && keyOf(author) !== keyOf(customer) && BigInt(id) > BigInt(lastOfTheirs.id)))
  return answer ? [{ code: 'answered', severity: 'warn', about: `@${answer.author}: ${excerpt(answer.text)}`, places: [], post: answer.id }] : []
}

function latest(posts: readonly ThreadPost[]): ThreadPost | undefined {
  return posts.reduce<ThreadPost | undefined>((last, post) => (last && BigInt(last.id) > BigInt(post.id) ? last : post), undefined)
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST_EXCERPT ? line : `${line.slice(0, LONGEST_EXCERPT).replace(/\p{Cs}$/u, '')}…`
}
