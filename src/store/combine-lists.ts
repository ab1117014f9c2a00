import { eachPlace, lastPlace } from './place-lists'

/** A place that is on a list of every need, and how well: the smaller the rank, the better. */
export interface Fit {
  readonly place: number
  readonly rank: number
}

/** The lists of a range, and how the rest of a word must begin. */
export interface Range {
  readonly lists: readonly string[]
  readonly rest: string
}

/** For each need its ranges, the better ones first. */
type Lists = readonly (readonly Range[])[]

/** The places that are on some list of every need: those on the lists of earlier ranges come first. */
export function* bestFirst(lists: Lists): Generator<Fit> {
  const marks = lists.map(marksOf)
  const length = Math.min(...marks.map((own) => own.length))
  const ranks = new Set<number>()
  const total = new Uint8Array(length)
  for (let place = 0; place < length; place += 1) {
    const rank = rankIn(marks, place)
    if (rank === 0) continue
    total[place] = rank
    ranks.add(rank)
  }
  for (const rank of [...ranks].sort((one, other) => one - other)) {
    for (let place = total.indexOf(rank); place >= 0; place = total.indexOf(rank, place + 1)) yield { place, rank }
  }
}

/** For each place the number of the best range, from 1; 0 where there is none. */
function marksOf(ranges: readonly Range[]): Uint8Array {
  const last = ranges.flatMap(({ lists }) => lists).reduce((last, list) => Math.max(last, lastPlace(list)), -1)
  const marks = new Uint8Array(last + 1)
  for (const [index, { lists, rest }] of ranges.entries()) for (const list of lists) eachPlace(list, rest, (place) => void (marks[place] ||= index + 1))
  return marks
}

function rankIn(marks: readonly Uint8Array[], place: number): number {
  let sum = 0
  for (const own of marks) {
    const mark = own[place] ?? 0
    if (mark === 0) return 0
    sum += mark
  }
  return sum
}
