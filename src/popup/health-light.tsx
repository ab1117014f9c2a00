import type { PageHealth } from '../features/people/on-page-messages'
import { listed, plural, word, type WordName } from '../ui/words'

const NAMES: Readonly<Record<string, WordName>> = {
  'main column': 'healthMainColumn',
  viewer: 'healthViewer',
  post: 'healthPost',
  'author avatar': 'healthAvatar',
  author: 'healthAuthor',
  permalink: 'healthPermalink',
  cell: 'healthCell',
  account: 'healthAccount',
  profile: 'healthProfile',
  'profile facts': 'healthProfileFacts',
  'account facts': 'healthAccountFacts',
}

const POSTS = new Set(['post', 'repost', 'quote'])

/** Whether Regulars still understands X's page, and what it read there. */
export function HealthLight({ health }: { readonly health: PageHealth | undefined }) {
  const light = !health ? 'grey' : health.nothing.length > 0 ? 'amber' : 'green'
  return (
    <p class="light-line small quiet">
      <span class="light" data-light={light} />
      <span>{health ? sentenceOf(health) : word('healthNone')}</span>
    </p>
  )
}

function sentenceOf({ read, nothing }: PageHealth): string {
  if (nothing.length > 0) return word('healthMissing', listed(nothing.map(nameOf)))
  const count = (ofPosts: boolean): number => Object.entries(read).reduce((sum, [surface, read]) => (POSTS.has(surface) === ofPosts ? sum + read : sum), 0)
  return word('healthRead', plural('healthPosts', count(true)), plural('healthAccounts', count(false)))
}

function nameOf(part: string): string {
  const name = NAMES[part]
  return name ? word(name) : part
}
