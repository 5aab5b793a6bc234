import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { watched } from '../../src/cli/watched-encoder.ts';
import { emptyFolder, runNod } from './command-line.ts';

const EVENING = fileURLToPath(new URL('./evening.timeline.json', import.meta.url));
const SAID = '{"id":1,"text":"got the job!!","kind":"good-news"}\n';
const PAIR = '{"id":1,"bidKind":"play","bid":"guess what","reply":"what"}\n';

describe('a watched encoder', () => {
  it('counts what it could not read, and nothing that has no words', async () => {
    const vector = Float32Array.of(1);
    const encoder = watched({ encode: async () => [vector, undefined, undefined], async close() {} });

    const vectors = await encoder.encode(['read', 'lost', ' ']);

    expect(vectors).toEqual([vector, undefined, undefined]);
    expect(encoder.lost()).toBe(1);
  });
});

/** Lets the thread of the encoder end as soon as it begins. */
function withoutEncoder(): string {
  const file = join(emptyFolder(), 'without-encoder.mjs');
  writeFileSync(file, "if (process.argv[1]?.endsWith('/encoders/worker.js')) process.exit(1);\n");
  return `--import=${file}`;
}

describe.concurrent('a command whose sentence encoder is lost', () => {
  it.each([
    ['1 text was read', ['detect'], SAID],
    ['2 texts were read', ['pair'], PAIR],
    ['8 texts were read', ['replay', EVENING], ''],
    ['1 text was read', ['eval'], SAID],
  ])('says that %s without it, beside its answer: nod %j', async (count, args, piped) => {
    const { code, stdout, stderr } = await runNod(args, { env: { NODE_OPTIONS: withoutEncoder() }, piped });

    const told = `${count} without the sentence encoder, so Nod may read better than this.`;
    expect(stderr).toBe(`${told} Run \`npm run build\`, then \`npx nod ${args[0]}\`.\n`);
    expect({ code, answered: stdout !== '' }).toEqual({ code: 0, answered: true });
  });
});
