import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runNod } from './command-line.ts';

it('tells the version that package.json has, and nothing else', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

  expect(await runNod(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '', files: [] });
});
