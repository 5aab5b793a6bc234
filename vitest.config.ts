import { defineConfig } from 'vitest/config';

// In CI the same command also counts the tests for its last line, and shows coverage.
const inCi = process.env['CI'] === 'true';

/**
 * Tests that change what a whole process shares (the language spoken, the console, a library's prototype), or start
 * processes and workers of their own: each of their files gets modules of its own. All others share theirs, so that
 * lexicons and weights are loaded once and not two hundred times: a test there leaves no trace in a module.
 */
const APART = [
  'test/{abuse,cli,e2e,encoders,training}/**/*.test.ts',
  'test/commands/shown.test.ts',
  'test/judges/loaded.test.ts',
  'test/judges/openai/words.test.ts',
  'test/repository/{count-tests,import-law,lint}.test.ts',
  'test/stores/{processes,rekey-killed}.test.ts',
  'test/texts/another-language.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000, // some start four processes of their own, each with the encoder, on two busy cores
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: APART,
          isolate: false,
          maxWorkers: '100%', // by itself Vitest leaves one core free
          sequence: { groupOrder: 0 },
        },
      },
      // What starts processes of its own is not hurried.
      { extends: true, test: { name: 'apart', include: APART, sequence: { groupOrder: 1 } } },
    ],
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
