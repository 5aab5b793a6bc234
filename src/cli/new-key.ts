import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { isFitKey, KEY_MUST, LONGEST_KEY } from '../config.ts';
import { NodError } from '../errors.ts';

/** Where a key is typed or piped in, and where it is asked for. */
export interface KeySource {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** A new key: asked for twice and not shown on a terminal, else the first line of what is piped in. */
export async function askNewKey(source: KeySource): Promise<string> {
  const key = source.input.isTTY ? await askTwice(source) : await firstLine(source.input);
  if (key === undefined || key === '') throw refused('No new key was given.');
  if (!isFitKey(key)) throw refused(`The new key must be ${KEY_MUST}.`);
  return key;
}

/** The reason, never the key. */
function refused(why: string): NodError {
  return new NodError('KEY_REFUSED', why, 'Nothing was changed; run `npx nod rekey` again.');
}

async function askTwice({ input, output }: KeySource): Promise<string | undefined> {
  const unseen = new Writable({ write: (_typed, _encoding, done) => done() });
  const typing = createInterface({ input, output: unseen, terminal: true, historySize: 0 });
  const lines = typing[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string | undefined> => {
    output.write(question);
    const { value, done } = await lines.next();
    output.write('\n');
    return done ? undefined : value;
  };
  try {
    const key = await ask('New key (it is not shown): ');
    if (key === undefined || !isFitKey(key)) return key;
    if ((await ask('The same again: ')) !== key) throw refused('The two were not the same.');
    return key;
  } finally {
    typing.close();
  }
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string | undefined> {
  input.setEncoding('utf8');
  let read = '';
  for await (const chunk of input) {
    read += String(chunk);
    if (read.includes('\n') || read.length > 2 * LONGEST_KEY) break;
  }
  return read.split(/\r?\n/, 1)[0];
}
