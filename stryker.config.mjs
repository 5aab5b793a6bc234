/**
 * `npm run mutate`: plants one small fault after another where Nod decides whether it may listen, count
 * or whisper, and asks whether a test notices. What it showed is in docs/mutation.md.
 *
 * @type {import('@stryker-mutator/core').StrykerOptions}
 */
export default {
  mutate: [
    'src/engine/{door,resting,spans}.ts',
    'src/coach/{consider,moment,notices,waiting}.ts',
    'src/coach/{gates,rules}/*.ts',
  ],
  testRunner: 'vitest',
  // Unit and property tests alone: thousands of runs need tests of milliseconds.
  vitest: { configFile: 'vitest.mutate.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A busy machine is slow, and that is no fault found: only a test that never ends may count as one.
  timeoutMS: 30_000,
  // Nothing but code and tests is copied; a page copied halfway would break the test of links.
  ignorePatterns: [
    '**',
    '!src/**',
    '!test/**',
    '!tsconfig.json',
    '!package.json',
    '!vitest.mutate.config.ts',
    '**/*.md',
  ],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { logTests: false, allowEmojis: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  // A mutant that no test can notice is in docs/mutation.md with its reason; 100 is what is left without those.
  thresholds: { high: 95, low: 90, break: 90 },
};
