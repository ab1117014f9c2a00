import type { PersonRow } from '../../domain/person'
import { openCrmCache } from '../../store/crm-cache'
import { forgetCopies } from '../../store/crm-memory'
import { forgetAsked } from './asked-worker'
import { connectionNow } from './connection-worker'

/** Deletes what is kept of a person beside a CRM, by every record of theirs and every handle that these ever had: the copy, the link, notes on their way, and that they were asked about. The CRM keeps what it has. */
export async function forgetPerson(records: readonly Pick<PersonRow, 'id' | 'handles'>[]): Promise<void> {
  const keys = records.flatMap(({ handles = [] }) => handles)
  await forgetAsked(keys)
  if (!(await connectionNow())) return
  const transaction = (await openCrmCache()).transaction(['people', 'links', 'deliveries'], 'readwrite', { durability: 'strict' })
  const [people, links, deliveries] = [transaction.objectStore('people'), transaction.objectStore('links'), transaction.objectStore('deliveries')]
  const sent = await Promise.all(records.map(({ id }) => deliveries.index('person').getAllKeys(id)))
  forgetCopies(keys)
  await Promise.all([...keys.flatMap((key) => [people.delete(key), links.delete(key)]), ...sent.flat().map((change) => deliveries.delete(change)), transaction.done])
}
