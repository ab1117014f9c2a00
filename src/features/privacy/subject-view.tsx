import type { ComponentChildren } from 'preact'
import { postUrl } from '../../domain/handle'
import { dayOf, isolated, momentOf, plural, word, type WordName } from '../../ui/words'
import { CrmCopyWords } from './crm-copy-words'
import { FactWords } from './fact-words'
import { OriginWords } from './origin-words'
import type { Known, SubjectFile } from './subject-file'

const WHAT: Readonly<Record<Known['what'], WordName>> = {
  handle: 'subjectHandle',
  xId: 'subjectXId',
  name: 'subjectName',
  tag: 'subjectTag',
  field: 'detailTitle',
  facts: 'subjectFacts',
  score: 'subjectScore',
}

/** Everything that is held on one person, in sentences that they can read, each with where it comes from. */
export function SubjectView({ file, now }: { readonly file: SubjectFile; readonly now: number }) {
  return (
    <>
      <Part title={word('subjectKnown')} items={file.known}>
        {({ what, name, value, facts, origin }) => (
          <>
            <p>
              <strong>{name === undefined ? word(WHAT[what]) : isolated(name)}</strong>: {!facts && <bdi>{value}</bdi>}
            </p>
            {facts && <FactWords facts={facts} now={now} />}
            <OriginWords origin={origin} now={now} />
          </>
        )}
      </Part>
      <Part title={word('noteTitle')} items={file.notes}>
        {({ text, inBin, post, origin }) => (
          <>
            <p class="pre" dir="auto">{text}</p>
            {post && <p class="small"><bdi>{post}</bdi></p>}
            {inBin && <p class="small">{word('subjectInBin')}</p>}
            <OriginWords origin={origin} now={now} />
          </>
        )}
      </Part>
      <Part title={word('subjectContacts')} items={file.contacts}>
        {({ url, text, direction, postedAt, origin }) => (
          <>
            <p>{[direction && word(direction === 'theirs' ? 'historyContactTheirs' : 'historyContactOurs'), postedAt > 0 && momentOf(postedAt)].filter(Boolean).join(' · ')}</p>
            {text && <p class="pre" dir="auto">{text}</p>}
            <p class="small"><bdi>{url}</bdi></p>
            <OriginWords origin={origin} now={now} />
          </>
        )}
      </Part>
      <Part title={word('subjectWaiting')} items={file.rows.mentions}>
        {({ id, author, text, at }) => (
          <>
            <p class="pre" dir="auto">{text}</p>
            <p class="small"><bdi>{postUrl(author, id)}</bdi></p>
            <p class="quiet small">{[word('subjectAddressedUs'), dayOf(at, now)].join(' · ')}</p>
          </>
        )}
      </Part>
      <Part title={word('subjectCrm')} items={file.rows.crm}>{(copy) => <CrmCopyWords copy={copy} now={now} />}</Part>
      <Part title={word('subjectDrafts')} items={file.drafts}>{({ text, at }) => <p class="pre" dir="auto">{`${text} · ${dayOf(at, now)}`}</p>}</Part>
      <Part title={word('subjectLists')} items={[...file.lists.markRules.map(({ mark }) => mark), ...(file.lists.colleagues.length > 0 ? [word('guardsColleagues')] : [])]}>{(name) => <bdi>{name}</bdi>}</Part>
      <p class="quiet">{[plural('subjectChanges', file.rows.journal.length), ...(file.uses.length > 0 ? [plural('subjectUses', file.uses.length)] : [])].join(' · ')}</p>
    </>
  )
}

interface PartProps<Item> {
  readonly title: string
  readonly items: readonly Item[]
  readonly children: (item: Item) => ComponentChildren
}

/** One list; nothing where it is empty. */
function Part<Item>({ title, items, children }: PartProps<Item>) {
  if (items.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul class="subject-list">
        {items.map((item, place) => (
          <li key={place}>{children(item)}</li>
        ))}
      </ul>
    </>
  )
}
