import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { reasonOf } from '../contract/reason-of'
import { fetchFile } from '../remote/fetch-file'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { word } from '../ui/words'

const BEGINNING = 'https://'

/** Where the team's pack is hosted, and what is done with it once it is here. */
export interface PackAddressProps {
  readonly address: string
  readonly onAddress: (address: string) => void
  readonly onFile: (file: File) => Promise<void>
}

/** A pack at an address: it is read when asked, after the browser was asked for that one host, and never written. */
export function PackAddress({ address, onAddress, onFile }: PackAddressProps) {
  const [text, setText] = useState(address)
  const [failed, setFailed] = useState<string>()
  const look = async (event: Event): Promise<void> => {
    event.preventDefault()
    const host = hostOf(text)
    if (!host) return setFailed(word('packAddressWrong'))
    setFailed(undefined)
    try {
      // Asked in the press itself: after any wait the browser refuses to ask.
      if (!(await browser.permissions.request({ origins: [`${host}/*`] }))) return setFailed(word('packAddressRefused'))
      onAddress(text.trim())
      await onFile(await fetchFile(text.trim()))
    } catch (error) {
      setFailed(reasonOf(error))
    }
  }
  return (
    <form class="stack" onSubmit={(event) => void look(event)}>
      <TextField type="url" label={word('packAddress')} hint={word('packAddressHint')} placeholder={BEGINNING} value={text} maxLength={500} autoComplete="off" error={failed} onText={setText} />
      <div class="row">
        <Button type="submit" disabled={text.trim() === ''}>{word('packLook')}</Button>
      </div>
    </form>
  )
}

/** The host of an address on the web, with its protocol; undefined where it is none that could be asked for. */
function hostOf(text: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(text.trim())
    const isHere = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost')
    // Permissions are for hosts, whatever the port.
    return protocol === 'https:' || isHere ? `${protocol}//${hostname}` : undefined
  } catch {
    return undefined
  }
}
