import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkerEncoder } from '../../src/encoders/in-worker.ts';
import { createSentenceEncoder } from '../../src/encoders/sentences.ts';
import { emptyFolder } from '../cli/command-line.ts';

// A worker is started by Node alone, so it is the built one.
const encoder = createWorkerEncoder(new URL('../../dist/src/encoders/worker.js', import.meta.url));

/** A worker that does what the script says. */
function workerThat(script: string): URL {
  const file = join(emptyFolder(), 'worker.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${script}`);
  return pathToFileURL(file);
}

describe('the encoder in a worker', () => {
  afterAll(() => encoder.close());

  it('gives the vectors that the model gives in the same thread', async () => {
    const texts = ['the vet rang, all clear', '', 'k'];

    const vectors = await encoder.encode(texts);

    expect(vectors).toEqual(await createSentenceEncoder().encode(texts));
  });

  it('answers each of many questions with its own vectors', async () => {
    const texts = ['one', 'two thirds of it', 'three more lines to read'];

    const apart = await Promise.all(texts.map(async (text) => (await encoder.encode([text]))[0]));

    expect(new Set(apart.map((vector) => vector?.[0])).size).toBe(3);
  });

  it('starts no worker for nothing to read', async () => {
    const broken = createWorkerEncoder(workerThat('process.exit(1)'));

    await expect(broken.encode(['', ' '])).resolves.toEqual([undefined, undefined]);
  });

  it('goes without vectors when the worker dies, and tries again a few times', async () => {
    const dying = createWorkerEncoder(workerThat(`parentPort.on('message', () => process.exit(1));`));

    for (let tries = 0; tries < 8; tries += 1) {
      await expect(dying.encode(['hello'])).resolves.toEqual([undefined]);
    }
    await dying.close();
  });

  it('is started as often as it takes where it has answered in between', async () => {
    const script = `let asked = 0;
      parentPort.on('message', ({ number, texts }) => {
        asked += 1;
        if (asked > 1) process.exit(1);
        parentPort.postMessage({ number, vectors: texts.map(() => new Float32Array([7])) });
      });`;
    const weak = createWorkerEncoder(workerThat(script));

    for (let lives = 0; lives < 8; lives += 1) {
      await expect(weak.encode(['hello'])).resolves.toEqual([new Float32Array([7])]);
      await expect(weak.encode(['hello'])).resolves.toEqual([undefined]);
    }
    await weak.close();
  });

  it('goes without vectors when the worker cannot even start', async () => {
    const missing = createWorkerEncoder(pathToFileURL(join(emptyFolder(), 'nowhere.mjs')));

    await expect(missing.encode(['hello'])).resolves.toEqual([undefined]);
  });

  it('goes without vectors when Node refuses to start a worker', async () => {
    const refused = createWorkerEncoder(new URL('https://nod.invalid/worker.mjs'));

    await expect(refused.encode(['hello'])).resolves.toEqual([undefined]);
  });

  it('ends a worker that hangs, and lets nothing else that was asked or comes next wait for it', async () => {
    const hanging = createWorkerEncoder(workerThat(`parentPort.on('message', () => { for (;;); });`), 1_000);

    const started = performance.now();
    const asked = await Promise.all([hanging.encode(['hello']), hanging.encode(['are', 'you there'])]);
    const next = [await hanging.encode(['still?']), await hanging.encode(['and now?'])];

    expect(asked).toEqual([[undefined], [undefined, undefined]]);
    expect(next).toEqual([[undefined], [undefined]]);
    expect(performance.now() - started).toBeLessThan(2_800); // one limit, not three
  });

  it('is done with once it is closed', async () => {
    const closed = createWorkerEncoder(workerThat(`parentPort.on('message', () => {});`));
    const waiting = closed.encode(['hello']);
    await closed.close();

    await expect(waiting).resolves.toEqual([undefined]);
    await expect(closed.encode(['hello'])).resolves.toEqual([undefined]);
  });
});
