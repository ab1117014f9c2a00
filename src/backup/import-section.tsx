import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ImportId } from '../domain/change'
import { shownName } from '../domain/custom-field'
import { DryRunList } from '../features/backup/dry-run-list'
import { type ColumnKind, COLUMN_KINDS, fieldColumn, fieldIn } from '../features/backup/import/mapping'
import { chosenAtFirst } from '../features/backup/planned-row'
import { newId } from '../store/new-id'
import { Section } from '../options/section'
import { Button } from '../ui/button'
import { ConfirmButton } from '../ui/confirm-button'
import { Select, TextArea, TextField } from '../ui/field'
import { numberOf, plural, word } from '../ui/words'
import { type ListPlan, planList } from './plan-list'
import { planRestore, type RestorePlan } from './plan-restore'
import { entriesByMapping, readFile, type ReadFile, readText } from './read-file'
import { restoreSettings, takeIn, undoWhole } from './take-in'
import type { Task } from './use-task'

type Plan = ListPlan | RestorePlan
type Table = Extract<ReadFile, { kind: 'table' }>

const MOST_COLUMNS_SHOWN = 24

/** Bringing in, and who wants to know how far it is. */
export interface ImportSectionProps {
  readonly task: Task
  /** Another way to a file, before the field for one. */
  readonly finder?: (found: (file: File) => void) => ComponentChildren
  readonly onPlan?: (isThere: boolean) => void
  readonly onTaken?: () => void
}

/** Bringing a backup or a list in: what it would do is shown first, row by row, and all of it can be undone. */
export function ImportSection({ task, finder, onPlan, onTaken }: ImportSectionProps) {
  const [file, setFile] = useState<Blob>()
  const [sealed, setSealed] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [pasted, setPasted] = useState('')
  const [table, setTable] = useState<Table>()
  const [plan, setPlan] = useState<Plan>()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [done, setDone] = useState<ImportId>()

  useEffect(() => onPlan?.(plan !== undefined), [plan !== undefined])
  const show = (plan: Plan): string | undefined => (setPlan(plan), setChosen(chosenAtFirst(plan.rows)), plan.rows.length === 0 ? word('backupNothingIn') : undefined)
  const follow = async (read: ReadFile, told: (done: number, of: number) => void, signal: AbortSignal): Promise<string | undefined> => {
    setSealed(read.kind === 'sealed')
    setTable(read.kind === 'table' ? read : undefined)
    if (read.kind === 'sealed') return word('backupIsSealed')
    if (read.kind === 'backup') return show(await planRestore(read.file, told, signal))
    return show(await planList(read.kind === 'table' ? entriesByMapping(read.records, read.mapping) : read.entries, told, signal, read.kind === 'table' ? read.fields : []))
  }
  const look = (read: (signal: AbortSignal) => Promise<ReadFile>): void => {
    setPlan(undefined)
    setTable(undefined)
    task.run(word('backupReading'), async (told, signal) => follow(await read(signal), told, signal))
  }
  const choose = (places: readonly number[], on: boolean): void => {
    const next = new Set(chosen)
    for (const place of places) if (on) next.add(place)
    else next.delete(place)
    setChosen(next)
  }
  const take = (plan: Plan): void => {
    const id = newId(Date.now()) as ImportId
    setDone(id)
    task.run(word('backupTaking'), async (told, signal) => {
      const made = await takeIn(plan, chosen, id, told, signal)
      setPlan(undefined)
      setTable(undefined)
      onTaken?.()
      return plural('backupTaken', made)
    })
  }
  const undo = (id: ImportId): void =>
    task.run(word('backupUndoing'), async (told, signal) => {
      const undone = await undoWhole(id, (count) => told(count, 0), signal)
      setDone(undefined)
      return plural('backupUndone', undone)
    })

  const open = (chosen: File): void => {
    setFile(chosen)
    look((signal) => readFile(chosen, passphrase, signal))
  }

  return (
    <Section id="import" title={word('backupImport')} lead={word('backupImportLead')}>
      {finder?.(open)}
      <label class="field">
        <span>{word('backupFile')}</span>
        <input
          type="file"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? []
            // The same file, changed meanwhile, may be chosen again.
            currentTarget.value = ''
            if (chosen) open(chosen)
          }}
        />
      </label>
      {sealed && file && (
        <div class="field-and-button">
          <TextField type="password" label={word('backupPassphrase')} value={passphrase} onText={setPassphrase} autocomplete="off" />
          <Button onClick={() => look((signal) => readFile(file, passphrase, signal))}>{word('backupOpen')}</Button>
        </div>
      )}
      <TextArea label={word('backupPaste')} value={pasted} onText={setPasted} rows={2} />
      {pasted.trim() !== '' && <Button onClick={() => look((signal) => readText(pasted, signal))}>{word('backupLook')}</Button>}
      {table && <Mapping table={table} onMap={(mapping) => look(() => Promise.resolve({ ...table, mapping }))} />}
      {plan && <DryRunList rows={plan.rows} chosen={chosen} onChoose={choose} />}
      <div class="row">
        {plan && <Button kind="primary" disabled={task.progress !== undefined || chosen.size === 0} onClick={() => take(plan)}>{word('backupTake', numberOf(chosen.size))}</Button>}
        {plan?.kind === 'backup' && plan.settings && (
          <Button onClick={() => task.run(word('backupTaking'), async () => (await restoreSettings(plan), word('backupSettingsBack')))}>{word('backupSettings')}</Button>
        )}
        {done && !task.progress && <ConfirmButton confirm={word('backupUndoSure')} cancel={word('backupCancel')} onConfirm={() => undo(done)}>{word('backupUndo')}</ConfirmButton>}
      </div>
    </Section>
  )
}

function Mapping({ table, onMap }: { readonly table: Table; readonly onMap: (mapping: readonly ColumnKind[]) => void }) {
  const options = [...COLUMN_KINDS.map((value) => ({ value, label: word(COLUMN_WORDS[value]) })), ...ownColumns(table)]
  return (
    <fieldset class="mapping">
      <legend>{word('backupColumns')}</legend>
      {table.headings.slice(0, MOST_COLUMNS_SHOWN).map((heading, index) => (
        <Select
          key={index}
          label={heading.slice(0, 60) || String(index + 1)}
          hint={table.records[0]?.cells[index]?.slice(0, 60)}
          value={table.mapping[index] ?? 'none'}
          options={options}
          onChoose={(kind) => onMap(table.headings.map((_heading, place) => (place === index ? kind : (table.mapping[place] ?? 'none'))))}
        />
      ))}
    </fieldset>
  )
}

/** The user's own fields, and those that the table has been found to hold though they are defined no longer. */
function ownColumns({ fields, mapping }: Table): readonly { readonly value: ColumnKind; readonly label: string }[] {
  const others = mapping.flatMap((kind) => fieldIn(kind) ?? []).filter((name) => fields.every((field) => field.name !== name))
  return [...fields, ...[...new Set(others)].map((name) => ({ name }))].map((field) => ({ value: fieldColumn(field.name), label: shownName(field) }))
}

const COLUMN_WORDS = { handle: 'backupColumnHandle', xId: 'backupColumnId', name: 'backupColumnName', tags: 'backupColumnTags', note: 'backupColumnNote', none: 'backupColumnNone' } as const
