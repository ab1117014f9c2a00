import browser from 'webextension-polyfill'
import type { Subject } from '../domain/subject'
import { STAGE_FIELD, toStage } from '../domain/stage'
import { CrmEntryLine } from '../features/crm/crm-entry'
import { CrmPart } from '../features/crm/crm-part'
import { DetailList } from '../features/fields/detail-list'
import { countsAsContact, historyOf } from '../features/history/history'
import { type BroughtLine, HistoryList } from '../features/history/history-list'
import { Dimensions } from '../features/influence/dimensions'
import { FactsQuestion } from '../features/influence/facts-question'
import { InfluencePanel } from '../features/influence/influence-panel'
import { NoteBin } from '../features/notes/note-bin'
import { NoteList } from '../features/notes/note-list'
import { NoteWriter } from '../features/notes/note-writer'
import { TagRow } from '../features/notes/tag-row'
import { PersonHeader } from '../features/people/person-header'
import { SamePerson } from '../features/people/same-person'
import { StageChoice } from '../features/people/stage-choice'
import { Button } from '../ui/button'
import { CheckIcon } from '../ui/icons'
import { Banner, Toast } from '../ui/notice'
import { dayOf, isolated, plural, word } from '../ui/words'
import type { CardActions } from './card-actions'
import { judge } from './judge'
import { weigh } from './weigh'
import { CardSearch } from './card-search'
import type { CardState } from './card-state'

/** One part of the card: what is shown, and what its controls do. */
interface PartProps {
  readonly state: CardState
  readonly actions: CardActions
}

interface CardViewProps extends PartProps {
  /** Shows somebody else in this card. */
  readonly onOpen: (subject: Subject) => void
}

/** The card of one person. */
export function CardView({ state, actions, onOpen }: CardViewProps) {
  const { view, now, toast } = state
  const undo = toast?.undo
  const crmLines = linesOfCrm(state)
  return (
    <div role="dialog" aria-labelledby="person-name" class="card">
      <PersonHeader
        id="person-name"
        handle={view.subject.handle}
        name={view.subject.name ?? view.person?.name}
        formerHandles={view.person?.formerHandles ?? []}
        now={now}
        contacts={contactsOf(state)}
        handleOnly={view.person !== undefined && view.person.xId === undefined}
        gone={view.stored?.facts.gone && { why: view.stored.facts.gone, at: view.stored.facts.seenAt }}
        onClose={actions.close}
      />
      <CardSearch colourOf={(tag) => state.settings?.presetTags.find(({ name }) => name === tag)?.colour} onOpen={onOpen} />
      {view.readOnly && <Banner tone="warn">{word('storeNewer')}</Banner>}
      {view.takenOver && <Banner tone="warn">{word('cardTakenOver', isolated(`@${view.subject.handle}`))}</Banner>}
      <InfluencePart state={state} actions={actions} />
      <Writing state={state} actions={actions} />
      <TagRow
        tags={view.person?.tags ?? []}
        presets={state.settings?.presetTags ?? []}
        onToggle={(tag, on) => void actions.toggleTag(tag, on)}
        onAdd={actions.addTag}
        onRemove={(tag) => void actions.removeTag(tag)}
      />
      {!view.takenOver && <StageChoice stage={stageOf(state)} onChoose={(stage) => void actions.setStage(stage)} />}
      <DetailList definitions={state.settings?.fields ?? []} details={ownDetails(state)} onTyped={actions.typedDetail} onSave={actions.saveDetail} />
      <Notes state={state} actions={actions} />
      {state.crm && !view.takenOver && <CrmPart view={state.crm} now={now} {...actions.crm} />}
      {(view.journal.length > 0 || crmLines.length > 0) && <HistoryList entries={historyOf(view.journal)} brought={crmLines} now={now} onUndo={(stamp, way) => void actions.undo(stamp, way)} />}
      {(view.person || view.takenOver) && <SamePerson records={view.records} now={now} onMerge={actions.merge} onPart={(record) => void actions.part(record)} />}
      {view.person && <KeptLink person={view.person.id} handle={view.subject.handle} />}
      <Toast
        text={toast?.text}
        action={toast?.again ?? (undo && { label: word(toast.way === 'redo' ? 'cardRedo' : 'cardUndo'), run: () => void actions.undo(undo, toast.way) })}
        dismissLabel={word('cardDismiss')}
        onDismiss={actions.dismiss}
      />
    </div>
  )
}

