import type { Change } from '../../domain/change'
import type { Stamp } from '../../domain/clock'
import { inverseOf, type JournalRow } from '../../domain/journal-entry'

/** What the button of an entry does. */
export type Way = 'undo' | 'redo'

/** Taking back what took something back is doing it again; and doing it again can be taken back. */
export function wayOf(row: JournalRow, journal: readonly JournalRow[]): Way | undefined {
  const earlier = journal.filter(({ stamp, person }) => person === row.person && stamp < row.stamp).map(({ change }) => change)
  if (inverseOf(row.change, earlier) === undefined || (row.change.kind === 'person/met' && holdsAnything(journal))) return undefined
  const undoes = new Map(journal.map(({ stamp, change }) => [stamp, change.undoes]))
  let steps = 0
  for (let at = row.change.undoes; at !== undefined; at = undoes.get(at)) steps += 1
  return steps % 2 === 0 ? 'undo' : 'redo'
}

/** That somebody is kept at all is taken back only once nothing is kept about them. */
function holdsAnything(journal: readonly JournalRow[]): boolean {
  const settled = new Set<string>()
  return journal.some(({ change }) => {
    const matter = matterOf(change)
    if (settled.has(matter) || change.kind === 'note/edited' || change.kind === 'note/pinned' || change.kind.startsWith('person/')) return false
    settled.add(matter)
    return !('removed' in change && change.removed) && !('on' in change && !change.on) && !(change.kind === 'field/set' && change.value === '')
  })
}

/** The entries whose effect is how things are: the newest on each matter; of a removed note only its removal. */
export function standingOf(journal: readonly JournalRow[]): ReadonlySet<Stamp> {
  const settled = new Set<string>()
  const gone = new Set<string>()
  const standing = new Set<Stamp>()
  for (const { stamp, change } of journal) {
    const matter = matterOf(change)
    if (!settled.has(matter) && !('note' in change && gone.has(change.note))) standing.add(stamp)
    settled.add(matter)
    if (change.kind === 'note/removed' && change.removed && standing.has(stamp)) gone.add(change.note)
  }
  return standing
}

function matterOf(change: Change): string {
  if (change.kind === 'tag/set') return `tag:${change.tag}`
  if (change.kind === 'field/set') return `field:${change.field}`
  if (change.kind === 'contact/recorded') return `contact:${change.post}`
  if (change.kind === 'note/pinned') return 'pin'
  if (change.kind === 'note/edited') return `words:${change.note}`
  if ('note' in change) return `there:${change.note}`
  if (change.kind === 'person/met' || change.kind === 'person/removed') return `kept:${change.person}`
  if (change.kind === 'person/renamed' || change.kind === 'person/handle-lost') return `handle:${change.person}`
  return `${change.kind}:${change.person}`
}
