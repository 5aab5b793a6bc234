// Prints `N passed, N failed, N skipped` from Vitest's JSON report; fails if a test did, or if none ran.
import { readFileSync } from 'node:fs';

const { passed, failed, skipped } = count(process.argv[2] ?? '');
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function count(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }; // nothing ran
  }
  // A file that does not even load has no tests of its own to fail.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
