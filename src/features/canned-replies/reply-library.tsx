import { useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { ConfirmButton } from '../../ui/confirm-button'
import { AddIcon, EditIcon, RemoveIcon } from '../../ui/icons'
import { isolated, word } from '../../ui/words'
import { blankReply, type Reply, type ReplyId } from './reply'
import type { ReplyFacts } from './simple-fill'
import { ReplyEditor } from './reply-editor'
import { ReplyPreview } from './reply-preview'

/** The library; each change resolves to undefined, or to the sentence that says why it failed. */
export interface ReplyLibraryProps {
  readonly replies: readonly Reply[]
  readonly sample: ReplyFacts
  readonly newId: () => ReplyId
  readonly onSave: (reply: Reply) => Promise<string | undefined>
  readonly onRemove: (id: ReplyId) => void
}

/** All canned replies: add, edit, and remove in two steps. */
export function ReplyLibrary({ replies, sample, newId, onSave, onRemove }: ReplyLibraryProps) {
  const [edited, setEdited] = useState<Reply>()
  const [error, setError] = useState<string>()
  const edit = (reply: Reply | undefined): void => {
    setError(undefined)
    setEdited(reply)
  }
  const save = async (reply: Reply): Promise<void> => {
    const failed = await onSave(reply)
    setError(failed)
    if (failed === undefined) setEdited(undefined)
  }
  const editor = edited && <ReplyEditor key={edited.id} reply={edited} sample={sample} error={error} onSave={(reply) => void save(reply)} onCancel={() => edit(undefined)} />
  const isNew = edited && !replies.some(({ id }) => id === edited.id)
  return (
    <div class="stack">
      <ul class="reply-library">
        {replies.map((reply) => (
          <li key={reply.id}>{edited?.id === reply.id ? editor : <ReplyRow reply={reply} sample={sample} onEdit={() => edit(reply)} onRemove={() => onRemove(reply.id)} />}</li>
        ))}
      </ul>
      {isNew ? (
        editor
      ) : (
        <Button onClick={() => edit(blankReply(newId()))}>
          <AddIcon />
          {word('repliesAdd')}
        </Button>
      )}
    </div>
  )
}

function ReplyRow({ reply, sample, onEdit, onRemove }: { readonly reply: Reply; readonly sample: ReplyFacts; readonly onEdit: () => void; readonly onRemove: () => void }) {
  const editLabel = word('repliesEdit', isolated(reply.title))
  return (
    <div class="reply-row">
      <div>
        <h3>
          <bdi>{reply.title}</bdi>
        </h3>
        <ReplyPreview text={reply.body} facts={sample} />
      </div>
      <Button kind="icon" aria-label={editLabel} title={editLabel} onClick={onEdit}>
        <EditIcon />
      </Button>
      <ConfirmButton kind="icon" label={word('repliesRemove', isolated(reply.title))} confirm={word('repliesRemoveSure')} cancel={word('repliesCancel')} onConfirm={onRemove}>
        <RemoveIcon />
      </ConfirmButton>
    </div>
  )
}
