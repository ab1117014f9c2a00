import { useState } from 'preact/hooks'
import type { Handle } from '../domain/handle'
import type { Subject } from '../domain/subject'
import { type PreparedReply, useOf } from '../features/canned-replies/prepare-reply'
import type { UseId } from '../features/canned-replies/reply-use'
import type { Parts } from '../features/canned-replies/thread'
import { ReplyPicker } from '../features/canned-replies/reply-picker'
import { ask } from '../contract/ask'
import { useReplies } from '../options/use-replies'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { type Inserted, insertHere } from './insert-here'
import { useThread } from './use-thread'
import { useSituation } from './use-situation'

/** The canned replies, filled for the person on the page. */
export function Replies({ tab, isChat, account, subject }: { readonly tab: number | undefined; readonly isChat: boolean; readonly account: Handle | undefined; readonly subject: Subject | undefined }) {
  const { replies, error } = useReplies()
  const [said, setSaid] = useState<{ readonly text: string; readonly isError?: boolean }>()
  const thread = useThread(subject?.handle)
  const { situation, refetch } = useSituation(subject, account, isChat, replies)

  async function insert(prepared: PreparedReply, parts?: Parts): Promise<void> {
    if (!prepared.filled || !situation) return
    try {
      const inserted = await insertHere(tab, parts?.texts[0] ?? prepared.filled.text)
      if (parts) await thread.begin(parts)
      await ask('canned-replies/used', useOf(prepared, { ...situation, now: Date.now() }, crypto.randomUUID() as UseId)).catch(() => undefined)
      tell(inserted)
    } catch {
      setSaid({ text: word('popupReplyFailed'), isError: true })
    }
  }

  async function insertNext(text: string): Promise<void> {
    try {
      const inserted = await insertHere(tab, text)
      await thread.goOn()
      tell(inserted)
    } catch {
      setSaid({ text: word('popupReplyFailed'), isError: true })
    }
  }

  function tell(inserted: Inserted): void {
    setSaid({ text: SENTENCES[inserted]() })
    // The words now stand in the composer: the user goes on there.
    if (inserted === 'inserted') close()
  }

  function copy(text: string): void {
    navigator.clipboard.writeText(text).then(() => setSaid({ text: word('threadCopied') }), () => setSaid({ text: word('threadCopyFailed'), isError: true }))
  }

  const held = { waiting: thread.waiting, onNext: (text: string) => void insertNext(text), onForget: () => void thread.forget(), onCopy: copy }
  return (
    <section class="replies" aria-labelledby="replies-title">
      <h2 id="replies-title">{word('popupReplies')}</h2>
      <p class="said" role="status">
        {said && <span data-tone={said.isError ? 'warn' : 'good'}>{said.text}</span>}
      </p>
      {error ? <Banner tone="warn">{error}</Banner> : situation && <ReplyPicker replies={replies} situation={situation} onInsert={(prepared, parts) => void insert(prepared, parts)} thread={held} onOutcome={(use) => void ask('canned-replies/used', use).then(refetch, () => undefined)} />}
    </section>
  )
}

const SENTENCES: Readonly<Record<Inserted, () => string>> = {
  inserted: () => word('popupReplyInserted'),
  copied: () => word('popupReplyCopied'),
  'copied, no composer': () => word('popupReplyCopiedNoComposer'),
}
