/** An account as the double of X holds it. */
export interface WorldAccount {
  readonly id: string
  username: string
  readonly followers?: number
  suspended?: boolean
  protected?: boolean
}

/** A post as the double of X holds it. */
export interface WorldPost {
  readonly id: string
  readonly author: string
  readonly text: string
  readonly conversation?: string
  readonly answers?: string
  readonly repostOf?: string
  gone?: boolean
  /** Left out of lists by mistake, and there all the same. */
  hidden?: boolean
}

const EPOCH = 1_288_834_974_657n

/** The id that X would give to a post of this moment. */
export function idAt(ms: number, nth = 0): string {
  return (((BigInt(ms) - EPOCH) << 22n) + BigInt(nth)).toString()
}

/** What there is at X while a test runs. */
export class World {
  readonly accounts = new Map<string, WorldAccount>()
  readonly posts: WorldPost[] = []

  add(username: string, more: Partial<WorldAccount> = {}): WorldAccount {
    const account = { id: String(1000 + this.accounts.size), username, ...more }
    this.accounts.set(account.id, account)
    return account
  }

  say(author: WorldAccount, text: string, at: number, more: Partial<WorldPost> = {}): WorldPost {
    const id = idAt(at, this.posts.length)
    const post = { id, author: author.id, text, conversation: id, ...more }
    this.posts.push(post)
    return post
  }

  /** So many posts to an account, a minute between them and the newest first, by people of whom each says few: a person's own posts are looked through at each. */
  crowd(count: number, to: string, before: number): void {
    const people = Array.from({ length: Math.ceil(count / 10) }, (_, nth) => this.add(`crowd${this.accounts.size + nth}`))
    for (let nth = 0; nth < count; nth += 1) this.say(people[nth % people.length]!, `@${to} ${nth}`, before - nth * 60_000)
  }

  named(username: string): WorldAccount | undefined {
    return [...this.accounts.values()].find((account) => account.username.toLowerCase() === username.toLowerCase())
  }

  post(id: string | undefined): WorldPost | undefined {
    return this.posts.find((post) => post.id === id)
  }

  /** As X gives it. */
  showAccount({ id, username, followers = 100, protected: isProtected = false }: WorldAccount): object {
    const public_metrics = { followers_count: followers, following_count: 50, post_count: 1000, listed_count: 3 }
    return { id, name: `Name of ${username}`, username, created_at: '2015-03-01T00:00:00.000Z', protected: isProtected, verified_type: 'none', public_metrics }
  }

  /** As X gives it: who wrote it and whom it answers come with their expansions alone. */
  showPost(post: WorldPost, expansions: readonly string[]): object {
    const answered = this.post(post.answers)
    const mentions = [...post.text.matchAll(/@([A-Za-z0-9_]{1,15})/g)].map((found) => ({ start: found.index, end: found.index + found[0].length, username: found[1] }))
    return {
      id: post.id,
      text: post.text,
      conversation_id: post.conversation,
      created_at: new Date(Number((BigInt(post.id) >> 22n) + EPOCH)).toISOString(),
      lang: 'en',
      ...(expansions.includes('author_id') && { author_id: post.author }),
      ...(answered && expansions.includes('in_reply_to_user_id') && { in_reply_to_user_id: answered.author }),
      ...(mentions.length > 0 && { entities: { mentions } }),
    }
  }
}
