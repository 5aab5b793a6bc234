import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { type ZodType, z } from 'zod';
import { NodError } from '../errors.ts';
import { createMisnamed, type Notice } from './misnamed.ts';

/** What is said of a field that every line needs: that it is missing, or what it must be. */
export const mustBe = (name: string, what: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined ? `"${name}" is missing` : `"${name}" must be ${what}`,
});

/** The id somebody gave a line; it comes back as it was, a fraction as JavaScript's numbers hold it. */
export const LINE_ID = z
  .union([z.string(), z.number()], mustBe('id', 'text or a number'))
  .refine((id) => typeof id === 'string' || Math.abs(id) <= Number.MAX_SAFE_INTEGER, {
    error: '"id" is a number too large to come back as it was; write it as text, in quotation marks',
  });

/** Where JSON Lines come from and go to; `errors` hears of bad lines. */
export interface LineStreams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

/** What a line must be, and what is answered to some of them, in their order. */
export interface LineAnswers<Asked> {
  readonly schema: LineSchema<Asked>;
  answer(asked: readonly Asked[]): Promise<readonly unknown[]>;
}

/** A check whose fields can be listed. */
type LineSchema<Asked> = ZodType<Asked> & { readonly shape: object };

// A line longer than this is skipped unread, so that a file without line breaks cannot fill the memory.
// 512 bursts of Discord's longest message would fit.
const LONGEST_LINE_CHARACTERS = 2_097_152;
/** Lines answered at once, where so many have come: vectors are cheaper together. Our choice. */
const AT_ONCE = 256;

/**
 * Answers each line of JSON with one line of JSON, in the same order. Holds no more than the lines that came
 * together, waits while the output is full, ends quietly when nobody reads on, and returns how many were bad.
 */
export async function answerLines<Asked>(
  streams: LineStreams,
  { schema, answer }: LineAnswers<Asked>,
): Promise<number> {
  const write = createWrite(streams);
  const notice = createMisnamed(streams.errors);
  let number = 0;
  let bad = 0;
  for await (const lines of linesOf(streams.input)) {
    for (let from = 0; from < lines.length; from += AT_ONCE) {
      const asked: Asked[] = [];
      for (const line of lines.slice(from, from + AT_ONCE)) {
        number += 1;
        if (line !== undefined && line.trim() === '') continue;
        const read = readLine(line, { schema, notice });
        if ('asked' in read) {
          asked.push(read.asked);
          continue;
        }
        bad += 1;
        streams.errors.write(`Line ${number} was skipped: ${read.wrong}.\n`);
      }
      for (const answered of asked.length === 0 ? [] : await answer(asked)) {
        if (!(await write(`${JSON.stringify(answered)}\n`))) return bad;
      }
    }
  }
  return bad;
}

type ReadLine<Asked> = { readonly asked: Asked } | { readonly wrong: string };

/** Says what is wrong with a line without repeating any word of it. */
function readLine<Asked>(
  line: string | undefined,
  { schema, notice }: { readonly schema: LineSchema<Asked>; readonly notice: Notice },
): ReadLine<Asked> {
  if (line === undefined) return { wrong: `it is longer than ${LONGEST_LINE_CHARACTERS} characters` };
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { wrong: 'it is not JSON' };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { wrong: 'it is not a JSON object' };
  notice(parsed, Object.keys(schema.shape));
  const checked = schema.safeParse(parsed);
  return checked.success
    ? { asked: checked.data }
    : { wrong: checked.error.issues[0]?.message ?? 'it has the wrong shape' };
}

/** The lines of a stream, as many as came at once; `undefined` stands for one too long to hold. */
async function* linesOf(input: Readable): AsyncGenerator<readonly (string | undefined)[]> {
  const decoder = new StringDecoder('utf8');
  let held = '';
  let tooLong = false;
  let first = true;
  for await (const chunk of input) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    const rest = pieces.pop() ?? '';
    yield pieces.map((piece) => {
      const line = withoutMark(held + piece, first);
      const found = tooLong || line.length > LONGEST_LINE_CHARACTERS ? undefined : line;
      [held, tooLong, first] = ['', false, false];
      return found;
    });
    tooLong ||= held.length + rest.length > LONGEST_LINE_CHARACTERS;
    held = tooLong ? '' : held + rest;
  }
  held += decoder.end();
  if (tooLong) yield [undefined];
  else if (held !== '') yield [withoutMark(held, first)];
}

/** Some editors begin a file with a byte order mark. */
function withoutMark(line: string, first: boolean): string {
  return first ? expectUtf8(line).replace(/^\uFEFF/, '') : line;
}

/** How UTF-16 begins when read as UTF-8: both bytes of its mark are broken, a zero stands by each plain letter. */
const UTF_16 = /^\uFFFD\uFFFD(?:\0|[^\0]\0)/;

/** The text, unless it was saved as UTF-16, as Windows does: every line of it would be refused for no clear reason. */
export function expectUtf8(text: string): string {
  if (!UTF_16.test(text)) return text;
  throw new NodError('FILE_UNREADABLE', 'What Nod was given is in UTF-16.', 'Save it as UTF-8 and try again.');
}

/**
 * Writes while somebody reads: false once the pipe is closed (`nod detect … | head`), which is no failure.
 * The listeners stay, because a pipe may be told to be closed after the last line.
 */
function createWrite({ output, errors }: LineStreams): (line: string) => Promise<boolean> {
  let failure: Error | undefined;
  output.on('error', (error: Error) => {
    failure ??= error;
  });
  errors.on('error', () => undefined); // nobody hears of bad lines any more; the exit code still says it
  const goesOn = (): boolean => {
    if (failure === undefined) return !output.destroyed;
    if (isClosedPipe(failure)) return false;
    throw failure;
  };
  return async (line) => {
    if (!goesOn()) return false;
    if (!output.write(line)) await drained(output);
    return goesOn();
  };
}

/** Resolves when the output takes more, or never will. */
async function drained(output: Writable): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  const quiet = () => undefined; // the events that lost the race are called off
  await Promise.race(['drain', 'close', 'error'].map((event) => once(output, event, { signal }).catch(quiet)));
  settled.abort();
}

function isClosedPipe(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}

/** Opens FILE, or stands in with what is piped in; `-` is the pipe too. */
export async function openInput(file: string | undefined, piped: Readable): Promise<Readable> {
  if (file === undefined || file === '-') return piped;
  const handle = await openFile(file);
  return handle.createReadStream();
}

async function openFile(file: string): Promise<FileHandle> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new NodError('FILE_UNREADABLE', `The file ${file} cannot be read.`, 'Check its name and who may read it.', {
      cause,
    });
  });
  if (!(await handle.stat()).isDirectory()) return handle;
  await handle.close();
  throw new NodError('FILE_UNREADABLE', `${file} is a folder.`, 'Name a file in it.');
}

/** Runs a streaming command on FILE or the pipe; any bad line makes the program end with 1. */
export async function runOnFile(
  file: string | undefined,
  run: (streams: LineStreams) => Promise<number>,
): Promise<void> {
  const input = await openInput(file, process.stdin);
  const bad = await run({ input, output: process.stdout, errors: process.stderr });
  if (bad > 0) process.exitCode = 1;
}

/** A probability as it is printed. */
export function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
