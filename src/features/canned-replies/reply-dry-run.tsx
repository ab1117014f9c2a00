import { useState } from 'preact/hooks'
import { isolated, listed, numberOf, word, type WordName } from '../../ui/words'
import { type PlannedReply, REPLY_ROW_STATES, type ReplyRowState } from './formats/plan-replies'
import { fieldName, sayImportNote, sayRefusal } from './import-words'

/** What an import would do, and which rows are to be taken. */
export interface ReplyDryRunProps {
  readonly rows: readonly PlannedReply[]
  /** By their place in the list. */
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (place: number, on: boolean) => void
}

const STATES: Readonly<Record<ReplyRowState, WordName>> = { new: 'importStateNew', changed: 'importStateChanged', conflict: 'importStateConflict', same: 'importStateSame', refused: 'importStateRefused' }
const ON_A_PAGE = 100

/** The dry run of an import: one state at a time, each row with all that could not be taken over. */
export function ReplyDryRun({ rows, chosen, onChoose }: ReplyDryRunProps) {
  const places = (state: ReplyRowState): readonly number[] => rows.flatMap((row, place) => (row.state === state ? [place] : []))
  const [state, setState] = useState<ReplyRowState>(() => REPLY_ROW_STATES.find((each) => places(each).length > 0) ?? 'new')
  const [shown, setShown] = useState(ON_A_PAGE)
  const all = places(state)
  return (
    <div class="stack dry-run">
      <div class="row" role="group" aria-label={word('importStates')}>
        {REPLY_ROW_STATES.map((each) => (
          <button key={each} class="button" type="button" aria-pressed={each === state} onClick={() => setState(each)}>
            {word(STATES[each], numberOf(places(each).length))}
          </button>
        ))}
      </div>
      <ul class="dry-run-rows">
        {all.slice(0, shown).map((place) => (
          <li key={place}>
            <Row row={rows[place]!} isChosen={chosen.has(place)} onChoose={(on) => onChoose(place, on)} />
          </li>
        ))}
      </ul>
      {all.length > shown && (
        <button class="button" type="button" onClick={() => setShown(shown + ON_A_PAGE)}>
          {word('importMore', numberOf(all.length - shown))}
        </button>
      )}
    </div>
  )
}

function Row({ row: { line, title, state, reply, held, notes, refused, both }, isChosen, onChoose }: { readonly row: PlannedReply; readonly isChosen: boolean; readonly onChoose: (on: boolean) => void }) {
  const words = (
    <span>
      <b><bdi>{title}</bdi></b> {reply?.trigger && <code>{reply.trigger}</code>}
      {line !== undefined && <span class="quiet small"> {word('importLine', numberOf(line))}</span>}
      {reply && <span class="reply-words quiet" dir="auto">{reply.body}</span>}
      {state === 'conflict' && held && <span class="error small">{both ? word('packConflict', listed(both.map(fieldName))) : word('importConflict', held.title)}</span>}
      {both?.includes('body') && <span class="reply-words quiet small" dir="auto">{word('packHere', isolated(held?.body ?? ''))}</span>}
      {refused && <span class="error small">{sayRefusal(refused)}</span>}
      {notes.map((note) => <span key={`${note.code} ${note.about}`} class="quiet small import-note">{sayImportNote(note)}</span>)}
    </span>
  )
  if (!reply || state === 'same') return words
  return (
    <label class="choice">
      <input type="checkbox" checked={isChosen} onChange={({ currentTarget }) => onChoose(currentTarget.checked)} />
      {words}
    </label>
  )
}
