import { type PreparedReply, prepareReply, type ReplySituation } from './prepare-reply'
import { placeName } from './reply-missing'

/** What a reply reads like. */
export interface ReplyPreviewProps {
  readonly prepared: PreparedReply
  readonly situation: ReplySituation
  readonly args?: string
  readonly typed?: ReadonlyMap<string, string> | undefined
}

/** A canned reply as this person would read it; open places stand in square brackets. */
export function ReplyPreview({ prepared, situation, args = '', typed = new Map() }: ReplyPreviewProps) {
  return (
    <span class="reply-preview" dir="auto" lang={prepared.picked.lang || undefined}>
      {prepared.filled?.text ?? withPlaces(prepared, situation, args, typed)}
    </span>
  )
}

function withPlaces({ reply, gaps, picked }: PreparedReply, situation: ReplySituation, args: string, typed: ReadonlyMap<string, string>): string {
  const named = new Map([...typed, ...gaps.map(({ name }) => [name, `[${placeName(name)}]`] as const)])
  return prepareReply(reply, situation, { args, typed: named, lang: picked.lang }).filled?.text ?? picked.body
}
