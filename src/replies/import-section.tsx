import { useState } from 'preact/hooks'
import { ask } from '../contract/ask'
import { reasonOf } from '../contract/reason-of'
import type { ImportId } from '../domain/change'
import { chosenReplies, planForeign, planOwn, planPack, type PlannedReply, repliesToStore } from '../features/canned-replies/formats/plan-replies'
import type { Reply, ReplyId } from '../features/canned-replies/reply'
import { MOST_REPLIES_AT_ONCE } from '../features/canned-replies/reply-import'
import { ReplyDryRun } from '../features/canned-replies/reply-dry-run'
import { Section } from '../options/section'
import { readReplyFile, type ReadReplies } from '../options/read-reply-file'
import type { HeldSettings } from '../options/use-settings'
import { Button } from '../ui/button'
import { ConfirmButton } from '../ui/confirm-button'
import { isolated, numberOf, plural, word } from '../ui/words'
import { PackAddress } from './pack-address'

interface Plan {
  readonly from: string
  readonly rows: readonly PlannedReply[]
}

/** The library, the settings, and what follows an import. */
export interface ImportSectionProps extends Pick<HeldSettings, 'save' | 'settings'> {
  readonly replies: readonly Reply[]
  readonly onDone: () => Promise<unknown>
}

/** Bringing replies in from a file: what it would do is shown first, row by row, and all of it can be undone. */
export function ImportSection({ replies, settings, save, onDone }: ImportSectionProps) {
  const [plan, setPlan] = useState<Plan>()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [done, setDone] = useState<ImportId>()
  const [said, say] = useState<{ readonly text: string; readonly failed?: boolean }>()
  const [isBusy, setBusy] = useState(false)

  const doing = async (act: () => Promise<string>): Promise<void> => {
    setBusy(true)
    say({ text: '' })
    await act().then((text) => say({ text }), (error: unknown) => say({ text: reasonOf(error), failed: true }))
    setBusy(false)
  }
  const look = (file: File): Promise<void> =>
    doing(async () => {
      setPlan(undefined)
      const read = await readReplyFile(file)
      const rows = planOf(read, replies)
      setPlan({ from: read.from, rows })
      setChosen(chosenReplies(rows))
      return rows.length === 0 ? word('importNothing') : ''
    })
  const take = (rows: readonly PlannedReply[]): Promise<void> =>
    doing(async () => {
      const id = crypto.randomUUID() as ImportId
      const taken = repliesToStore(rows, chosen)
      setDone(id)
      for (let from = 0; from < taken.length; from += MOST_REPLIES_AT_ONCE) await ask('canned-replies/import', { id, replies: taken.slice(from, from + MOST_REPLIES_AT_ONCE) })
      setPlan(undefined)
      await onDone()
      return plural('importTaken', chosen.size)
    })
  const undo = (id: ImportId): Promise<void> =>
    doing(async () => {
      const { removed, restored, kept } = await ask('canned-replies/undo-import', id)
      setDone(undefined)
      await onDone()
      return plural('importUndone', removed + restored) + (kept.length > 0 ? ` ${word('importKept', kept.map(isolated).join(', '))}` : '')
    })
  const choose = (place: number, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(place)
    else next.delete(place)
    setChosen(next)
  }
  return (
    <Section id="import" title={word('importReplies')} lead={word('importRepliesLead')}>
      <label class="field">
        <span>{word('importFile')}</span>
        <input
          type="file"
          accept=".csv,.json,.yml,.yaml,.txt"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            // The same file, changed meanwhile, may be chosen again.
            currentTarget.value = ''
            if (file) void look(file)
          }}
        />
      </label>
      {settings && <PackAddress address={settings.packAddress} onAddress={(packAddress) => save({ packAddress })} onFile={look} />}
      <p role="status">{!said?.failed && said?.text}</p>
      <p role="alert">{said?.failed && said.text}</p>
      {plan && <p class="quiet">{word('importFrom', isolated(plan.from))}</p>}
      {plan && <ReplyDryRun rows={plan.rows} chosen={chosen} onChoose={choose} />}
      <div class="row">
        {plan && <Button kind="primary" disabled={isBusy || repliesToStore(plan.rows, chosen).length === 0} onClick={() => void take(plan.rows)}>{isKeeping(plan.rows, chosen) ? word('packKeep') : word('importTake', numberOf(chosen.size))}</Button>}
        {done && !isBusy && <ConfirmButton confirm={word('importUndoSure')} cancel={word('repliesCancel')} onConfirm={() => void undo(done)}>{word('importUndo')}</ConfirmButton>}
      </div>
    </Section>
  )
}

/** Nothing is taken, but what is newer elsewhere is remembered. */
function isKeeping(rows: readonly PlannedReply[], chosen: ReadonlySet<number>): boolean {
  return chosen.size === 0 && rows.some(({ kept }) => kept !== undefined)
}

function planOf(read: ReadReplies, held: readonly Reply[]): readonly PlannedReply[] {
  if ('pack' in read) return planPack(read.pack, held)
  return 'replies' in read ? planOwn(read.replies, held) : planForeign(read.entries, held, () => crypto.randomUUID() as ReplyId)
}
