import fc from 'fast-check'
import type { Change, ChangeBody, NoteId, PersonId } from '../../src/domain/change'
import { type Clock, stampOf, tick, witness } from '../../src/domain/clock'
import { type Handle, keyOf, type PostId, type XId } from '../../src/domain/handle'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 22)

const person = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5') as fc.Arbitrary<PersonId>
const handle = fc.constantFrom('Ada', 'ADA', 'Ben', 'Cleo', 'Dora') as fc.Arbitrary<Handle>
const xId = fc.constantFrom('11', '22') as fc.Arbitrary<XId>
const note = fc.constantFrom('n1', 'n2', 'n3') as fc.Arbitrary<NoteId>
const post = fc.constantFrom('101', '102') as fc.Arbitrary<PostId>
const words = fc.constantFrom('One', 'Two', 'Three')

const body: fc.Arbitrary<ChangeBody> = fc.oneof(
  fc.record({ kind: fc.constant('person/met' as const), person, handle, xId: fc.option(xId, { nil: undefined }), name: fc.option(words, { nil: undefined }) }),
  fc.record({ kind: fc.constant('person/identified' as const), person, xId: fc.option(xId, { nil: undefined }) }),
  fc.record({ kind: fc.constant('person/renamed' as const), person, handle }),
  fc.record({ kind: fc.constant('person/handle-lost' as const), person, handle: handle.map(keyOf) }),
  fc.record({ kind: fc.constant('person/merged' as const), person, into: person }),
  fc.record({ kind: fc.constant('person/removed' as const), person, removed: fc.boolean() }),
  fc.record({ kind: fc.constant('person/erased' as const), person }),
  fc.record({ kind: fc.constant('note/added' as const), person, note, text: words }),
  fc.record({ kind: fc.constant('note/edited' as const), person, note, text: words }),
  fc.record({ kind: fc.constant('note/pinned' as const), person, note, pinned: fc.boolean() }),
  fc.record({ kind: fc.constant('note/removed' as const), person, note, removed: fc.boolean() }),
  fc.record({ kind: fc.constant('contact/recorded' as const), person, post, url: fc.constant('https://x.com/a/status/1'), postedAt: fc.integer({ min: 1, max: 9 }), removed: fc.boolean() }),
  fc.record({ kind: fc.constant('contact/placed' as const), person, post, conversation: fc.constantFrom('100', '101') as fc.Arbitrary<PostId> }),
  fc.record({ kind: fc.constant('facts/seen' as const), person, facts: words, score: fc.option(fc.nat({ max: 100 }), { nil: undefined }) }),
  fc.record({ kind: fc.constant('field/set' as const), person, field: fc.constantFrom('City', '__proto__'), value: fc.constantFrom('', 'Lisbon', 'Oslo') }),
  fc.record({ kind: fc.constant('tag/set' as const), person, tag: fc.constantFrom('VIP', '__proto__'), on: fc.boolean() }),
)

interface Step {
  readonly body: ChangeBody
  readonly origin: number
  readonly passed: number
  /** Whether the origin saw the change before this one, wherever it was made. */
  readonly saw: boolean
}

const step: fc.Arbitrary<Step> = fc.record({ body, origin: fc.nat({ max: 2 }), passed: fc.nat({ max: 5_000 }), saw: fc.boolean() })
const skews = fc.tuple(fc.constant(0), fc.integer({ min: -DAY, max: DAY }), fc.constantFrom(-400 * DAY, 3_650 * DAY, 3_600_000))

/** What three machines whose clocks disagree may have written. */
export const history: fc.Arbitrary<readonly Change[]> = fc.tuple(fc.array(step, { minLength: 1, maxLength: 24 }), skews).map(([steps, skew]) => writeAll(steps, skew))

/** The same changes in two orders, some of them more than once. */
export const arrivals = history.chain((changes) => fc.tuple(arrival(changes), arrival(changes)))

function arrival(changes: readonly Change[]): fc.Arbitrary<readonly Change[]> {
  const whole = fc.shuffledSubarray([...changes], { minLength: changes.length, maxLength: changes.length })
  return fc.tuple(whole, fc.subarray([...changes])).map(([once, again]) => once.slice(0, 3).concat(again, once.slice(3)))
}

function writeAll(steps: readonly Step[], skew: readonly number[]): readonly Change[] {
  const clocks: Clock[] = ['aa', 'bb', 'cc'].map((origin) => ({ ms: 0, count: 0, origin }))
  const changes: Change[] = []
  let wall = NOW
  for (const { body, origin, passed, saw } of steps) {
    wall += passed
    const at = wall + (skew[origin] ?? 0)
    const last = changes.at(-1)
    const seen = saw && last ? witness(clocks[origin]!, last.stamp, at) : clocks[origin]!
    const clock = tick(seen, at)
    clocks[origin] = clock
    changes.push({ ...body, stamp: stampOf(clock), at, by: clock.origin })
  }
  return changes
}
