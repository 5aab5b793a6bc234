import { defineConfig } from 'vitest/config';

// In CI the same command also counts the tests for its last line, and shows coverage.
const inCi = process.env['CI'] === 'true';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000, // some start four processes of their own, each with the encoder, on two busy cores
    reporters: inCi ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/tests.json' },
    coverage: {
      enabled: inCi,
      provider: 'v8',
      reporter: ['text-summary'],
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      // Entry points run in processes of their own, where coverage does not look.
      exclude: ['src/cli/**', 'src/main.ts', 'src/clock.ts'],
      thresholds: { lines: 90 },
    },
  },
});
