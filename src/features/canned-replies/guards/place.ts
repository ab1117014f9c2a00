import type { Guard, GuardCode, GuardContext } from './guard'

/** A reply belongs elsewhere: into a direct message, in public, or to another account. */
export function placeGuard({ reply, surface, account, team, dmOpen }: GuardContext): readonly Guard[] {
  const guards: Guard[] = []
  const add = (code: GuardCode, severity: Guard['severity'], about: string): void => void guards.push({ code, severity, about, places: [] })
  const isDirect = surface === 'dm'
  if (reply?.scope.surface === 'dm' && !isDirect) add('dm only', 'block', reply.title)
  if (reply?.scope.surface === 'public' && isDirect) add('public only', 'warn', reply.title)
  const accounts = reply?.scope.accounts ?? []
  const isOurs = account === undefined || accounts.length === 0 || accounts.some((one) => one.toLowerCase() === account.toLowerCase())
  if (!isOurs) add('other account', 'warn', accounts.map((one) => `@${one}`).join(', '))
  const teams = reply?.scope.teams ?? []
  if (team !== undefined && teams.length > 0 && !teams.includes(team)) add('other team', 'warn', teams.join(', '))
  if (isDirect && dmOpen === false) add('dm closed', 'warn', '')
  if (reply && reply.sensitivity !== '') add('sensitive', 'warn', reply.sensitivity)
  return guards
}
