import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let complaints: string;

// The types live in another file: a linter that reads one file at a time would see nothing here.
const SEND = `export async function send(): Promise<void> {}\nexport type Turn = 'toward' | 'away';\n`;
const CALLS = `import { send, type Turn } from './send.ts';

export function answer(turn: Turn): string {
  send();
  if (send()) return 'a promise is always true';
  switch (turn) {
    case 'toward':
      return 'yes';
  }
  return 'no';
}
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nod-lint-'));
  for (const file of ['biome.json', 'tsconfig.json', '.gitignore']) cpSync(join(REPOSITORY, file), join(folder, file));
  writeFileSync(join(folder, 'send.ts'), SEND);
  writeFileSync(join(folder, 'answer.ts'), CALLS);
  const biome = join(REPOSITORY, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '.'], { cwd: folder, encoding: 'utf8' });
  complaints = stdout + stderr;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the lint rules that need types', () => {
  it.each([
    ['noFloatingPromises', '4:3'],
    ['noMisusedPromises', '5:7'],
    ['useExhaustiveSwitchCases', '6:3'],
  ])('%s sees through an import', (rule, place) => {
    expect(complaints).toContain(`answer.ts:${place} lint/nursery/${rule}`);
  });
});
