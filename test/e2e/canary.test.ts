import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { dyadId, messageId, partnerId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/reading.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { type Log, SILENT_LOG } from '../../src/ports/log.ts';
import type { Platform } from '../../src/ports/platform.ts';
import type { OutboxRow, Store } from '../../src/ports/store.ts';
import { SCENES, SURPRISE } from './support/conversation.ts';
import { findLeaks, type Leak } from './support/leaks.ts';
import { createRareWords } from './support/rare-words.ts';
import { type Planted, setWatchedStage, type WatchedStage } from './support/watched-stage.ts';

/** Law 2: what people write lives in memory while its moment is open, and rests nowhere. */

const rare = createRareWords();
const leaks: Leak[] = [];
let stage: WatchedStage;

/** Fails over one message, and says so with the words in the error. */
const surprising =
  (reader: Reader): Reader =>
  (said, context) => {
    if (said.text.includes(SURPRISE)) throw new TypeError(`cannot read ${said.text}`);
    return reader(said, context);
  };

describe('a week of everything', () => {
  beforeAll(async () => {
    stage = await setWatchedStage({ couple: false, around: { reader: surprising } });
    await stage.start();
    const talk = Object.defineProperties({}, Object.getOwnPropertyDescriptors(stage));
    Object.assign(talk, { rare: rare.next });
    for (const [scene, play] of Object.entries(SCENES)) {
      await play(talk as Parameters<typeof play>[0]);
      const found = findLeaks(stage.places(), rare.said);
      leaks.push(...found.map((leak) => ({ ...leak, place: `${leak.place}, after "${scene}"` })));
    }
  }, 60_000);
  afterAll(() => stage.close());

  it('plays all that Nod hears, does and fails at', () => {
    const heard = stage.traces.flatMap((trace) => (trace.saw === 'reading' ? [trace.reading] : []));
    const outbox = stage.uses.flatMap(({ method, given }) =>
      method === 'commit' ? (given[0] as { outbox: readonly OutboxRow[] }).outbox : [],
    );
    const lines =
      stage
        .places()
        .find(({ name }) => name === 'log')
        ?.bytes.toString() ?? '';

    expect(new Set(heard.map(({ bid }) => bid?.kind))).toEqual(new Set([...BID_KINDS, undefined]));
    expect(new Set(heard.map(({ harshness }) => harshness?.kind)).size).toBe(5);
    expect(new Set(heard.map(({ risk }) => risk?.kind)).size).toBe(4);
    expect(heard.some(({ tender }) => tender)).toBe(true);
    expect(new Set(outbox.map(({ whisper }) => whisper.reason))).toEqual(
      new Set(['passed-over', 'silence', 'promise']),
    );
    expect(lines).toContain('one event could not be read and was left out');
    expect(lines).toContain('a channel could not be read');
    expect(stage.discord.rest.filter(({ fault }) => fault === 503)).toHaveLength(12);
    expect(rare.said.length).toBeGreaterThan(90);
  });

  it('leaves no word anywhere, at no time', () => {
    expect(leaks).toEqual([]);
  });

  it('is searched where it would be found', () => {
    const { discord, channel, places } = stage;
    const said = JSON.stringify(discord.messages(channel));

    const found = findLeaks(places(), [channel]);

    expect(findLeaks([{ name: 'what people wrote', bytes: Buffer.from(said) }], rare.said).length).toBeGreaterThan(60);
    expect(new Set(found.map(({ place }) => place))).toEqual(
      new Set(['database', 'handed to the parts', 'sent to Discord', 'caches of discord.js']),
    );
  });

  it('leaves nothing of a third person, of another place or of what was passed on', () => {
    const { discord, cam, channel, places } = stage;
    const strange = [...discord.world.channels.values()].filter(({ id, type }) => id !== channel && type !== 1);
    const people = [...discord.world.users.values()].map(({ user }) => user.id);
    const strangers = people.filter((id) => ![stage.ana, stage.ben, discord.bot].some((known) => known === id));
    const theirs = discord
      .messages(channel)
      .filter((message) => strangers.includes(message.author.id) || message.webhook_id || message.message_snapshots);
    const ids = [...strangers, ...strange.map(({ id }) => id), ...theirs.map(({ id }) => id)];
    const atRest = places().filter(({ name }) => ['database', 'log', 'printed', 'temporary files'].includes(name));

    const found = findLeaks(atRest, ids);

    expect(strangers).toContain(cam);
    expect(ids.length).toBeGreaterThan(9);
    expect(found).toEqual([]);
  });
});

describe('the search', () => {
  afterEach(() => stage.close());

  /** What leaks out of one message when something in Nod is not as it should be. */
  async function leaksWith(around: Planted): Promise<readonly Pick<Leak, 'place' | 'as'>[]> {
    const word = 'quokka';
    stage = await setWatchedStage({ around });
    await stage.start();
    await stage.say(stage.ana, `look at this ${word}`);
    await stage.wait(3 * MINUTE);
    return findLeaks(stage.places(), [word, `look at this ${word}`]).map(({ place, as }) => ({ place, as }));
  }

  /** Does it with the words of every utterance that is read. */
  const telling =
    (tell: (text: string) => void) =>
    (reader: Reader): Reader =>
    (said, context) => {
      tell(said.text);
      return reader(said, context);
    };

  /** Hears a bid whose reasons are this. */
  const because =
    (reason: (text: string) => string) =>
    (reader: Reader): Reader =>
    (said, context) => {
      const reading = reader(said, context);
      return reading.bid ? { ...reading, bid: { ...reading.bid, because: [reason(said.text)] } } : reading;
    };

  it('finds nothing where nothing leaks', async () => {
    expect(await leaksWith({})).toEqual([]);
  });

  it('finds a line of a ledger that holds words', async () => {
    let heard = '';
    const behindStore = (store: Store): Store => ({
      ...store,
      commit(batch) {
        const entry = { at: 0, dyad: dyadId(1), scope: 1, about: 'listening', to: heard };
        return store.commit({ ...batch, ledger: [...batch.ledger, { partner: partnerId(1), entry }] });
      },
    });
    const reader = telling((text) => {
      heard = text;
    });

    expect(await leaksWith({ behindStore, reader })).toContainEqual({ place: 'database', as: 'utf8' });
  });

  it('finds a line of the log that holds words', async () => {
    let log: Log = SILENT_LOG;
    const reader = telling((text) => log.debug({ heard: text.toUpperCase() }, 'heard'));
    const keep = (real: Log) => {
      log = real;
      return real;
    };

    expect(await leaksWith({ log: keep, reader })).toContainEqual({ place: 'log', as: 'utf8' });
  });

  it('finds what is printed', async () => {
    const reader = telling((text) => process.stderr.write(`${text}\n`));

    expect(await leaksWith({ reader })).toContainEqual({ place: 'printed', as: 'utf8' });
  });

  it.each([
    ['utf8', (text: string) => text],
    ['base64', (text: string) => Buffer.from(`heard ${text}`).toString('base64')],
    ['hex', (text: string) => Buffer.from(text).toString('hex')],
    ['digest', (text: string) => createHash('sha256').update(text).digest('base64url')],
  ])('finds words in a state and its effects as %s', async (as, reason) => {
    const found = await leaksWith({ reader: because(reason) });

    expect(found).toContainEqual({ place: 'database', as });
    expect(found).toContainEqual({ place: 'handed to the parts', as });
  });

  it('finds words in a hint that rests in the outbox', async () => {
    let heard = '';
    const nudge = {
      seq: 1,
      to: partnerId(1),
      bidSeq: 1,
      about: messageId('1'),
      kind: 'play',
      reason: 'silence',
    } as const;
    const store = (real: Store): Store => ({
      ...real,
      commit(batch) {
        const row = { dyad: dyadId(1), whisper: { ...nudge, hint: heard, at: 0 }, status: 'queued' } as const;
        return real.commit({ ...batch, outbox: [{ ...row, attempts: 0, dueAt: 9e15 }] });
      },
    });
    const reader = telling((text) => {
      heard = text;
    });

    const found = await leaksWith({ store, reader });

    expect(found).toContainEqual({ place: 'database', as: 'utf8' });
    expect(found).toContainEqual({ place: 'handed to the parts', as: 'utf8' });
  });

  it('finds words that are quoted to a partner', async () => {
    let platform: Platform | undefined;
    const reader = telling((text) => void platform?.whisper(stage.ben, { text: `They wrote: ${text}` }, '1'));
    const keep = (real: Platform) => {
      platform = real;
      return real;
    };

    const found = await leaksWith({ platform: keep, reader });

    expect(found).toContainEqual({ place: 'handed to the parts', as: 'utf8' });
    expect(found).toContainEqual({ place: 'sent to Discord', as: 'utf8' });
  });

  it('finds words that discord.js still holds', async () => {
    const reader = telling((text) => stage.client.guilds.cache.set('1', { text } as never));

    expect(await leaksWith({ reader })).toContainEqual({ place: 'caches of discord.js', as: 'utf8' });
  });

  it('finds a temporary file', async () => {
    const reader = telling((text) => writeFileSync(join(tmpdir(), 'draft'), text, 'utf16le'));

    expect(await leaksWith({ reader })).toContainEqual({ place: 'temporary files', as: 'utf16le' });
  });
});
