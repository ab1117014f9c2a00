import { ask } from '../contract/ask'
import type { Handle, HandleKey } from '../domain/handle'
import type { SubjectCrm } from '../features/privacy/subject-file'

/** What is kept of somebody out of a CRM, under each handle that they ever had; nothing where none is connected. */
export async function readCrm(handles: readonly HandleKey[]): Promise<readonly SubjectCrm[]> {
  const views = await Promise.all([...new Set(handles)].map((key) => ask('crm/view', { subject: { handle: key as string as Handle, xId: undefined }, reread: false })))
  return views.flatMap((view) => {
    if (!view || view.contacts.length + view.deliveries.length === 0) return []
    const { host, at, contacts, entries, deliveries } = view
    return [{ host, at, contacts, entries, underWay: deliveries.filter(({ text }) => text !== '').map(({ text, at }) => ({ text, at })) }]
  })
}
