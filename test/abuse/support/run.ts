import { type Reporter, startVitest } from 'vitest/node';
import { drawTable, type Tried } from './table.ts';

/** `npm run test:abuse`: the suite as `npm test` runs it too, and in the end what everybody got. */
const tried: Tried[] = [];

const collector: Reporter = {
  onTestCaseResult(test) {
    tried.push(...(test.meta().abuse ?? []));
  },
  onTestRunEnd() {
    if (tried.length > 0) process.stdout.write(drawTable(tried));
  },
};

const vitest = await startVitest('test', ['test/abuse'], {
  watch: false,
  isolate: false, // the files share what they import, and nothing else
  reporters: ['default', collector],
});
await vitest.close();
