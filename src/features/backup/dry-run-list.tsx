import { useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { numberOf, word } from '../../ui/words'
import { countStates, type PlannedRow, ROW_STATES, type RowState } from './planned-row'

const ON_A_PAGE = 50

const STATE_WORDS = { new: 'backupStateNew', changed: 'backupStateChanged', same: 'backupStateSame', refused: 'backupStateRefused' } as const

interface DryRunListProps {
  readonly rows: readonly PlannedRow[]
  /** Which rows are to be taken in, by their place in the list. */
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (places: readonly number[], on: boolean) => void
}

/** What an import would do, row by row: one state at a time, fifty rows at a time. */
export function DryRunList({ rows, chosen, onChoose }: DryRunListProps) {
  const counts = countStates(rows)
  const [state, setState] = useState<RowState>(() => ROW_STATES.find((each) => counts[each] > 0) ?? 'new')
  const [page, setPage] = useState(0)
  const places = rows.flatMap((row, place) => (row.state === state ? [place] : []))
  const shown = places.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE)
  const canChoose = state === 'new' || state === 'changed'
  return (
    <div class="stack dry-run">
      <div class="row" role="group" aria-label={word('backupStates')}>
        {ROW_STATES.map((each) => (
          <button key={each} class="button" type="button" aria-pressed={each === state} onClick={() => (setState(each), setPage(0))}>
            {word(STATE_WORDS[each], numberOf(counts[each]))}
          </button>
        ))}
      </div>
      {canChoose && places.length > 0 && (
        <div class="row">
          <Button kind="link" onClick={() => onChoose(places, true)}>{word('backupChooseAll')}</Button>
          <Button kind="link" onClick={() => onChoose(places, false)}>{word('backupChooseNone')}</Button>
        </div>
      )}
      <ul class="dry-run-rows">
        {shown.map((place) => {
          const row = rows[place]
          return row && <Row key={place} row={row} chosen={canChoose ? chosen.has(place) : undefined} onChoose={(on) => onChoose([place], on)} />
        })}
      </ul>
      {places.length > ON_A_PAGE && <Pages page={page} last={Math.ceil(places.length / ON_A_PAGE) - 1} onPage={setPage} />}
    </div>
  )
}

function Row({ row, chosen, onChoose }: { readonly row: PlannedRow; readonly chosen: boolean | undefined; readonly onChoose: (on: boolean) => void }) {
  const words = (
    <span>
      <b><bdi>{row.who}</bdi></b> <bdi class="quiet">{row.what}</bdi>
      {row.line !== undefined && <span class="quiet small"> {word('backupLine', row.line)}</span>}
      {row.reason && <span class="error small"> {row.reason}</span>}
    </span>
  )
  if (chosen === undefined) return <li>{words}</li>
  return (
    <li>
      <label class="choice">
        <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
        {words}
      </label>
    </li>
  )
}

function Pages({ page, last, onPage }: { readonly page: number; readonly last: number; readonly onPage: (page: number) => void }) {
  return (
    <div class="row">
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>{word('backupBefore')}</Button>
      <span class="quiet">{word('backupPage', numberOf(page + 1), numberOf(last + 1))}</span>
      <Button disabled={page === last} onClick={() => onPage(page + 1)}>{word('backupAfter')}</Button>
    </div>
  )
}
