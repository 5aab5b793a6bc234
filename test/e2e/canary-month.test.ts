import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { HARSHNESS_KINDS, RISK_KINDS } from '../../src/domain/reading.ts';
import { playFirstWeek, playMonth } from './support/month.ts';
import { type MonthStage, setMonthStage } from './support/month-stage.ts';
import { DRAWABLE } from './support/ordinary-days.ts';
import { usableIn } from './support/used-controls.ts';

/** Law 2 over a month in which everything is used and everything fails; NOD_TEST_SEED draws another month. */

const seed = Number(process.env['NOD_TEST_SEED'] ?? 1);
/** An id of Discord's, of whatever: 17 digits and more since 2015. */
const SNOWFLAKE = /\d{15,}/;
/** All that a line above `debug` may carry: how bad, what, and which failure. */
const IMPERSONAL = ['level', 'message', 'code', 'outcome', 'migrations', 'packet'];
/** What would tell of somebody, whoever it is. */
const KINDS: readonly string[] = [...BID_KINDS, ...HARSHNESS_KINDS, ...RISK_KINDS, ...REASONS];
const LONGEST_MONTH_MILLISECONDS = 240_000;

/** How many steps the layout of the database took tells of nobody, and neither does Discord's name of a failure. */
const withoutCounts = (line: string) => line.replace(/"migrations":\d+|"DISCORD_\d{3,6}"/, '');

describe(`a month of everything, seed ${seed}`, () => {
  let month: MonthStage;
  beforeAll(async () => {
    month = await setMonthStage({ seed });
    await playMonth(month.talk);
  }, LONGEST_MONTH_MILLISECONDS);
  afterAll(() => month.close());

  it('uses every command, every control and every kind of chat there is', () => {
    const { talk, used, drawn, faults, words, searches } = month;

    expect(usableIn(talk.commands).filter((name) => !used.has(name))).toEqual([]);
    expect(DRAWABLE.filter((name) => !drawn.has(name))).toEqual([]);
    expect(faults, 'all faults were met').toEqual({ commits: 0, encodings: 0 });
    expect(words.said.length).toBeGreaterThan(300);
    expect(searches()).toBeGreaterThan(40);
  });

  it('leaves no word anywhere, at no time', () => {
    expect(month.leaks).toEqual([]);
  });

  it('shows a judge what the two say while both want one, and at no other time', () => {
    const { judge, words } = month;

    expect(words.said.some((word) => judge.shown().includes(word))).toBe(true);
    expect(judge.unwanted()).toBe(0);
  });

  it('is searched where it would be found', () => {
    expect([...month.found].sort()).toEqual([
      'answers to one person',
      'caches of discord.js',
      'database',
      'given back',
      'handed to the parts',
    ]);
  });

  it('names nobody and nothing of theirs in a line of the log, at any level', () => {
    const lines = readFileSync(month.stage.logFile, 'utf8').trimEnd().split('\n');

    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => SNOWFLAKE.test(line))).toEqual([]);
  });

  it('tells above debug what Nod does and not for whom', () => {
    const lines = readFileSync(month.stage.logFile, 'utf8').trimEnd().split('\n');
    const above = lines.filter((line) => JSON.parse(line).level !== 'debug');
    const fields = new Set(above.flatMap((line) => Object.keys(JSON.parse(line))));

    expect([...fields].filter((name) => !IMPERSONAL.includes(name))).toEqual([]);
    expect(above.filter((line) => KINDS.some((kind) => line.includes(kind)))).toEqual([]);
    expect(above.filter((line) => /\d/.test(withoutCounts(line)))).toEqual([]);
  });
});

describe('the same behind a key', () => {
  let month: MonthStage;
  beforeAll(async () => {
    month = await setMonthStage({ seed, key: 'a passphrase of some length' });
    await playFirstWeek(month.talk);
  }, LONGEST_MONTH_MILLISECONDS);
  afterAll(() => month.close());

  it('leaves no word anywhere, and of the couple nothing that can be read in the database', () => {
    expect(month.leaks).toEqual([]);
    expect(month.found).not.toContain('database');
    expect(month.found).toContain('handed to the parts');
  });
});
