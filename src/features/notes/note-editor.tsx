import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { SecondStep } from '../../ui/confirm-button'
import { TextArea } from '../../ui/field'
import { word } from '../../ui/words'
import { isSaveKey } from './save-key'

/** A note under change. */
export interface NoteEditorProps {
  readonly text: string
  /** The words to begin with, where a change was begun before. */
  readonly begun?: string | undefined
  /** The words as they stand, so that they are not lost when the card goes; undefined when there is nothing to keep. */
  readonly onTyped: (text: string | undefined) => void
  /** Gives the sentence of what went wrong; undefined once the words are safe. */
  readonly onSave: (text: string) => Promise<string | undefined>
  readonly onDone: () => void
}

/** The words of a note in place. Changed words are dropped only at a second step. */
export function NoteEditor({ text, begun, onTyped, onSave, onDone }: NoteEditorProps) {
  const [words, setWords] = useState(begun ?? text)
  const [leaving, setLeaving] = useState(false)
  const [failure, setFailure] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  // Nobody asked for an editor that opens by itself: the keys belong to whatever has them.
  const isUnasked = useRef(begun !== undefined)
  useEffect(() => {
    if (!leaving && !isUnasked.current) field.current?.focus()
    isUnasked.current = false
  }, [leaving])

  function leave(): void {
    onTyped(undefined)
    onDone()
  }
  async function save(): Promise<void> {
    if (words.trim() === '') return
    const failed = words === text ? undefined : await onSave(words)
    if (failed === undefined) leave()
    else setFailure(failed)
  }
  function escape(event: KeyboardEvent): void {
    event.stopPropagation()
    if (words === text) leave()
    else setLeaving(true)
  }

  return (
    <div class="stack" onKeyDown={(event) => event.key === 'Escape' && escape(event)}>
      <TextArea
        ref={field}
        label={word('noteText')}
        labelUnseen
        rows={4}
        value={words}
        error={failure && word('noteFailed', failure)}
        onText={(typed) => {
          setWords(typed)
          onTyped(typed)
        }}
        onKeyDown={(event) => isSaveKey(event) && void save()}
      />
      {leaving ? (
        <SecondStep confirm={word('noteDiscard')} cancel={word('noteGoOn')} onConfirm={leave} onCancel={() => setLeaving(false)} />
      ) : (
        <span class="row">
          <Button kind="primary" aria-disabled={words.trim() === ''} onClick={() => void save()}>
            {word('noteSaveEdit')}
          </Button>
          <Button kind="quiet" onClick={() => (words === text ? leave() : setLeaving(true))}>
            {word('noteCancel')}
          </Button>
        </span>
      )}
    </div>
  )
}
