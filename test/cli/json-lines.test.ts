import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerLines, LINE_ID, openInput } from '../../src/cli/json-lines.ts';
import { NodError } from '../../src/errors.ts';

const DOUBLED = {
  schema: z.object({ n: z.number({ error: '"n" must be a number' }) }),
  answer: async (asked: readonly { n: number }[]) => asked.map(({ n }) => ({ n, twice: n * 2 })),
};

/** Collects what is written, as somebody reading the pipe would. */
function collector(): { sink: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { sink, text: () => Buffer.concat(chunks).toString('utf8') };
}

async function run(input: Readable): Promise<{ bad: number; lines: string[]; errors: string }> {
  const output = collector();
  const errors = collector();
  const bad = await answerLines({ input, output: output.sink, errors: errors.sink }, DOUBLED);
  return { bad, lines: output.text().split('\n').slice(0, -1), errors: errors.text() };
}

describe('answerLines', () => {
  it('answers every line in the order it came', async () => {
    const input = Readable.from(['{"n":1}\n{"n":2}\n', '{"n":3}\n']);

    const { lines, bad } = await run(input);

    expect(lines).toEqual(['{"n":1,"twice":2}', '{"n":2,"twice":4}', '{"n":3,"twice":6}']);
    expect(bad).toBe(0);
  });

  it('puts a line back together that arrives in pieces, even inside one letter', async () => {
    const bytes = Buffer.from('{"n":1,"note":"❤️"}\n{"n":2}');
    const pieces = [...bytes].map((byte) => Buffer.from([byte]));

    const { lines, errors } = await run(Readable.from(pieces, { objectMode: false }));

    expect(lines).toEqual(['{"n":1,"twice":2}', '{"n":2,"twice":4}']);
    expect(errors).toBe('');
  });

  it('names each bad line by its number, says why, and goes on', async () => {
    const input = Readable.from(['{"n":1}\nnot json\n[1]\nnull\n\n{"n":"two"}\n{}\n{"n":3}\n']);

    const { bad, lines, errors } = await run(input);

    expect(lines).toHaveLength(2);
    expect(bad).toBe(5);
    expect(errors.split('\n').slice(0, -1)).toEqual([
      'Line 2 was skipped: it is not JSON.',
      'Line 3 was skipped: it is not a JSON object.',
      'Line 4 was skipped: it is not a JSON object.',
      'Line 6 was skipped: "n" must be a number.',
      'Line 7 was skipped: "n" must be a number.',
    ]);
  });

  it('repeats no word of a bad line', async () => {
    const { errors } = await run(Readable.from(['zanzibar{\n{"n":"zanzibar"}\n']));

    expect(errors).not.toContain('zanzibar');
  });

  it('reads Windows line ends and a byte order mark', async () => {
    const { lines, bad } = await run(Readable.from(['\uFEFF{"n":1}\r\n{"n":2}\r\n']));

    expect(lines).toHaveLength(2);
    expect(bad).toBe(0);
  });

  it.each([
    ['little', (bytes: Buffer) => bytes],
    ['big', (bytes: Buffer) => bytes.swap16()],
  ])('refuses UTF-16 that is %s-endian, in whatever pieces it comes', async (_, ordered) => {
    const bytes = ordered(Buffer.from('\uFEFF{"n":1}\n', 'utf16le'));

    const running = run(Readable.from([...bytes].map((byte) => Buffer.from([byte]))));

    await expect(running).rejects.toMatchObject({ code: 'FILE_UNREADABLE', hint: expect.stringContaining('UTF-8') });
  });

  it('goes on after a first line that is broken otherwise', async () => {
    const { lines, bad } = await run(Readable.from([Buffer.from([0xff, 0xfe, 0x0a]), '{"n":1}\n']));

    expect(lines).toHaveLength(1);
    expect(bad).toBe(1);
  });

  it('skips a line too long to hold without holding it, and reads the next', async () => {
    const megabyte = 'a'.repeat(1_048_576);
    const input = Readable.from([megabyte, megabyte, megabyte, '\n{"n":1}\n']);

    const { lines, errors } = await run(input);

    expect(errors).toBe('Line 1 was skipped: it is longer than 2097152 characters.\n');
    expect(lines).toEqual(['{"n":1,"twice":2}']);
  });

  it('takes no end of a line too long for a line of its own', async () => {
    const { lines, bad } = await run(Readable.from(['x'.repeat(2_097_153), '{"n":', '1}\n{"n":2}\n']));

    expect(lines).toEqual(['{"n":2,"twice":4}']);
    expect(bad).toBe(1);
  });

  it.each([
    ['one line with a byte order mark and no line end', '\uFEFF{"n":1}', ['{"n":1,"twice":2}'], 0],
    ['no last line that was cut within a letter', Buffer.from('{"n":1}❤️').subarray(0, -4), [], 1],
  ])('reads %s', async (_, said, answered, wrong) => {
    const { lines, bad } = await run(Readable.from([said]));

    expect(lines).toEqual(answered);
    expect(bad).toBe(wrong);
  });

  it('survives brackets nested deeper than any stack', async () => {
    const { lines, bad } = await run(Readable.from([`${'['.repeat(200_000)}\n{"n":1}\n`]));

    expect(bad).toBe(1);
    expect(lines).toHaveLength(1);
  });

  it('reads no further while nobody takes what was written', async () => {
    let read = 0;
    const endless = new Readable({
      highWaterMark: 64,
      read() {
        read += 1;
        this.push(`{"n":${read}}\n`);
      },
    });
    const full = new PassThrough({ highWaterMark: 256 });

    void answerLines({ input: endless, output: full, errors: collector().sink }, DOUBLED).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(read).toBeLessThan(200);
    full.destroy();
    endless.destroy();
  });

  it('ends quietly when the reader of the pipe has gone', async () => {
    let written = 0;
    const closing = new Writable({
      write(_chunk, _encoding, done) {
        written += 1;
        done(written > 2 ? Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }) : undefined);
      },
    });
    const input = Readable.from(Array.from({ length: 1000 }, (_, n) => `{"n":${n}}\n`));

    const bad = await answerLines({ input, output: closing, errors: collector().sink }, DOUBLED);

    expect(bad).toBe(0);
    expect(written).toBeLessThan(10);
  });

  it('does not hide a full disk', async () => {
    const full = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
      },
    });
    const input = Readable.from(Array.from({ length: 100 }, (_, n) => `{"n":${n}}\n`));

    const running = answerLines({ input, output: full, errors: collector().sink }, DOUBLED);

    await expect(running).rejects.toThrow('no space left');
  });
});

