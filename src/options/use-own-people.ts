import { useEffect, useState } from 'preact/hooks'
import { onAnnouncement } from '../contract/announce'
import { asOne } from '../store/read-group'
import { personOf, type PersonRow } from '../domain/person'
import { storedFactsIn } from '../domain/stored-facts'
import type { OwnPerson } from '../features/influence/own-people'
import { openStore } from '../store/open-store'

/** The people we hold whose numbers are kept, undefined until they are read; and the way to read them again, as every change does. */
export function useOwnPeople(): readonly [readonly OwnPerson[] | undefined, () => void] {
  const [people, setPeople] = useState<readonly OwnPerson[]>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    const read = (): void => void readOwnPeople().then((people) => stop.signal.aborted || setPeople(people), console.error)
    onAnnouncement(({ announce }) => announce === 'people/changed' && read(), stop.signal)
    read()
    return () => stop.abort()
  }, [turn])
  return [people, () => setTurn((before) => before + 1)]
}

async function readOwnPeople(): Promise<readonly OwnPerson[]> {
  const table = (await openStore()).transaction('people', 'readonly').store
  const rows = (await table.getAll()).filter(({ into }) => into === undefined)
  return (await Promise.all(rows.map(async (row) => asOne(table, row)))).flatMap(ownPersonOf)
}

function ownPersonOf(row: PersonRow): readonly OwnPerson[] {
  const stored = row.fields['removed']?.[0] === true ? undefined : storedFactsIn(row.fields)
  const { handle, name, tags } = personOf(row)
  return stored && handle ? [{ id: row.id, handle, name, tags, facts: stored.facts, score: stored.score }] : []
}
