import type { Fields } from './change'
import { type Claim, claimsIn } from './claims'
import type { HandleKey } from './handle'
import { type PersonRow, type Pin, withFields } from './person'

/** Several records of one person as one: the first gives the id, the later word wins on every field, and counts add up. */
export function joined(group: readonly [PersonRow, ...PersonRow[]]): PersonRow {
  const [{ id }, ...others] = group
  if (others.length === 0) return group[0]
  const fields = joinedFields(group)
  const keys = keysOf(group)
  const pin = latestPin(group)
  const times = group.flatMap(({ lastContact }) => lastContact ?? [])
  return {
    ...withFields({ id, fields: {}, notes: sum(group, 'notes'), contacts: sum(group, 'contacts') }, fields),
    ...(keys[0] && { key: keys[0], keys }),
    ...(pin && { pin }),
    ...(times.length > 0 && { lastContact: Math.max(...times) }),
    aliases: others.map((other) => other.id),
  }
}

/** The present handle of each account, newest claim first: records with one id are one account, and every record without an id is its own. */
function keysOf(group: readonly PersonRow[]): readonly HandleKey[] {
  const accounts = new Set(group.map(accountOf))
  return [...accounts]
    .flatMap((account) => {
      const records = group.filter((row) => accountOf(row) === account)
      const claim = newestClaim(records)
      return claim && records.some(({ key }) => key === claim.key) ? [claim] : []
    })
    .sort((one, other) => (one.stamp > other.stamp ? -1 : 1))
    .map(({ key }) => key)
}

function accountOf({ id, xId }: PersonRow): string {
  return xId ?? id
}

function newestClaim(records: readonly PersonRow[]): Claim | undefined {
  return records.flatMap(({ fields }) => claimsIn(fields).slice(0, 1)).reduce<Claim | undefined>((newest, claim) => (newest && newest.stamp > claim.stamp ? newest : claim), undefined)
}

/** Whose alias each of them is stays their own matter. */
function joinedFields(group: readonly PersonRow[]): Fields {
  const fields: Record<string, Fields[string]> = {}
  for (const row of group) {
    for (const [name, register] of Object.entries(row.fields)) {
      const held = fields[name]
      if (name !== 'into' && (!held || register[1] > held[1])) fields[name] = register
    }
  }
  return fields
}

function latestPin(group: readonly PersonRow[]): Pin | undefined {
  return group.flatMap(({ pin }) => (pin ? [pin] : [])).reduce<Pin | undefined>((latest, pin) => (latest && latest[0] > pin[0] ? latest : pin), undefined)
}

function sum(group: readonly PersonRow[], field: 'notes' | 'contacts'): number {
  return group.reduce((total, row) => total + row[field], 0)
}
