import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import { word, type WordName } from '../../ui/words'
import { NUMBERINGS, type Numbering } from './length/split-thread'
import { weightedLength } from './length/weighted-length'
import { ReplyLength } from './reply-length'

/** A long reply as posts. */
export interface ReplyThreadProps {
  readonly parts: readonly string[]
  /** What stands before the first part already, weighted. */
  readonly before: number
  readonly limit: number
  /** BCP 47; empty where nobody knows it. */
  readonly lang: string
  readonly numbering: Numbering
  readonly onNumbering: (numbering: Numbering) => void
  readonly onCopy: (text: string) => void
}

/** How the numbers of a thread are called. */
export const NUMBERING_WORDS: Readonly<Record<Numbering, WordName>> = { plain: 'threadPlain', round: 'threadRound', none: 'threadNone' }

/** The posts that a reply too long for one becomes, each with its length by X's rules. */
export function ReplyThread({ parts, before, limit, lang, numbering, onNumbering, onCopy }: ReplyThreadProps) {
  return (
    <section class="stack reply-thread" aria-label={word('threadTitle', parts.length)}>
      <p class="small">{word('threadLead', parts.length)}</p>
      <Select label={word('threadNumbering')} value={numbering} options={NUMBERINGS.map((value) => ({ value, label: word(NUMBERING_WORDS[value]) }))} onChoose={onNumbering} />
      <ol class="reply-parts">
        {parts.map((part, index) => (
          <li key={index}>
            <span class="reply-preview" dir="auto" lang={lang || undefined}>{part}</span>
            <span class="row">
              <Button kind="quiet" aria-label={word('threadCopyPart', index + 1)} onClick={() => onCopy(part)}>{word('threadCopy')}</Button>
              <ReplyLength length={weightedLength(part) + (index === 0 ? before : 0)} limit={limit} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
