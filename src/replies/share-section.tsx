import { useState } from 'preact/hooks'
import { download } from '../backup/make-backup'
import type { Reply, ReplyId } from '../features/canned-replies/reply'
import { writePack } from '../features/canned-replies/share/pack'
import { Section } from '../options/section'
import { Button } from '../ui/button'
import { Select, TextField } from '../ui/field'
import { isolated, numberOf, plural, word } from '../ui/words'

/** Which replies a pack begins with: the marked ones, all, or a folder by its name behind a slash. */
type Choice = 'marked' | 'all' | `/${string}`

/** Handing replies to colleagues in a file: whole folders, those marked as shared, or one by one. */
export function ShareSection({ replies }: { readonly replies: readonly Reply[] }) {
  const [name, setName] = useState('')
  const [choice, setChoice] = useState<Choice>('marked')
  const [left, setLeft] = useState<ReadonlySet<ReplyId>>(new Set())
  const [saved, setSaved] = useState<number>()
  const offered = chosenBy(choice, replies)
  const packed = offered.filter(({ id }) => !left.has(id))
  const save = async (): Promise<void> => {
    const text = await writePack(name.trim(), packed, new Date().toISOString())
    download(new Blob([text], { type: 'application/json' }), `regulars-pack-${new Date().toISOString().slice(0, 10)}.json`)
    setSaved(packed.length)
  }
  const choose = (next: Choice): void => {
    setChoice(next)
    setLeft(new Set())
    setSaved(undefined)
  }
  const turn = (id: ReplyId, on: boolean): void => setLeft(on ? new Set([...left].filter((one) => one !== id)) : new Set([...left, id]))
  return (
    <Section id="share" title={word('shareTitle')} lead={word('shareLead')}>
      <div class="two-fields">
        <TextField label={word('shareName')} hint={word('shareNameHint')} value={name} maxLength={60} autoComplete="off" onText={setName} />
        <Select label={word('shareWhich')} value={choice} options={choicesOf(replies)} onChoose={choose} />
      </div>
      {offered.length > 0 && (
        <details>
          <summary>{word('shareChoose')}</summary>
          <ul class="dry-run-rows">
            {offered.map(({ id, title, folder }) => (
              <li key={id}>
                <label class="choice">
                  <input type="checkbox" checked={!left.has(id)} onChange={({ currentTarget }) => turn(id, currentTarget.checked)} />
                  <span><bdi>{title}</bdi>{folder && <span class="quiet small"> {isolated(folder)}</span>}</span>
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="row">
        <Button disabled={packed.length === 0 || name.trim() === ''} onClick={() => void save()}>{word('shareSave', numberOf(packed.length))}</Button>
      </div>
      <p role="status">{saved !== undefined && plural('shareSaved', saved)}</p>
    </Section>
  )
}

function chosenBy(choice: Choice, replies: readonly Reply[]): readonly Reply[] {
  if (choice === 'marked') return replies.filter(({ shared }) => shared)
  return replies.filter(({ archived, folder }) => !archived && (choice === 'all' || folder === choice.slice(1)))
}

function choicesOf(replies: readonly Reply[]) {
  const folders = [...new Set(replies.map(({ folder }) => folder))].filter((folder) => folder !== '').sort()
  const count = (choice: Choice): string => numberOf(chosenBy(choice, replies).length)
  return [
    { value: 'marked', label: word('shareMarked', count('marked')) },
    { value: 'all', label: word('shareAll', count('all')) },
    ...folders.map((folder) => ({ value: `/${folder}` as const, label: word('shareFolder', isolated(folder), count(`/${folder}`)) })),
  ] satisfies readonly { readonly value: Choice; readonly label: string }[]
}
