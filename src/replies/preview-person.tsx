import { useState } from 'preact/hooks'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { word } from '../ui/words'
import type { HeldPreviewed } from './use-previewed'

/** Chooses whom the previews are for. */
export function PreviewPerson({ person: { previewed, error, choose } }: { readonly person: HeldPreviewed }) {
  const [handle, setHandle] = useState('')
  const submit = (event: Event): void => {
    event.preventDefault()
    void choose(handle)
  }
  const hint = previewed && (previewed.view.person ? word('libraryKnown') : word('libraryStranger'))
  return (
    <form class="field-and-button" onSubmit={submit}>
      <TextField label={word('libraryPreviewFor')} placeholder="@" value={handle} onText={setHandle} hint={hint} error={error} />
      <Button type="submit">{word('libraryPreview')}</Button>
    </form>
  )
}
