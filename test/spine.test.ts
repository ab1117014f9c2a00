import { expect, it } from 'vitest'
import { SPINE_LIMIT, spineKb } from './bench/measure-spine'

it(`is at most ${SPINE_LIMIT} kB of gzip for whoever connects nothing: the background without its connections`, async () => {
  expect(await spineKb()).toBeLessThanOrEqual(SPINE_LIMIT)
}, 60_000)
