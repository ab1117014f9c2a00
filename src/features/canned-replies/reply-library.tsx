import { useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { Select, TextField } from '../../ui/field'
import { AddIcon } from '../../ui/icons'
import { word } from '../../ui/words'
import type { ReplySituation } from './prepare-reply'
import { blankReply, type Reply, type ReplyId } from './reply'
import { ReplyEditor } from './reply-editor'
import { ReplyRow } from './reply-row'
import { searchReplies } from './search/search-replies'
import { TimeSaved } from './time-saved'
import { useAlike } from './use-alike'
import { isLongUnused, shouldRetire, type Usage } from './usage'

/** The library; each change resolves to undefined, or to the sentence that says why it failed. */
export interface ReplyLibraryProps {
  readonly replies: readonly Reply[]
  readonly usage: ReadonlyMap<ReplyId, Usage>
  readonly sample: ReplySituation
  /** How fast somebody types; 0 for whoever does not want to know what was saved. */
  readonly wordsAMinute: number
  readonly newId: () => ReplyId
  readonly onSave: (reply: Reply) => Promise<string | undefined>
  readonly onRemove: (id: ReplyId) => void
}

const KINDS = ['current', 'favourite', 'shared', 'private', 'unused', 'alike', 'retire', 'archived'] as const
type Kind = (typeof KINDS)[number]

/** All canned replies: found, written, sorted into folders, and removed in two steps. */
export function ReplyLibrary({ replies, usage, sample, wordsAMinute, newId, onSave, onRemove }: ReplyLibraryProps) {
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<Kind>('current')
  const [folder, setFolder] = useState('')
  const [edited, setEdited] = useState<Reply>()
  const [error, setError] = useState<string>()
  const { now } = sample
  const alike = useAlike(replies, kind === 'alike')
  const edit = (reply: Reply | undefined): void => {
    setError(undefined)
    setEdited(reply)
  }
  const save = async (reply: Reply): Promise<void> => {
    const failed = await onSave(reply)
    setError(failed)
    if (failed === undefined) setEdited(undefined)
  }
  const shown = found(replies, query, usage, now).filter((reply) => isOfKind(reply, kind, usage, alike, now) && (folder === '' || reply.folder === folder))
  const folders = [...new Set(replies.map((reply) => reply.folder))].filter((name) => name !== '').sort()
  const editor = edited && <ReplyEditor key={edited.id} reply={edited} sample={sample} others={replies} error={error} onSave={(reply) => void save(reply)} onCancel={() => edit(undefined)} />
  const isNew = edited && !shown.some(({ id }) => id === edited.id)
  return (
    <div class="stack">
      <div class="library-filters">
        <TextField type="search" label={word('repliesSearch')} hint={word('repliesOperators')} value={query} onText={setQuery} />
        <Select label={word('repliesKind')} value={kind} options={KINDS.map((value) => ({ value, label: word(KIND_WORDS[value]) }))} onChoose={setKind} />
        <Select label={word('repliesFolder')} value={folder} options={[{ value: '', label: word('repliesAllFolders') }, ...folders.map((value) => ({ value, label: value }))]} onChoose={setFolder} />
      </div>
      {isNew ? (
        editor
      ) : (
        <Button onClick={() => edit({ ...blankReply(newId()), folder })}>
          <AddIcon />
          {word('repliesAdd')}
        </Button>
      )}
      {shown.length === 0 && <p class="quiet">{word(replies.length === 0 ? 'repliesNone' : 'repliesNoHit')}</p>}
      <TimeSaved usage={usage} wordsAMinute={wordsAMinute} />
      <ul class="reply-library">
        {shown.map((reply) => (
          <li key={reply.id}>
            {edited?.id === reply.id ? editor : <ReplyRow reply={reply} usage={usage.get(reply.id)} alike={alike.get(reply.id) ?? []} wordsAMinute={wordsAMinute} now={now} onEdit={() => edit(reply)} onChange={(part) => void onSave({ ...reply, ...part })} onRemove={() => onRemove(reply.id)} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

const KIND_WORDS = { current: 'repliesKindCurrent', favourite: 'repliesKindFavourite', shared: 'repliesKindShared', private: 'repliesKindPrivate', unused: 'repliesKindUnused', alike: 'repliesKindAlike', retire: 'repliesKindRetire', archived: 'repliesKindArchived' } as const

/** Without words everything in the order of its title: here nobody is answered, so nothing fits better than anything else. */
function found(replies: readonly Reply[], query: string, usage: ReadonlyMap<ReplyId, Usage>, now: number): readonly Reply[] {
  if (query.trim() === '') return replies
  return searchReplies(replies, query, { now, usage, withArchive: true }).map(({ reply }) => reply)
}

function isOfKind(reply: Reply, kind: Kind, usage: ReadonlyMap<ReplyId, Usage>, alike: ReadonlyMap<ReplyId, unknown>, now: number): boolean {
  if (kind === 'archived') return reply.archived
  if (reply.archived) return false
  if (kind === 'alike') return alike.has(reply.id)
  const used = usage.get(reply.id)
  if (kind === 'retire') return used !== undefined && shouldRetire(used)
  if (kind === 'unused') return isLongUnused(reply, used, now)
  return kind === 'current' || (kind === 'favourite' ? reply.favourite : (kind === 'shared') === reply.shared)
}
