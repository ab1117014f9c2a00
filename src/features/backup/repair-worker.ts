import { mustBeOurs, openStore, withStoreClosed } from '../../store/open-store'
import { repairDatabase } from '../../store/rewrite-database'

/** Makes the database anew out of what of it can be read. Nothing is written meanwhile: all who ask for the database wait. */
export async function repair(): Promise<number> {
  mustBeOurs(await openStore())
  let lost = 0
  await withStoreClosed(async () => void (lost = await repairDatabase()))
  return lost
}
