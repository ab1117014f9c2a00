import { useEffect, useState } from 'preact/hooks'
import { onAnnouncement } from '../contract/announce'
import { asOne } from '../store/read-group'
import { personOf, type PersonRow } from '../domain/person'
import { storedFactsIn } from '../domain/stored-facts'
import type { OwnPerson } from '../features/influence/own-people'
import { openStore } from '../store/open-store'

/** The people we hold whose numbers are kept, read again after every change; undefined until they are read. */
export function useOwnPeople(): readonly OwnPerson[] | undefined {
  const [people, setPeople] = useState<readonly OwnPerson[]>()
  useEffect(() => {
    const stop = new AbortController()
    const read = (): void => void readOwnPeople().then((people) => stop.signal.aborted || setPeople(people), console.error)
    onAnnouncement(({ announce }) => announce === 'people/changed' && read(), stop.signal)
    read()
    return () => stop.abort()
  }, [])
  return people
}

async function readOwnPeople(): Promise<readonly OwnPerson[]> {
  const table = (await openStore()).transaction('people', 'readonly').store
  const rows = (await table.getAll()).filter(({ into }) => into === undefined)
  return (await Promise.all(rows.map(async (row) => asOne(table, row)))).flatMap(ownPersonOf)
}

function ownPersonOf(row: PersonRow): readonly OwnPerson[] {
  const stored = row.fields['removed']?.[0] === true ? undefined : storedFactsIn(row.fields)
  const { handle, name, tags } = personOf(row)
  return stored && handle ? [{ handle, name, tags, facts: stored.facts }] : []
}
