/** The largest file, in bytes, and the longest wait, in ms. */
const LARGEST = 20_000_000
const PATIENCE = 20_000

/** Fetches a file that somebody hosts, as a visitor without a name: no cookie and no referrer goes along. Throws a sentence where there is none. */
export async function fetchFile(address: string, signal?: AbortSignal): Promise<File> {
  const waited = AbortSignal.timeout(PATIENCE)
  const response = await answerOf(address, signal ? AbortSignal.any([signal, waited]) : waited)
  if (!response.ok) throw new Error(`${new URL(address).host} answered ${response.status}: there is no file at this address.`)
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST) throw new Error(`A file of replies may have ${LARGEST / 1_000_000} MB.`)
  return new File([await response.blob()], new URL(address).pathname.split('/').at(-1) || 'replies')
}

async function answerOf(address: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', signal })
  } catch (error) {
    throw new Error(`${new URL(address).host} cannot be reached.`, { cause: error })
  }
}
