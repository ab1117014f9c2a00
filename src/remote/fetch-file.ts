import { Told } from '../domain/told'

/** The largest file, in bytes, and the longest wait, in ms. */
const LARGEST = 20_000_000
const PATIENCE = 20_000

/** Fetches a file that somebody hosts, as a visitor without a name: no cookie and no referrer goes along. Throws a sentence where there is none. */
export async function fetchFile(address: string, signal?: AbortSignal): Promise<File> {
  const waited = AbortSignal.timeout(PATIENCE)
  const response = await answerOf(address, signal ? AbortSignal.any([signal, waited]) : waited)
  if (!response.ok) throw new Told('toldNoFileThere', new URL(address).host, response.status)
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST) throw new Told('toldRepliesLarge', LARGEST / 1_000_000)
  return new File([await response.blob()], new URL(address).pathname.split('/').at(-1) || 'replies')
}

async function answerOf(address: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', signal })
  } catch {
    throw new Told('toldUnreachable', new URL(address).host)
  }
}
