import { defineConfig } from 'vitest/config'

/** End to end in real Chromium and Firefox: one file at a time, since two cores cannot feed two browsers honestly. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    pool: 'forks',
  },
})
