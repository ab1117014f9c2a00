import { useLayoutEffect, useRef } from 'preact/hooks'
import { isolated, word } from '../../ui/words'
import { ReplyLength } from './reply-length'
import type { NextPart } from './thread'
import type { WaitingThread } from './waiting-thread'

/** The next part of a thread among the replies that can be picked. */
export interface WaitingPartProps {
  readonly id: string
  readonly thread: WaitingThread
  readonly part: NextPart
  readonly limit: number
  readonly isMarked: boolean
  readonly onPick: () => void
}

/** The part that goes on here, as the first choice. */
export function WaitingPart({ id, thread, part, limit, isMarked, onPick }: WaitingPartProps) {
  const place = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => void (isMarked && place.current?.scrollIntoView({ block: 'nearest' })), [isMarked])
  return (
    <li class="reply-choice" id={id} ref={place} role="option" aria-selected={isMarked} aria-disabled={!part.fits} onClick={onPick}>
      <span class="reply-title">
        <span>{word('threadNext', part.number, part.of, isolated(thread.title))}</span>
        <ReplyLength length={part.length} limit={limit} />
      </span>
      <span class="reply-preview" dir="auto">{part.text}</span>
      {!part.fits && <span class="small error">{word('gateTooLong', part.length)}</span>}
    </li>
  )
}
