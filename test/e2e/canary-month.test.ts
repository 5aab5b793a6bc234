import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { HARSHNESS_KINDS, type Reader, RISK_KINDS } from '../../src/domain/reading.ts';
import { loadCommands } from '../../src/load-commands.ts';
import type { Encoder } from '../../src/ports/encoder.ts';
import type { Store } from '../../src/ports/store.ts';
import { createDice } from '../../training/dice.ts';
import { SURPRISE } from './support/conversation.ts';
import type { Leak } from './support/leaks.ts';
import { type MonthFaults, type MonthTalk, playMonth } from './support/month.ts';
import { DRAWABLE } from './support/ordinary-days.ts';
import { createGrownWords } from './support/rare-words.ts';
import { noteUses, usableIn } from './support/used-controls.ts';
import { setWatchedStage, type WatchedStage } from './support/watched-stage.ts';
import { createWordSearch } from './support/word-search.ts';

/** Law 2 over a month in which everything is used and everything fails; NOD_TEST_SEED draws another month. */

const seed = Number(process.env['NOD_TEST_SEED'] ?? 1);
const commands = await loadCommands(new URL('../../commands/', import.meta.url));
/** An id of Discord's, of whatever: 17 digits and more since 2015. */
const SNOWFLAKE = /\d{15,}/;
/** All that a line above `debug` may carry: how bad, what, and which failure. */
const IMPERSONAL = ['level', 'message', 'code', 'outcome', 'migrations', 'packet'];
/** What would tell of somebody, whoever it is. */
const KINDS: readonly string[] = [...BID_KINDS, ...HARSHNESS_KINDS, ...RISK_KINDS, ...REASONS];
const LONGEST_MONTH_MILLISECONDS = 240_000;

/** Fails over one message, and says so with the words in the error. */
const surprising =
  (reader: Reader): Reader =>
  (said, context) => {
    if (said.text.includes(SURPRISE)) throw new TypeError(`cannot read ${said.text}`);
    return reader(said, context);
  };

/** A database that is locked for a moment, and says of what it could not save all it knows. */
const lockedAtTimes =
  (faults: MonthFaults) =>
  (store: Store): Store => ({
    ...store,
    async commit(batch) {
      if (faults.commits > 0) {
        faults.commits -= 1;
        throw new Error(`database is locked: ${JSON.stringify(batch)}`);
      }
      await store.commit(batch);
    },
  });

/** An encoder that finds nothing, or breaks its promise and rejects with the words. */
const failingAtTimes =
  (faults: MonthFaults) =>
  (encoder: Encoder): Encoder => ({
    ...encoder,
    async encode(texts) {
      if (faults.encodings === 0) return encoder.encode(texts);
      faults.encodings -= 1;
      if (faults.encodings % 2 === 0) return texts.map(() => undefined);
      throw new RangeError(`cannot encode ${texts.join()}`);
    },
  });

/** How many steps the layout of the database took tells of nobody, and neither does Discord's name of a failure. */
const withoutCounts = (line: string) => line.replace(/"migrations":\d+|"DISCORD_\d{3,6}"/, '');

describe(`a month of everything, seed ${seed}`, () => {
  const dice = createDice(seed);
  const words = createGrownWords(dice);
  const search = createWordSearch();
  const faults: MonthFaults = { commits: 0, encodings: 0 };
  const used = new Set<string>();
  const drawn = new Set<string>();
  /** `/nod ask` gives back to the one who typed it what they typed, and to nobody else. */
  const givenBack = new Set<string>();
  const leaks: Leak[] = [];
  const found = new Set<string>();
  let searches = 0;
  let stage: WatchedStage;

  function rare(): string {
    const word = words.next();
    search.add(word);
    return word;
  }

  beforeAll(async () => {
    stage = await setWatchedStage({
      couple: false,
      options: { supportCard: true },
      around: {
        reader: surprising,
        behindStore: lockedAtTimes(faults),
        encoder: failingAtTimes(faults),
        commands: (all) => noteUses(all, used),
      },
    });
    await stage.start();
    search.add(stage.channel);
    const searchNow = (when: string) => {
      searches += 1;
      for (const leak of search.findIn(stage.added())) {
        if (leak.word === stage.channel) found.add(leak.place);
        else if (leak.place === 'answers to one person' && givenBack.has(leak.word)) found.add('given back');
        else leaks.push({ ...leak, place: `${leak.place}, after "${when}"` });
      }
    };
    const onTyped = (path: string, typed: readonly string[]) => {
      if (path === 'ask') for (const word of typed) givenBack.add(word);
    };
    const talk = Object.defineProperties({}, Object.getOwnPropertyDescriptors(stage));
    Object.assign(talk, { rare, dice, drawn, commands, faults, used, onTyped, search: searchNow });
    await playMonth(talk as MonthTalk);
  }, LONGEST_MONTH_MILLISECONDS);
  afterAll(() => stage.close());

  it('uses every command, every control and every kind of chat there is', () => {
    expect(usableIn(commands).filter((name) => !used.has(name))).toEqual([]);
    expect(DRAWABLE.filter((name) => !drawn.has(name))).toEqual([]);
    expect(words.said.length).toBeGreaterThan(300);
    expect(searches).toBeGreaterThan(40);
  });

  it('leaves no word anywhere, at no time', () => {
    expect(leaks).toEqual([]);
  });

  it('is searched where it would be found', () => {
    expect([...found].sort()).toEqual([
      'answers to one person',
      'caches of discord.js',
      'database',
      'given back',
      'handed to the parts',
    ]);
  });

  it('names nobody and nothing of theirs in a line of the log, at any level', () => {
    const lines = readFileSync(stage.logFile, 'utf8').trimEnd().split('\n');

    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => SNOWFLAKE.test(line))).toEqual([]);
  });

  it('tells above debug what Nod does and not for whom', () => {
    const lines = readFileSync(stage.logFile, 'utf8').trimEnd().split('\n');
    const above = lines.filter((line) => JSON.parse(line).level !== 'debug');
    const fields = new Set(above.flatMap((line) => Object.keys(JSON.parse(line))));

    expect([...fields].filter((name) => !IMPERSONAL.includes(name))).toEqual([]);
    expect(above.filter((line) => KINDS.some((kind) => line.includes(kind)))).toEqual([]);
    expect(above.filter((line) => /\d/.test(withoutCounts(line)))).toEqual([]);
  });
});
