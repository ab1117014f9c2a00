import { isolated, listed, word } from '../../ui/words'
import { fillReply, LONE_BRACE, type ReplyFacts } from './simple-fill'

/** A canned reply as this person would read it; open places stand in square brackets. */
export function ReplyPreview({ text, facts, typed }: { readonly text: string; readonly facts: ReplyFacts; readonly typed?: ReadonlyMap<string, string> }) {
  return (
    <span class="reply-preview" dir="auto">
      {previewOf(text, facts, typed)}
    </span>
  )
}

/** What the place between two braces is called. */
export function placeName(inside: string): string {
  const first = inside.split('|')[0]?.trim() ?? ''
  if (first === 'first') return word('repliesFirstName')
  return first === 'handle' ? word('repliesHandle') : inside
}

/** What a reply needs before it can be inserted, as a sentence; undefined where nothing is missing. */
export function needsOf(text: string, facts: ReplyFacts): string | undefined {
  const filled = fillReply(text, facts)
  if ('text' in filled) return undefined
  return filled.missing.includes(LONE_BRACE) ? word('repliesLoneBrace') : word('repliesNeeds', listed(filled.missing.map((inside) => isolated(placeName(inside)))))
}

function previewOf(text: string, facts: ReplyFacts, typed: ReadonlyMap<string, string> = new Map()): string {
  const filled = fillReply(text, facts, typed)
  if ('text' in filled) return filled.text
  const named = fillReply(text, facts, new Map([...typed, ...filled.missing.map((inside) => [inside, `[${placeName(inside)}]`] as const)]))
  return 'text' in named ? named.text : text
}
