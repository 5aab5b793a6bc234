import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** One breach of each rule: the file it stands in, and what that file says. */
const BREACHES: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'domain-imports-nothing': ['src/domain/breach.ts', `import 'node:fs';`],
  'errors-import-nothing': ['src/errors.ts', `import './domain/sound.ts';`],
  'texts-are-words-only': ['src/texts/breach.ts', `import '../ports/sound.ts';`],
  'ports-are-promises-only': ['src/ports/breach.ts', `import '../stores/sound.ts';`],
  'a-step-imports-no-other-step': ['src/pair/breach.ts', `import type { Sound } from '../detect/sound.ts';`],
  'trained-models-are-arithmetic': ['src/learned/breach.ts', `import '../domain/sound.ts';`],
  'a-step-touches-no-machine': ['src/tally/breach.ts', `import { readFileSync } from 'node:fs';`],
  'the-engine-imports-steps-and-ports': ['src/engine/breach.ts', `import '../stores/sound.ts';`],
  'a-part-imports-ports': ['src/stores/breach.ts', `import '../judges/sound.ts';`],
  'a-platform-imports-no-other-platform': ['src/platforms/demo/breach.ts', `import '../replay/sound.ts';`],
  'a-command-imports-ports': ['commands/breach.ts', `import '../src/engine/sound.ts';`],
  'src-names-no-command': ['src/load-commands.ts', `import '../commands/sound.ts';`],
  'only-the-edge-wires': ['src/engine/reads-config.ts', `import type { Config } from '../config.ts';`],
  'discord-js-stays-in-its-platform': ['commands/names-discord.ts', `import type { Client } from 'discord.js';`],
  'databases-stay-in-stores': ['src/platforms/demo/queries.ts', `import Database from 'better-sqlite3';`],
  'tensors-stay-in-encoders': ['src/detect/dear.ts', `import '@energetic-ai/embeddings';`],
  'openai-stays-in-judges': ['src/engine/asks.ts', `import 'openai';`],
  'sentiment-stays-in-detect': ['src/coach/feels.ts', `import Sentiment from 'sentiment';`],
  'sentiment-has-one-reader': ['src/detect/second-reader.ts', `import Sentiment from 'sentiment';`],
  'eld-has-one-reader': ['src/detect/guesses.ts', `import { eld } from 'eld/extrasmall';`],
  'dotenv-stays-in-config': ['src/main.ts', `import 'dotenv';`],
  'no-development-tools-at-run-time': ['src/coach/checks.ts', `import fc from 'fast-check';`],
  'no-unlisted-packages': ['src/coach/borrows.ts', `import 'undici';`],
  'no-dead-ends': ['src/coach/lost.ts', `import './nowhere.ts';`],
  'no-circles': ['src/coach/circle.ts', `import './two.ts';`],
};

/** Everything the law allows, so that a rule that forbids too much shows as well. */
const SOUND: Readonly<Record<string, string>> = {
  'commands/sound.ts': `import '../src/ports/sound.ts';\nimport '../src/texts/sound.ts';\nimport '../src/errors.ts';`,
  'src/domain/sound.ts': `import { Temporal } from 'temporal-polyfill';\nexport type Sound = Temporal.Instant;`,
  'src/texts/sound.ts': `import '../domain/sound.ts';`,
  'src/ports/sound.ts': `import '../domain/sound.ts';`,
  'src/detect/sound.ts': `import Sentiment from 'sentiment';\nexport type Sound = Sentiment;\nimport './part.ts';`,
  'src/learned/sound.ts': `import '../errors.ts';`,
  'src/detect/part.ts': `import '../domain/sound.ts';`,
  'src/detect/language.ts': `import { eld } from 'eld/extrasmall';`,
  'src/engine/sound.ts': `import '../detect/sound.ts';\nimport '../ports/sound.ts';`,
  'src/stores/sound.ts': `import Database from 'better-sqlite3';\nimport { Kysely } from 'kysely';\nimport '../ports/sound.ts';\nimport 'node:fs';`,
  'src/judges/sound.ts': `import '../ports/sound.ts';`,
  'src/platforms/replay/sound.ts': `import '../../ports/sound.ts';`,
  'src/platforms/discord/sound.ts': `import { Client } from 'discord.js';\nimport type { APIUser } from 'discord-api-types/v10';`,
  'src/config.ts': `import 'dotenv';\nimport 'zod';`,
  'src/cli/nod.ts': `import '../main.ts';\nimport '../config.ts';\nimport '../load-commands.ts';\nimport '../stores/sound.ts';`,
  'src/coach/two.ts': `import './circle.ts';`,
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let folder: string;
let caught: readonly { readonly rule: string; readonly from: string }[];

function plant(files: Iterable<readonly [file: string, source: string]>): void {
  for (const [file, source] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
}

function cruise(): Promise<readonly Violation[]> {
  const program = join(REPOSITORY, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, 'src', 'commands', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout) => {
      if (stdout === '') reject(error);
      else resolve(JSON.parse(stdout).summary.violations);
    });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nod-law-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(REPOSITORY, file), join(folder, file));
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
  plant(Object.entries(SOUND));
  plant(Object.values(BREACHES));
  const violations = await cruise();
  caught = violations.map(({ rule, from }) => ({ rule: rule.name, from }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import law', () => {
  it.each(Object.entries(BREACHES))('catches a breach of %s', (rule, [file]) => {
    // That a package has two readers is said of the package.
    const where = rule === 'sentiment-has-one-reader' ? expect.stringMatching(/sentiment\/lib\/index\.js$/) : file;

    expect(caught).toContainEqual({ rule, from: where });
  });

  it('has a planted breach for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

    expect(forbidden.map((rule: { name: string }) => rule.name).sort()).toEqual(Object.keys(BREACHES).sort());
  });

  it('lets everything else pass', () => {
    expect(caught.filter(({ from }) => from in SOUND)).toEqual([]);
  });
});
