import browser from 'webextension-polyfill'
import type { ChangeBody, PersonId } from '../domain/change'
import { aHandle, type Handle, type HandleKey, keyOf, toHandle, toPostId } from '../domain/handle'
import { toStamp } from '../domain/clock'
import type { Answers } from '../contract/answer'
import { announce, announceTo } from '../contract/announce'
import type { Questions } from '../contract/messages'
import { fieldsOf } from '../domain/fields-of'
import { setDetail, toDetail, toDetailName } from '../features/fields/fields-worker'
import { usOf } from '../features/history/contact-rule'
import { countContact, undo } from '../features/history/history-worker'
import { toSeenPosts } from '../features/history/seen-post'
import { recordSeen, withRoom } from '../features/history/seen-worker'
import { toDraft, toWriter } from '../features/notes/draft'
import { toNoteId, toNoteText, toTag } from '../features/notes/note'
import { addNote, editNote, pinNote, removeNote, restoreNote, setTag } from '../features/notes/notes-worker'
import { mergePeople, partPeople } from '../features/people/merge-worker'
import { grant } from '../features/people/allowance-worker'
import { lookUp, newPersonId, view } from '../features/people/people-worker'
import { toSightings, toSubject, toXIds } from '../features/people/subject-shape'
import { issueTicket, redeemTicket, toTicketId } from '../features/people/tickets-worker'
import { erasePerson, rewrite } from '../features/privacy/erase-worker'
import { pageSettings } from '../features/preferences/page-settings-worker'
import { readSettings } from '../settings/settings'
import { keepDraft } from '../store/drafts'
import { dropWords } from '../store/drop-words'
import { record } from '../store/journal'
import { mustBeOurs, openStore } from '../store/open-store'
import type { WriteTransaction } from '../store/transactions'
import { composerAnswers } from './composer-answers'
import { searchAnswers } from './search-answers'
import { crmAnswers } from './crm-answers'
import { forgetInCrm, rewriteBesideCrm, tellCrm, withMarks } from './crm-work'
import { backupAnswers } from './backup-answers'
import { influenceAnswers } from './influence-answers'
import { cannedRepliesAnswers } from './canned-replies-answers'
import { xAnswers } from './x-answers'
import { xArchiveAnswers } from './x-archive-answers'
import { sawOnPage } from './x-work'

