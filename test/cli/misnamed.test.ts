import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { detectLines } from '../../src/cli/detect.ts';
import { readLabelled, readLabelledPairs } from '../../src/cli/eval.ts';
import type { LineStreams } from '../../src/cli/json-lines.ts';
import { createMisnamed } from '../../src/cli/misnamed.ts';
import { pairLines } from '../../src/cli/pair.ts';
import { createPairer } from '../../src/pair/pairer.ts';
import { NO_ENCODER } from '../../src/ports/encoder.ts';
import { runNod } from './command-line.ts';
import { openWritten } from './written.ts';

function notes(fields: readonly string[], ...rows: readonly object[]): readonly string[] {
  const { written, errors } = openWritten();
  const notice = createMisnamed(errors);
  for (const row of rows) notice(row, fields);
  return written.errors.split('\n').slice(0, -1);
}

const BID = { bidKind: 'play', bid: 'boo' };
const ANSWERED = { ...BID, reply: 'aah', turn: 'toward' };
const FIELDS = ['id', 'by', 'text', 'replyTo', 'attachments', 'reaction', 'harsh', 'bidKind', 'timezone'];

describe('a field that is nearly one Nod knows', () => {
  it.each([
    ['txt', 'text'],
    ['Text', 'text'],
    ['ID', 'id'],
    ['replyto', 'replyTo'],
    ['reply_to', 'replyTo'],
    ['attachment', 'attachments'],
    ['reactions', 'reaction'],
    ['hars', 'harsh'],
    ['bidkind', 'bidKind'],
    ['bid_kind', 'bidKind'],
    ['timeZone', 'timezone'],
  ])('is asked about: %s', (name, meant) => {
    expect(notes(FIELDS, { [name]: 1 })).toEqual([`"${name}" is not a field Nod knows; did you mean "${meant}"?`]);
  });

  it('is told of once, however often it stands there', () => {
    expect(notes(FIELDS, { txt: 1 }, { txt: 2, hars: 3 }, { hars: 4 })).toHaveLength(2);
  });

  it.each([
    [{ text: 'x', txt: 'y' }],
    [{ it: 1, bi: 1, ad: 1 }],
    [{ label: 1, split: 1, fit: 1, source_label: 1, scene: 1, context: 1, written: 1, second: 1, third: 1 }],
    [{ ['__proto__']: 1, constructor: 1, toString: 1, '': 1, ['text'.repeat(100_000)]: 1 }],
  ])('is none that means something else, or that stands beside the right one', (row) => {
    expect(notes(FIELDS, row)).toEqual([]);
  });
});

const silent = { encoder: NO_ENCODER, reader: () => ({ tender: false }), pairer: createPairer() };

describe('a command that reads lines', () => {
  it.each<[string, (streams: LineStreams) => Promise<unknown>, object, string]>([
    [
      'detect',
      (streams) => detectLines({ ...streams, ...silent }),
      { id: 1, text: 'x', attachment: [] },
      'attachments',
    ],
    ['pair', (streams) => pairLines({ ...streams, ...silent }), { id: 1, ...BID, replyvoice: true }, 'replyVoice'],
    [
      'eval',
      (streams) => readLabelled({ ...streams, ...silent }),
      { text: 'x', kind: 'none', hars: 'contempt' },
      'harsh',
    ],
    ['eval --pairs', (streams) => readLabelledPairs({ ...streams, ...silent }), { ...ANSWERED, styles: 'x' }, 'style'],
  ])('asks, and reads the line all the same: nod %s', async (_, read, line, meant) => {
    const { written, ...streams } = openWritten();

    await read({ ...streams, input: Readable.from([`${JSON.stringify(line)}\n`]) });

    expect(written.errors).toMatch(new RegExp(`^"[a-z]+" is not a field Nod knows; did you mean "${meant}"\\?\n$`));
  });

  it('asks before it says that the line is skipped, and ends as it would', async () => {
    const { code, stderr } = await runNod(['detect'], { piped: '{"id":1,"txt":"x"}\n' });

    expect(code).toBe(1);
    expect(stderr).toBe(
      '"txt" is not a field Nod knows; did you mean "text"?\nLine 1 was skipped: "text" is missing.\n',
    );
  });
});

describe('nod replay', () => {
  const at = '2026-05-04T09:00:00+02:00';
  const partners = ['ana', 'ben'].map((id) => ({ id, name: id, timezone: 'Europe/Berlin' }));
  const said = { at, type: 'message', by: 'ana', text: 'hello' };

  it('asks about fields of the file, of partners and of events, by their type', async () => {
    const chat = {
      titles: 'x',
      partners: [partners[0], { ...partners[1], replyto: 'x' }],
      events: [
        { ...said, id: 'm1', replyto: 'm0', emojis: 'x' },
        { ...said, id: 'm2', replyTo: 'm0', attachment: ['gif'] },
      ],
    };

    const { code, stdout, stderr } = await runNod(['replay', '-'], { piped: JSON.stringify(chat) });

    const asked = ['titles/title', 'replyto/replyTo', 'attachment/attachments'].map((pair) => pair.split('/'));
    expect({ code, answered: stdout !== '' }).toEqual({ code: 0, answered: true });
    expect(stderr).toBe(
      asked.map(([name, meant]) => `"${name}" is not a field Nod knows; did you mean "${meant}"?\n`).join(''),
    );
  });
});
