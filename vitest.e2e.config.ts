import { defineConfig } from 'vitest/config'

/** The driver lost the browser, not the product a check: WebDriver's and the DevTools protocol's own words. */
const DRIVER_LOST = /Protocol error|(Target|Session|Connection) closed|Execution context was destroyed|Attempted to use detached Frame/

/** End to end in real Chromium and Firefox: one file at a time for each, since two cores cannot feed more. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    pool: 'forks',
    // A second, as vitest has it, is a bar on milliseconds: CI shares its machine.
    expect: { poll: { timeout: 10_000 } },
    // Once more, and only then: a failed expectation or a wait that ran out is never tried again.
    retry: { count: 1, condition: DRIVER_LOST },
  },
})