describe('the id of a line', () => {
  it.each(['a', '12345678901234567890', 0, -1.5, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
    'comes back as it was: %j',
    (id) => {
      expect(LINE_ID.parse(id)).toBe(id);
    },
  );

  it.each(['12345678901234567890', '-9007199254740993', '9007199254740992', '1e21'])(
    'is refused as a number that would come back as another: %s',
    (id) => {
      const read = LINE_ID.safeParse(JSON.parse(id));

      expect(read.error?.issues.map(({ message }) => message)).toEqual([
        '"id" is a number too large to come back as it was; write it as text, in quotation marks',
      ]);
    },
  );
});

describe('openInput', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nod-lines-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads the named file', async () => {
    const file = join(folder, 'lines.jsonl');
    await writeFile(file, '{"n":4}\n');

    const { lines } = await run(await openInput(file, Readable.from([])));

    expect(lines).toEqual(['{"n":4,"twice":8}']);
  });

  it('reads what is piped in without a file, or with -', async () => {
    const piped = Readable.from([]);

    expect(await openInput(undefined, piped)).toBe(piped);
    expect(await openInput('-', piped)).toBe(piped);
  });

  it.each([
    ['a file that is not there', 'missing.jsonl'],
    ['a folder', '.'],
  ])('says so in a sentence when given %s', async (_, name) => {
    const opening = openInput(join(folder, name), Readable.from([]));

    await expect(opening).rejects.toBeInstanceOf(NodError);
    await expect(opening).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
