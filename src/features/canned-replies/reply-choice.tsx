import { useLayoutEffect, useRef } from 'preact/hooks'
import { word } from '../../ui/words'
import { prepareReply, type ReplySituation } from './prepare-reply'
import type { Reply } from './reply'
import { ReplyPreview } from './reply-preview'
import { missingLine } from './reply-missing'
import { mayBeThread } from './thread'

/** One reply among those that were found. */
export interface ReplyChoiceProps {
  readonly id: string
  readonly reply: Reply
  readonly situation: ReplySituation
  readonly args: string
  readonly isMarked: boolean
  readonly onPick: () => void
}

/** A reply as this person would read it, with what it still needs. */
export function ReplyChoice({ id, reply, situation, args, isMarked, onPick }: ReplyChoiceProps) {
  const place = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => void (isMarked && place.current?.scrollIntoView({ block: 'nearest' })), [isMarked])
  const prepared = prepareReply(reply, situation, { args })
  const needs = mayBeThread(prepared, situation) && prepared.gaps.length === 0 ? word('threadAs') : missingLine(prepared)
  return (
    <li class="reply-choice" id={id} ref={place} role="option" aria-selected={isMarked} onClick={onPick}>
      <span class="reply-title">
        <bdi>{reply.title}</bdi>
        {reply.trigger && <code class="small">{reply.trigger}</code>}
        {needs && <span class="small quiet">{needs}</span>}
      </span>
      <ReplyPreview prepared={prepared} situation={situation} args={args} />
    </li>
  )
}
