import { CrmProblem } from './crm-problem'

/** The most bytes of an answer that are read: what is longer is no answer to any question of ours. */
export const MOST_BYTES = 8_000_000

/** The text of an answer, given up where it grows too long: a hostile server must not fill the memory. */
export async function readBounded(response: Response, most = MOST_BYTES): Promise<string> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text + decoder.decode()
      bytes += value.byteLength
      if (bytes > most) break
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    throw new CrmProblem('unreachable')
  }
  void reader.cancel().catch(() => undefined)
  throw new CrmProblem('too much')
}