/** What the CRM says happened; nothing until it was heard of. */
function linesOfCrm({ crm, view, now }: CardState): readonly BroughtLine[] {
  if (!crm || view.takenOver) return []
  return crm.entries.map((entry) => ({ key: `crm ${entry.kind} ${entry.id}`, at: entry.at, line: <CrmEntryLine entry={entry} crm={crm.kind} now={now} /> }))
}

/** The way to all that is held on them, which is also where they are erased. */
function KeptLink({ person, handle }: { readonly person: string; readonly handle: string }) {
  return (
    <p class="small">
      <a href={browser.runtime.getURL(`src/subject/subject.html#${person}`)} target="_blank">
        {word('cardKept', isolated(`@${handle}`))}
      </a>
    </p>
  )
}

function InfluencePart({ state, actions }: PartProps) {
  const judged = judge(state)
  if (judged) {
    return (
      <InfluencePanel {...judged}>
        {state.view.person && <Dimensions {...weigh(state, judged.influence.score, judged.facts)} />}
      </InfluencePanel>
    )
  }
  return <FactsQuestion answer={state.settings?.accountFacts} turnedOn={state.turnedOn} onAnswer={(answer) => void actions.answerFacts(answer)} />
}

function Writing({ state: { view, settings }, actions }: PartProps) {
  const { post, handle } = view.subject
  const counts = post !== undefined && countsAsContact(view.journal, post)
  return (
    <section aria-label={word('noteWrite', isolated(`@${handle}`))}>
      {!view.person && !view.takenOver && <p class="quiet">{word('cardNothingKnown')}</p>}
      <NoteWriter handle={handle} draft={view.draft} onDraft={actions.keepDraft} onSave={actions.saveNote} templates={settings?.noteTemplates ?? []}>
        {post && (
          <Button kind="quiet" aria-pressed={counts} onClick={() => void actions.countContact(!counts)}>
            {counts && <CheckIcon />}
            {word(counts ? 'cardContactCounts' : 'cardCountContact')}
          </Button>
        )}
      </NoteWriter>
    </section>
  )
}

function Notes({ state: { view, begun, now }, actions }: PartProps) {
  if (view.notes.length === 0 && view.bin.length === 0) return null
  return (
    <section aria-labelledby="note-title">
      <h2 id="note-title">{word('noteTitle')}</h2>
      <NoteList
        notes={view.notes}
        pinned={view.pinned}
        begun={begun}
        now={now}
        onTyped={actions.typed}
        onEdit={actions.editNote}
        onRemove={(note) => void actions.removeNote(note)}
        onPin={(note, pinned) => void actions.pinNote(note, pinned)}
      />
      {view.bin.length > 0 && <NoteBin notes={view.bin} now={now} onRestore={(note) => void actions.restoreNote(note)} />}
    </section>
  )
}

/** The stage has a place of its own. */
function ownDetails({ view }: CardState) {
  return (view.person?.details ?? []).filter(({ name }) => name !== STAGE_FIELD)
}

function stageOf({ view }: CardState) {
  return toStage(view.person?.details.find(({ name }) => name === STAGE_FIELD)?.value)
}

function contactsOf({ view, now }: CardState): string | undefined {
  const { contacts = 0, lastContact } = view.person ?? {}
  if (contacts === 0) return undefined
  return lastContact === undefined ? plural('badgeContacts', contacts) : `${plural('badgeContacts', contacts)}, ${word('badgeLast', dayOf(lastContact, now))}`
}
