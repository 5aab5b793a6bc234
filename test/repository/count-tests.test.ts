import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../scripts/count-tests.mjs', import.meta.url));
let folder: string;

function count(report: object | undefined): { status: number | null; line: string } {
  const file = join(folder, report ? 'report.json' : 'absent.json');
  if (report) writeFileSync(file, JSON.stringify(report));
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, file], { encoding: 'utf8' });
  return { status, line: stdout.trim() };
}

const counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nod-count-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the last line of CI', () => {
  it('counts what passed and what was skipped', () => {
    const said = count({ ...counts, numPassedTests: 7, numPendingTests: 1, numTodoTests: 1 });

    expect(said).toEqual({ status: 0, line: '7 passed, 0 failed, 2 skipped' });
  });

  it('fails when a test failed', () => {
    expect(count({ ...counts, numPassedTests: 7, numFailedTests: 1 })).toEqual({
      status: 1,
      line: '7 passed, 1 failed, 0 skipped',
    });
  });

  it('counts a test file that does not load as a failure', () => {
    const broken = { ...counts, numPassedTests: 7, testResults: [{ status: 'failed', assertionResults: [] }] };

    expect(count(broken)).toEqual({ status: 1, line: '7 passed, 1 failed, 0 skipped' });
  });

  it('fails when no test ran at all', () => {
    expect(count(counts)).toEqual({ status: 1, line: '0 passed, 0 failed, 0 skipped' });
    expect(count(undefined)).toEqual({ status: 1, line: '0 passed, 0 failed, 0 skipped' });
  });
});
