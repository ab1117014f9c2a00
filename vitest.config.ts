import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Unit, property and wall tests; the real browsers have their own runner in test/e2e. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**', 'node_modules/**'],
    testTimeout: 30_000,
    // Vitest leaves a core free, which on two is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
