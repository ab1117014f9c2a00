import browser from 'webextension-polyfill'
import { surplusOf } from '../features/backup/automatic'
import { Told } from '../domain/told'

const LEAVE = { permissions: ['downloads' as const] }
const FOLDER = 'Regulars'
const ASKED_EVERY = 100
const LONGEST = 120_000

/** Asks for leave to put files where downloads go. To be called in a click. */
export function askForDownloads(): Promise<boolean> {
  return browser.permissions.request(LEAVE)
}

/** True where a file can be put there without asking. */
export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains(LEAVE)
}

/** Puts a file where downloads go, and waits until all of it is on the disk; throws where it is not. Of those made by themselves so many are kept. */
export async function saveToDownloads(file: Blob, name: string, kept: number): Promise<void> {
  if (!(await mayDownload())) throw new Told('toldDownloadLeave')
  const url = URL.createObjectURL(file)
  try {
    const id = await browser.downloads.download({ url, filename: `${FOLDER}/${name}`, saveAs: false, conflictAction: 'uniquify' })
    await waitFor(id, file.size)
  } finally {
    URL.revokeObjectURL(url)
  }
  await removeSurplus(kept)
}

async function waitFor(id: number, size: number): Promise<void> {
  for (const until = Date.now() + LONGEST; ; ) {
    const [item] = await browser.downloads.search({ id })
    if (item?.state === 'complete') {
      if (!item.exists || item.fileSize !== size) throw new Told('toldDownloadShort', size, item.fileSize)
      return
    }
    if (!item || item.state === 'interrupted' || Date.now() > until) throw item?.error ? new Told('toldDownloadEnded', item.error) : new Told('toldDownloadSlow')
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY))
  }
}

/** Only what we saved ourselves is removed, and only while it stands under the name that we gave it. */
async function removeSurplus(kept: number): Promise<void> {
  const ours = (await browser.downloads.search({ filenameRegex: 'regulars-auto-' })).filter(({ byExtensionId, state, exists }) => byExtensionId === browser.runtime.id && state === 'complete' && exists)
  const surplus = new Set(surplusOf(ours.map(nameOf), kept))
  for (const item of ours.filter((item) => surplus.has(nameOf(item)))) {
    await browser.downloads.removeFile(item.id)
    await browser.downloads.erase({ id: item.id })
  }
}

function nameOf({ filename }: { readonly filename: string }): string {
  return filename.split(/[\\/]/).at(-1) ?? ''
}
