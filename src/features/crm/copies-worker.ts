import type { HandleKey } from '../../domain/handle'
import { openCrmCache } from '../../store/crm-cache'
import { readCrmRows } from '../../store/crm-memory'
import { connectionNow } from './connection-worker'
import type { CrmRow } from './crm-row'

/** What is copied from the CRM of these handles; nothing while none is connected, and no database is made for it. */
export async function copiesOf(keys: readonly HandleKey[]): Promise<readonly CrmRow[]> {
  if (!(await connectionNow())) return []
  return (await readCrmRows(await openCrmCache(), keys)).filter((row) => row !== undefined)
}
