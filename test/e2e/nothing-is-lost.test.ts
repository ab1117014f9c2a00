import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PersonView } from '../../src/features/people/people-messages'
import { eachBrowser } from './harness/each-browser.ts'
import { chance, killIfRunning, KILLS, pause, SEED } from './harness/killing.ts'
import { disagreements, type Memory, readMemory } from './harness/memory.ts'
import { type Outcome, openAsking, type Question } from './harness/our-ask.ts'

const handleOf = (round: number): string => `guest_${Math.floor(round / 4)}`
const questionsOf = (round: number, before: PersonView | undefined): readonly Question[] => {
  const subject = { handle: handleOf(round) }
  const [held] = before?.notes ?? []
  const ofPerson = { person: before?.person?.id, note: held?.id }
  return [
    { name: 'notes/add', asked: { subject, note: randomUUID(), text: `note ${round}` } },
    { name: 'tags/set', asked: { subject, tag: `tag ${round}`, on: true } },
    ...(held && round % 3 > 0 ? [{ name: 'notes/edit', asked: { ...ofPerson, text: `edit ${round}` } }] : []),
    ...(held && round % 3 === 0 ? [{ name: 'notes/remove', asked: ofPerson }] : []),
    { name: 'drafts/keep', asked: { key: `draft_${round}`, text: `draft ${round}` } },
    { name: 'people/look-up', asked: { sightings: [subject, { handle: 'a_stranger' }], xIds: [] } },
  ]
}

/** How often the memory holds what one question asked for. */
function timesHeld({ name, asked }: Question, { journal, drafts }: Memory): number {
  const { note, text, tag, key } = asked as { note?: string; text?: string; tag?: string; key?: string }
  const changes = journal.map(({ change }) => change)
  if (name === 'notes/add') return changes.filter((change) => change.kind === 'note/added' && change.note === note && change.text === text).length
  if (name === 'notes/edit') return changes.filter((change) => change.kind === 'note/edited' && change.note === note && change.text === text).length
  if (name === 'notes/remove') return changes.filter((change) => change.kind === 'note/removed' && change.note === note && change.removed).length
  if (name === 'tags/set') return changes.filter((change) => change.kind === 'tag/set' && change.tag === tag).length
  return drafts.filter((draft) => draft.place === `note:${key}` && draft.text === text).length
}

// Planted once, and seen to fail here: no retry in ask.ts; an answer that does not wait for the write; addNote without its look for the same id.
// Too narrow for kills from outside: an answer within the last millisecond before the transaction is complete.
describe(`a background killed at random moments (REGULARS_SEED=${SEED})`, () => {
  eachBrowser('with our own asking end', ({ session }) => {
    it(`loses nothing of what it acknowledged in ${KILLS} kills, writes nothing twice or by half, and answers look-ups within a second`, async () => {
      const asking = await openAsking(session())
      const sent: { readonly question: Question; readonly outcome: Outcome; readonly kill: string }[] = []
      let kills = 0
      for (let round = 0; kills < KILLS; round += 1) {
        const before = (await asking.one('people/view', { handle: handleOf(round) })) as PersonView
        const questions = questionsOf(round, before)
        const kind = (['before', 'during', 'during', 'during', 'after'] as const)[Math.floor(chance(round) * 5)]!
        if (kind === 'before') kills += Number(await killIfRunning(session()))
        const answering = asking.all(questions)
        const delay = chance(round, 1) * 25
        if (kind === 'during') await pause(delay)
        if (kind === 'during') kills += Number(await killIfRunning(session()))
        const outcomes = await answering
        if (kind === 'after') kills += Number(await killIfRunning(session()))
        questions.forEach((question, index) => sent.push({ question, outcome: outcomes[index]!, kill: `${kind} ${Math.round(delay)} ms` }))
      }
      const memory = await readMemory(asking.page)
      const said = ({ question: { name, asked }, outcome, kill }: (typeof sent)[number]): string => `${name} ${JSON.stringify(asked)} (kill ${kill}): ${JSON.stringify(outcome)}`
      const lookUps = sent.filter(({ question }) => question.name === 'people/look-up')
      const writes = sent.filter(({ question }) => question.name !== 'people/look-up')
      const acknowledged = writes.filter(({ outcome }) => outcome.error === undefined)
      expect(acknowledged.filter(({ question }) => timesHeld(question, memory) !== 1).map(said)).toEqual([])
      expect(writes.filter(({ question }) => timesHeld(question, memory) > 1).map(said)).toEqual([])
      expect(disagreements(memory)).toEqual([])
      expect(writes.filter(({ outcome }) => outcome.error !== undefined).map(said)).toEqual([])
      expect(lookUps.filter(({ outcome }) => outcome.error !== undefined || outcome.ms > 1_000).map(said)).toEqual([])
      console.log(`${session().kind}: ${kills} kills, ${writes.length} writes, ${acknowledged.length} acknowledged, slowest look-up ${Math.round(Math.max(...lookUps.map(({ outcome }) => outcome.ms)))} ms`)
      await asking.page.close()
    })
  })
})
