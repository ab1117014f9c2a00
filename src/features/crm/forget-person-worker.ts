import type { PersonId } from '../../domain/change'
import type { HandleKey } from '../../domain/handle'
import { openCrmCache } from '../../store/crm-cache'
import { forgetCopies } from '../../store/crm-memory'
import { forgetAsked } from './asked-worker'
import { connectionNow } from './connection-worker'

/** By what somebody is kept: every record of theirs, and every handle that these ever had. */
export interface Whom {
  readonly ids: readonly PersonId[]
  readonly keys: readonly HandleKey[]
}

/** Deletes what is kept of a person beside a CRM: the copy, the link, notes on their way, and that they were asked about. The CRM keeps what it has. */
export async function forgetPerson({ ids, keys }: Whom): Promise<void> {
  await forgetAsked(keys)
  if (!(await connectionNow())) return
  const transaction = (await openCrmCache()).transaction(['people', 'links', 'deliveries'], 'readwrite', { durability: 'strict' })
  const [people, links, deliveries] = [transaction.objectStore('people'), transaction.objectStore('links'), transaction.objectStore('deliveries')]
  const sent = await Promise.all(ids.map((id) => deliveries.index('person').getAllKeys(id)))
  forgetCopies(keys)
  await Promise.all([...keys.flatMap((key) => [people.delete(key), links.delete(key)]), ...sent.flat().map((change) => deliveries.delete(change)), transaction.done])
}
