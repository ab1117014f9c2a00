import { useEffect, useState } from 'preact/hooks'
import { onAnnouncement } from '../contract/announce'
import { ask } from '../contract/ask'
import type { Stamp } from '../domain/clock'
import { keyOf } from '../domain/handle'
import type { Subject } from '../domain/subject'
import type { CrmView } from '../features/crm/crm-messages'
import { DeliveryList } from '../features/crm/delivery-list'

/** Notes about the person that wait for a yes, or that the CRM refused: asked where they were written. Nothing while no CRM is connected. */
export function CrmAsk({ subject }: { readonly subject: Subject }) {
  const { view, act } = useDeliveries(subject)
  if (!view) return null
  return <DeliveryList crm={view.kind} deliveries={view.deliveries} onSend={(change) => act('crm/send', change)} onReplace={(change) => act('crm/replace', change)} onDrop={(change) => act('crm/drop', change)} />
}

function useDeliveries(subject: Subject) {
  const [view, setView] = useState<CrmView>()
  const read = (): void => void ask('crm/view', { subject, reread: false }).then(setView, () => undefined)
  useEffect(() => {
    const stop = new AbortController()
    onAnnouncement((heard) => heard.announce === 'people/changed' && heard.keys.includes(keyOf(subject.handle)) && read(), stop.signal)
    read()
    return () => stop.abort()
  }, [subject])
  const act = (what: 'crm/send' | 'crm/replace' | 'crm/drop', change: Stamp): void => void ask(what, change).then(read, read)
  return { view, act }
}
