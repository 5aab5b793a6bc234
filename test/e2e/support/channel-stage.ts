import { readFileSync } from 'node:fs';
import type { PersonId } from '../../../src/domain/ids.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { rowsIn } from './rows.ts';
import type { Stage } from './stage.ts';

/** What the tests of a channel's life say, and where they look. */

/** A bid the rules hear for sure, words that speak past it, and words that answer it. */
export const A_WORRY = 'today was awful, i feel so low';
const SPOKEN_PAST = 'did you pay the gas bill';
export const AN_ANSWER = 'that sounds really hard, i am here';

export const RESTING = 'Nod is resting.';
export const LISTENING = 'Nod is listening here.';
/** Rows of a couple that is there, and of one of which nothing is. */
export const COUPLE = { couples: 1, partners: 2 };
export const NOTHING = { couples: 0, partners: 0, moments: 0, whispers: 0, ledger: 0 };
/** Longer than any whisper waits for its moment. */
export const LONG_ENOUGH = 30 * MINUTE;

/** What both read in `/nod status`, asked in direct messages, which stay whatever becomes of the channel. */
export async function statusOfBoth({ discord, ana, ben, settled }: Stage): Promise<readonly string[]> {
  const read: string[] = [];
  for (const by of [ana, ben]) {
    const answered = await discord.slash(by, discord.dm(by).channel, 'nod status');
    read.push((await discord.shown(answered)).content);
    await settled();
  }
  return read;
}

/** Ana tells of a worry that Ben answers two minutes later: a deposit of his. */
export async function answerWorry({ ana, ben, say, wait }: Stage): Promise<void> {
  await say(ana, A_WORRY);
  await wait(2 * MINUTE);
  await say(ben, AN_ANSWER);
  await wait(5 * MINUTE);
}

/** Ana tells of a worry that Ben speaks past; Nod would whisper to him ten minutes after. */
export async function speakPast({ ana, ben, say, wait }: Stage): Promise<void> {
  await say(ana, A_WORRY);
  await wait(2 * MINUTE);
  await say(ben, SPOKEN_PAST);
  await wait(2 * MINUTE);
}

/** What rests once Nod has stopped, by table. */
export async function restsOf(stage: Stage): Promise<ReturnType<typeof rowsIn>> {
  await stage.stop();
  return rowsIn(stage.file);
}

/** How many rows of each table that hold something of couples there are. */
export function countsIn(rows: ReturnType<typeof rowsIn>) {
  const count = (table: string) => rows[table]?.length ?? Number.NaN;
  return {
    couples: count('dyads'),
    partners: count('partners'),
    moments: count('moments'),
    whispers: count('outbox'),
    ledger: count('ledger'),
  };
}

/** Lines of the log that name somebody, or some place or message of theirs, by an id of Discord's. */
export function namingLines({ logFile }: Stage): readonly string[] {
  return readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => /\d{15,}/.test(line));
}

/** What Nod has written to either unasked. */
export function unasked({ ana, ben, whispersTo }: Stage): readonly string[] {
  return [ana, ben].flatMap((person: PersonId) => whispersTo(person));
}
