import type { Answers } from '../contract/answer'
import type { Stamp } from '../domain/clock'
import { type ContactId, toWord } from '../domain/crm'
import { fieldsOf } from '../domain/fields-of'
import { Told } from '../domain/told'
import { clearList } from '../features/crm/asked-worker'
import { toConnection } from '../features/crm/connection'
import { connectionNow, forgetConnection, freshAdapter, keepConnection } from '../features/crm/connection-worker'
import type { CrmQuestions, CrmTrouble } from '../features/crm/crm-messages'
import { dropAlarm, keepAlarm, noteTrouble, takeTurn } from '../features/crm/crm-worker'
import { chosen, type Delivery, toDeliveryName } from '../features/crm/delivery'
import { alike, createContact, crmState, crmView, linkContact, reread } from '../features/crm/view-worker'
import { toSubject } from '../features/people/subject-shape'
import { CrmProblem } from '../remote/crm-problem'
import { openCrmCache } from '../store/crm-cache'
import { openStore } from '../store/open-store'

/** What the background answers about the CRM. */
export const crmAnswers: Answers<CrmQuestions> = {
  'crm/state': { shape: () => undefined, run: crmState },
  'crm/connect': {
    shape: toConnection,
    run: async (connection) => {
      const trouble = await troubleOf(async () => (await freshAdapter(connection)).check())
      if (trouble) return trouble
      const before = await connectionNow()
      await keepConnection({ ...connection, since: before?.since || Date.now() })
      await (await openCrmCache()).delete('places', 'trouble')
      await clearList()
      await keepAlarm()
      void takeTurn()
      return undefined
    },
  },
  'crm/check': {
    shape: () => undefined,
    run: async () => {
      const connection = await connectionNow()
      if (!connection) throw new Told('toldNoCrm')
      const cache = await openCrmCache()
      const trouble = await troubleOf(async () => (await freshAdapter(connection)).check())
      if (!trouble) await cache.delete('places', 'trouble')
      else await noteTrouble(cache, new CrmProblem(trouble.failure as CrmProblem['failure'], trouble.theirs))
      if (!trouble) void takeTurn()
      return trouble
    },
  },
  'crm/disconnect': {
    shape: () => undefined,
    run: async () => {
      await dropAlarm()
      await forgetConnection()
      await clearList()
    },
  },
  'crm/view': {
    shape: (asked) => ({ subject: toSubject(fieldsOf(asked)['subject']), reread: fieldsOf(asked)['reread'] === true }),
    run: async ({ subject, reread: again }) => {
      const view = await crmView(await openStore(), subject)
      if (again && view) void reread(subject).catch(console.error)
      return view
    },
  },
  'crm/send': { shape: toDeliveryName, run: (change) => move(change, 'waiting') },
  'crm/replace': { shape: toDeliveryName, run: (change) => move(change, 'waiting', 'replace') },
  'crm/drop': { shape: toDeliveryName, run: (change) => move(change, 'dropped') },
  'crm/alike': { shape: toSubjectAndEmail, run: ({ subject, email }) => alike(subject, email) },
  'crm/create': { shape: toSubjectAndEmail, run: ({ subject, email }) => createContact(subject, email) },
  'crm/link': {
    shape: (asked) => ({ subject: toSubject(fieldsOf(asked)['subject']), contact: toContactId(fieldsOf(asked)['contact']) }),
    run: ({ subject, contact }) => linkContact(subject, contact),
  },
  'crm/unlink': { shape: toSubject, run: (subject) => linkContact(subject, undefined) },
}

/** What goes wrong, as data: a sentence of it is made where it is read. */
async function troubleOf(run: () => Promise<void>): Promise<CrmTrouble | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    const { failure, theirs } = error instanceof CrmProblem ? error : new CrmProblem('unreachable')
    return { failure, theirs }
  }
}

/** What was sent, or perhaps sent, is not touched. */
async function move(change: Stamp, state: 'waiting' | 'dropped', way: 'replace' | 'beside' = 'beside'): Promise<void> {
  const transaction = (await openCrmCache()).transaction('deliveries', 'readwrite', { durability: 'strict' })
  const held = await transaction.store.get(change)
  if (held && (held.state === 'asked' || held.state === 'refused' || (held.state === 'waiting' && state === 'dropped'))) await transaction.store.put(moved(held, state, way))
  await transaction.done
  void takeTurn()
}

function moved(held: Delivery, state: 'waiting' | 'dropped', way: 'replace' | 'beside'): Delivery {
  if (state === 'waiting' && held.there !== undefined) return chosen(held, way)
  return { ...held, state, tries: 0, notBefore: 0, there: undefined, failure: undefined, theirs: undefined }
}

function toSubjectAndEmail(asked: unknown) {
  return { subject: toSubject(fieldsOf(asked)['subject']), email: toWord(fieldsOf(asked)['email']) }
}

function toContactId(value: unknown): ContactId {
  const id = toWord(value)
  if (id === '') throw new Error('That is not a contact.')
  return id as ContactId
}
