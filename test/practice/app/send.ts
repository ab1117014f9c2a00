import { snowflake } from '../posts.ts'
import { received } from './observed.ts'
import { options, update } from './store.ts'

let sent = 0

/** What pressing Post does here: the text is kept and shown on this page, and goes nowhere. */
export function send(text: string, inReplyTo: string | undefined): void {
  sent += 1
  const createdAt = options.now + sent * 1000
  received.posts.push({ text, inReplyTo })
  update((state) => ({
    sent: [{ id: snowflake(createdAt, 4_100_000 + sent), text, createdAt, inReplyTo }, ...state.sent],
    modal: undefined,
  }))
}

/** What pressing Send in a conversation does here. */
export function sendMessage(to: string, text: string): void {
  received.messages.push({ to, text })
  update((state) => ({ messages: { ...state.messages, [to]: [...(state.messages[to] ?? []), text] } }))
}
