import { useState } from 'preact/hooks'
import type { Handle } from '../domain/handle'
import type { Subject } from '../domain/subject'
import { type PreparedReply, useOf } from '../features/canned-replies/prepare-reply'
import type { UseId } from '../features/canned-replies/reply-use'
import { ReplyPicker } from '../features/canned-replies/reply-picker'
import { ask } from '../contract/ask'
import { useReplies } from '../options/use-replies'
import { Banner } from '../ui/notice'
import { word } from '../ui/words'
import { type Inserted, insertHere } from './insert-here'
import { useSituation } from './use-situation'

/** The canned replies, filled for the person on the page. */
export function Replies({ tab, account, subject }: { readonly tab: number | undefined; readonly account: Handle | undefined; readonly subject: Subject | undefined }) {
  const { replies, error } = useReplies()
  const [said, setSaid] = useState<{ readonly text: string; readonly isError?: boolean }>()

  const situation = useSituation(subject, account, replies)

  async function insert(prepared: PreparedReply): Promise<void> {
    if (!prepared.filled || !situation) return
    try {
      const inserted = await insertHere(tab, prepared.filled.text)
      await ask('canned-replies/used', useOf(prepared, { ...situation, now: Date.now() }, crypto.randomUUID() as UseId)).catch(() => undefined)
      setSaid({ text: SENTENCES[inserted]() })
      // The words now stand in the composer: the user goes on there.
      if (inserted === 'inserted') close()
    } catch {
      setSaid({ text: word('popupReplyFailed'), isError: true })
    }
  }

  return (
    <section class="replies" aria-labelledby="replies-title">
      <h2 id="replies-title">{word('popupReplies')}</h2>
      <p class="said" role="status">
        {said && <span data-tone={said.isError ? 'warn' : 'good'}>{said.text}</span>}
      </p>
      {error ? <Banner tone="warn">{error}</Banner> : situation && <ReplyPicker replies={replies} situation={situation} onInsert={(prepared) => void insert(prepared)} />}
    </section>
  )
}

const SENTENCES: Readonly<Record<Inserted, () => string>> = {
  inserted: () => word('popupReplyInserted'),
  copied: () => word('popupReplyCopied'),
  'copied, no composer': () => word('popupReplyCopiedNoComposer'),
}
