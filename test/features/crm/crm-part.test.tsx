import { parseHTML } from 'linkedom'
import { render } from 'preact'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Stamp } from '../../../src/domain/clock'
import { type ContactId, toTags, toText, toWord } from '../../../src/domain/crm'
import type { HandleKey } from '../../../src/domain/handle'
import type { NoteId, PersonId } from '../../../src/domain/change'
import { CrmEntryLine } from '../../../src/features/crm/crm-entry'
import { CrmPart } from '../../../src/features/crm/crm-part'
import { HistoryList } from '../../../src/features/history/history-list'
import type { HistoryEntry } from '../../../src/features/history/history'
import type { CrmView } from '../../../src/features/crm/crm-messages'
import { PAYLOADS } from '../../e2e/hostile-page/payloads'

/** Fifty values that a hostile or careless CRM may have in any field. */
const HOSTILE = [...PAYLOADS, ...PAYLOADS.slice(0, 20).map((payload) => `<p>${payload}</p>`)].slice(0, 50)
const actions = { send: () => undefined, replace: () => undefined, drop: () => undefined, alike: () => Promise.resolve([]), create: () => Promise.resolve(undefined), link: () => Promise.resolve(undefined), unlink: () => undefined }

beforeEach(() => {
  const { window, document } = parseHTML('<!doctype html><html><body></body></html>')
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', document)
})

it('counts fifty', () => expect(HOSTILE).toHaveLength(50))

it.each(HOSTILE.map((value, at) => ({ at, value })))('shows hostile value $at of a CRM as text, in every field', ({ value }) => {
  const view: CrmView = {
    kind: 'request-tracker',
    host: 'crm.example.org',
    reads: true,
    creates: false,
    contacts: [{ id: toWord(value) as ContactId, handle: 'ida' as HandleKey, name: toWord(value), email: toWord(value), owner: toWord(value), tags: toTags([value]), lifecycle: 'customer', vip: false, url: value }],
    entries: (['note', 'ticket'] as const).map((kind) => ({ id: kind, contact: 'c' as ContactId, kind, text: toText(value), by: toWord(value), at: 5, state: toWord(value), ours: true, here: value })),
    at: 5,
    linked: true,
    deliveries: [{ change: '0mlzvuf5s-0000-a' as Stamp, person: 'p' as PersonId, note: 'n' as NoteId, text: value, by: value, at: 5, state: 'refused', tries: 1, notBefore: 0, failure: 'refused', theirs: toWord(value), there: toText(value) }],
    trouble: { failure: 'refused', theirs: toWord(value) },
  }
  const place = document.createElement('main')
  document.body.append(place)
  render(<><CrmPart view={view} now={10} {...actions} /><HistoryList entries={[]} brought={view.entries.map((entry) => ({ key: entry.kind, at: entry.at, line: <CrmEntryLine entry={entry} crm={view.kind} now={10} /> }))} now={10} onUndo={() => undefined} /></>, place)
  expect(place.querySelectorAll('.from-crm')).toHaveLength(2)
  const tags = new Set([...place.querySelectorAll('*')].map(({ localName }) => localName))
  expect([...tags].filter((tag) => !['section', 'div', 'h2', 'p', 'span', 'bdi', 'a', 'time', 'button', 'ul', 'ol', 'li', 'q', 'strong', 'dl', 'dt', 'dd', 'mark'].includes(tag))).toEqual([])
  const links = [...place.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
  expect(links.every((href) => href.startsWith('http'))).toBe(true)
  expect([...place.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ name }) => name)).filter((name) => /^(on|src|style)/.test(name))).toEqual([])
})

it('stands in the timeline where it belongs in time, before what happened earlier', () => {
  const place = document.createElement('main')
  document.body.append(place)
  const entry = (stamp: string, at: number): HistoryEntry => ({ stamp: stamp as Stamp, at, by: '', kind: 'met', detail: undefined, way: undefined })
  const brought = [1, 6, 9].map((at) => ({ key: `crm ${at}`, at, line: <b>{at}</b> }))
  render(<HistoryList entries={[entry('c', 8), entry('b', 5), entry('a', 2)]} brought={brought} now={10} onUndo={() => undefined} />, place)
  expect([...place.querySelectorAll('li')].map((line) => line.querySelector('b')?.textContent ?? '·')).toEqual(['9', '·', '6', '·', '·', '1'])
})

it('tells posts that the page showed in the order in which they were written, and what somebody did where they did it', () => {
  const place = document.createElement('main')
  document.body.append(place)
  const entry = (stamp: string, by: string, at: number, postedAt?: number): HistoryEntry => ({ stamp: stamp as Stamp, at, by, kind: 'contactTheirs', detail: stamp, way: undefined, contact: { postedAt, text: stamp } as NonNullable<HistoryEntry['contact']> })
  render(<HistoryList entries={[entry('early', '', 9, 1), entry('late', '', 8, 4), entry('by hand', 'Ada', 7, 2), entry('met', '', 3)]} now={10} onUndo={() => undefined} />, place)
  expect([...place.querySelectorAll('li')].map((line) => ['by hand', 'late', 'met', 'early'].find((words) => line.textContent?.includes(words)))).toEqual(['by hand', 'late', 'met', 'early'])
})

it('shows nothing of a CRM that only takes notes while none is on its way', () => {
  const place = document.createElement('main')
  document.body.append(place)
  const view: CrmView = { kind: 'webhook', host: '', reads: false, creates: false, contacts: [], entries: [], at: 0, linked: false, deliveries: [], trouble: undefined }
  render(<CrmPart view={view} now={10} {...actions} />, place)
  expect(place.childElementCount).toBe(0)
})