/** What the background answers: each question with the check of its shape. */
export const answers: Answers<Questions> = {
  ...backupAnswers,
  ...crmAnswers,
  ...influenceAnswers,
  // What lies beside a CRM first: cut short then, the person is still there, and is erased when it is asked for again.
  'privacy/erase': { shape: toPersonId, run: (person) => forgetInCrm(person).then(() => change((transaction) => erasePerson(transaction, person))) },
  'privacy/rewrite': { shape: () => undefined, run: () => rewrite().then(rewriteBesideCrm) },
  ...cannedRepliesAnswers,
  ...xAnswers,
  ...xArchiveAnswers,
  'people/look-up': {
    shape: (asked) => {
      const { sightings, xIds, viewer } = fieldsOf(asked)
      return { sightings: toSightings(sightings), xIds: toXIds(xIds), viewer: toHandle(viewer) }
    },
    run: async ({ viewer, sightings, xIds }, { page, tab }) => {
      const opening = openStore()
      const granted = page || tab === undefined ? Infinity : await grant(tab, sightings.length + xIds.length, Date.now())
      const asked = { sightings: sightings.slice(0, granted), xIds: xIds.slice(0, Math.max(0, granted - sightings.length)) }
      const [{ cards, named, learned }, settings] = await Promise.all([withMarks(asked, lookUp(await opening, asked)), pageSettings(), rememberViewer(viewer)])
      if (learned.length > 0) void change(() => Promise.resolve(learned)).catch(() => undefined)
      return { cards, named, settings }
    },
  },
  'people/view': { shape: toSubject, run: async (subject) => view(await openStore(), subject) },
  ...searchAnswers,
  ...composerAnswers,
  'people/merge': {
    shape: (asked) => ({ subject: toSubject(fieldsOf(asked)['subject']), handle: aHandle(fieldsOf(asked)['handle']) }),
    run: ({ subject, handle }) => change((transaction) => mergePeople(transaction, subject, handle, newPersonId), { key: keyOf(subject.handle) }),
  },
  'people/part': { shape: toPersonId, run: (person) => change((transaction) => partPeople(transaction, person), { person }) },
  'card/ticket': {
    shape: toSubject,
    run: async (subject, { tab }) => {
      if (tab === undefined) throw new Error('A card belongs to a tab.')
      // The card asks for it next: a worker that was stopped opens it while the card's page still loads.
      void openStore().catch(() => undefined)
      return issueTicket(subject, tab, Date.now())
    },
  },
  'card/redeem': {
    shape: (asked) => ({ ticket: toTicketId(fieldsOf(asked)['ticket']), holder: toTicketId(fieldsOf(asked)['holder']) }),
    run: async ({ ticket, holder }, { tab }) => {
      try {
        return await redeemTicket(ticket, holder, tab, Date.now(), async (subject) => view(await openStore(), subject ?? refuse('This is not the ticket of a card.')))
      } catch (error) {
        // The card itself says nothing to whoever greeted it; the script that holds this ticket takes the empty frame away.
        if (tab !== undefined) void announceTo(tab, { announce: 'card/gone', ticket })
        throw error
      }
    },
  },
  'notes/add': {
    shape: (asked) => ({ subject: toSubject(fieldsOf(asked)['subject']), note: toNoteId(fieldsOf(asked)['note']), text: toNoteText(fieldsOf(asked)['text']), writer: toWriter(fieldsOf(asked)['writer']) }),
    run: ({ subject, note, text, writer }) => change((transaction) => addNote(transaction, subject, note, text, newPersonId, writer), { key: keyOf(subject.handle) }),
  },
  'notes/edit': {
    shape: (asked) => ({ ...toNoteOfPerson(asked), text: toNoteText(fieldsOf(asked)['text']) }),
    run: ({ person, note, text }) => change((transaction) => editNote(transaction, person, note, text), { person }),
  },
  'notes/remove': { shape: toNoteOfPerson, run: ({ person, note }) => change((transaction) => removeNote(transaction, person, note), { person }) },
  'notes/restore': { shape: toNoteOfPerson, run: ({ person, note }) => change((transaction) => restoreNote(transaction, person, note), { person }) },
  'notes/pin': {
    shape: (asked) => ({ ...toNoteOfPerson(asked), pinned: fieldsOf(asked)['pinned'] === true }),
    run: ({ person, note, pinned }) => change((transaction) => pinNote(transaction, person, note, pinned), { person }),
  },
  'tags/set': {
    shape: (asked) => ({ subject: toSubject(fieldsOf(asked)['subject']), tag: toTag(fieldsOf(asked)['tag']), on: fieldsOf(asked)['on'] === true }),
    run: ({ subject, tag, on }) => change((transaction) => setTag(transaction, subject, tag, on, newPersonId), { key: keyOf(subject.handle) }),
  },
  'fields/set': {
    shape: (asked) => ({ subject: toSubject(fieldsOf(asked)['subject']), field: toDetailName(fieldsOf(asked)['field']), value: toDetail(fieldsOf(asked)['value']) }),
    run: ({ subject, field, value }) => change((transaction) => setDetail(transaction, subject, field, value, newPersonId), { key: keyOf(subject.handle) }),
  },
  'drafts/keep': {
    shape: (asked) => {
      const { key, text, writer, over, at } = fieldsOf(asked)
      return { key: keyOf(aHandle(key)), text: toDraft(text), writer: toWriter(writer), over: over === undefined ? undefined : toDraft(over), at: typeof at === 'number' && at > 0 ? at : undefined }
    },
    run: async (kept) => {
      const transaction = mustBeOurs(await openStore()).transaction('drafts', 'readwrite')
      await keepDraft(transaction.store, kept, Date.now())
      await transaction.done
    },
  },
  'history/count-contact': {
    shape: (asked) => ({ subject: toSubject(fieldsOf(asked)['subject']), counts: fieldsOf(asked)['counts'] === true }),
    run: ({ subject, counts }) => change((transaction) => countContact(transaction, subject, counts, newPersonId), { key: keyOf(subject.handle) }),
  },
  'history/saw': {
    shape: (asked) => toSeenPosts(asked, Date.now()),
    run: async (seen) => {
      const [{ brandAccounts }, viewer] = await Promise.all([readSettings(), viewerNow()])
      const us = usOf(brandAccounts, viewer)
      await withRoom(Date.now(), async (room) => {
        let met = 0
        await change(async (transaction) => {
          const found = await recordSeen(transaction, seen, us, room, newPersonId)
          met = found.met
          return found.changes
        })
        return met
      })
      await sawOnPage(seen, us)
    },
  },
  'history/gone': {
    shape: (asked) => toPostId(asked) ?? refuse('That is not the id of a post.'),
    run: async (post) => {
      const keys = await dropWords(await openStore(), [post])
      if (keys.length > 0) await announce({ announce: 'people/changed', keys }).catch(() => undefined)
    },
  },
  'history/undo': {
    shape: (asked) => toStamp(asked) ?? refuse('That is not an entry of the history.'),
    run: (stamp) => change((transaction) => undo(transaction, stamp)),
  },
}

/**
 * Writes through the journal, tells whoever shows the people concerned, and only then acknowledges. It tells also when nothing was left to write:
 * then it was asked again, because a stopped worker took the first answer along, and perhaps what it had to tell.
 */
async function change(decide: (transaction: WriteTransaction) => Promise<readonly ChangeBody[]>, about: { readonly key?: HandleKey; readonly person?: PersonId } = {}): Promise<void> {
  const [store, { myName, myInitials }] = await Promise.all([openStore(), readSettings()])
  const { keys } = await record(store, { by: myName || myInitials, now: Date.now() }, decide)
  const key = about.key ?? (about.person && (await store.get('people', about.person))?.key)
  const told = new Set(key ? [...keys, key] : keys)
  if (told.size > 0) await announce({ announce: 'people/changed', keys: [...told] }).catch(() => undefined).finally(tellCrm)
}

async function viewerNow(): Promise<Handle | undefined> {
  return toHandle((await browser.storage.session.get('viewer'))['viewer'])
}

async function rememberViewer(viewer: string | undefined): Promise<void> {
  if (viewer !== undefined) await browser.storage.session.set({ viewer })
}

function toNoteOfPerson(asked: unknown) {
  const { person, note } = fieldsOf(asked)
  return { person: toPersonId(person), note: toNoteId(note) }
}

function toPersonId(value: unknown): PersonId {
  return typeof value === 'string' && value !== '' && value.length <= 64 ? (value as PersonId) : refuse('That is not the id of a person.')
}

function refuse(sentence: string): never {
  throw new Error(sentence)
}
