import { type Refusal, resetAt, retryAfter } from './back-off'
import { type Filling, Told, type ToldName } from '../domain/told'

/** An answer of X that is none, or a call that had no answer. Its words hold nothing of what was sent. */
export class XRefused extends Told implements Refusal {
  constructor(
    readonly status: number | undefined,
    readonly notBefore: number | undefined,
    sentence: ToldName,
    ...places: readonly Filling[]
  ) {
    super(sentence, ...places)
    this.name = 'XRefused'
  }

  /** True where the access itself is refused: no second call mends it. */
  get isAboutAccess(): boolean {
    return this.status === 401 || this.status === 403
  }
}

/** The refusal that a response means: what X says of itself is shortened and said as text, never what we sent. */
export function refusedBy({ status, headers }: Pick<Response, 'status' | 'headers'>, body: string, now: number): XRefused {
  const named = retryAfter(headers.get('retry-after'), now)
  const reset = status === 429 ? resetAt(headers.get('x-rate-limit-reset'), headers.get('date'), now) : undefined
  const detail = detailIn(body)
  return new XRefused(status, named ?? reset, detail === '' ? 'toldXAnswered' : 'toldXAnsweredWith', status, detail)
}

/** What X says of a refusal, where it says it in its own form; a whole page of HTML is nobody's explanation. */
function detailIn(body: string): string {
  try {
    const { detail, title, error_description: described, errors } = Object(JSON.parse(body)) as Readonly<Record<string, unknown>>
    const [first] = Array.isArray(errors) ? errors : []
    const said = [detail, described, title, Object(first).message].find((text) => typeof text === 'string')
    return typeof said === 'string' ? said.replace(/[A-Za-z0-9_-]{25,}/g, '…').slice(0, 200) : ''
  } catch {
    return '' // Not in X's form: the status says enough.
  }
}

/** The refusal an error means; undefined for one of our own making. */
export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof XRefused ? error : undefined
}
