/** The ways in which speaking to a CRM fails. */
export const CRM_FAILURES = ['unauthorised', 'forbidden', 'missing', 'redirected', 'unreachable', 'busy', 'broken', 'refused', 'garbled', 'too much', 'not granted'] as const
export type CrmFailure = (typeof CRM_FAILURES)[number]

/** What went wrong, as data: a view makes a sentence of it. `theirs` are the CRM's own words, bounded and without our secret. */
export class CrmProblem extends Error {
  constructor(
    readonly failure: CrmFailure,
    readonly theirs = '',
    readonly status?: number,
    /** ms since 1970; before it nothing is to be asked again. */
    readonly notBefore?: number,
  ) {
    super(theirs === '' ? failure : `${failure}: ${theirs}`)
    this.name = 'CrmProblem'
  }
}

/** The failure that a status means. */
export function failureOf(status: number): CrmFailure {
  if (status === 401) return 'unauthorised'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'missing'
  if (status === 408 || status === 425 || status === 429) return 'busy'
  return status >= 500 ? 'broken' : 'refused'
}

/** True for what may go well another time. */
export function isPassingProblem(error: unknown): boolean {
  return error instanceof CrmProblem && ['unreachable', 'busy', 'broken', 'garbled', 'too much'].includes(error.failure)
}

/** True where the credentials are the trouble: nothing is asked again until the user has mended them. */
export function needsTheUser(error: unknown): boolean {
  return error instanceof CrmProblem && ['unauthorised', 'forbidden', 'not granted', 'redirected'].includes(error.failure)
}
