import { useState } from 'preact/hooks'
import type { PostId } from '../domain/handle'
import { ThreadWords } from '../features/history/thread-words'
import type { Thread } from '../features/history/threads'
import { readThread } from './use-inbox'

/** The conversation that a mention belongs to, folded up, and read once somebody unfolds it. */
export function Earlier({ conversation, posts, now }: { readonly conversation: PostId; readonly posts: number; readonly now: number }) {
  const [thread, setThread] = useState<Thread>()
  return <ThreadWords thread={thread} posts={posts} now={now} onOpen={() => void readThread(conversation).then(setThread, console.error)} />
}
