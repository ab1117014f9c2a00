import { expect, it } from 'vitest'
import { SPINE_LIMIT, spineKb, WITH_X_LIMIT, withXKb } from './bench/measure-spine'

it(`is at most ${SPINE_LIMIT} kB of gzip for whoever connects nothing: the background without its connections`, async () => {
  expect(await spineKb()).toBeLessThanOrEqual(SPINE_LIMIT)
}, 60_000)

it(`is at most ${WITH_X_LIMIT} kB of gzip with an account at X: the background without a CRM`, async () => {
  expect(await withXKb()).toBeLessThanOrEqual(WITH_X_LIMIT)
}, 60_000)
