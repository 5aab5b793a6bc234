import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { createPairer } from '../../src/pair/pairer.ts';
import type { Card } from '../../src/ports/card.ts';
import { READER } from '../engine/couple.ts';
import { ANA, BEN, type Stage } from '../support/runner-stage.ts';
import { ANSWERS, HE_SAYS, HERS_TOO, SHE_SAYS } from './lines.ts';
import { type Month, months } from './month.ts';
import type { Seen } from './screen.ts';
import { ENDS_AT, live, type Planted } from './world.ts';

/** `MIRROR_RUNS=200 npx vitest run test/mirror` looks longer. */
const RUNS = Number(process.env['MIRROR_RUNS'] ?? 2);
const SEED = Number(process.env['MIRROR_SEED'] ?? 7);
const NOTHING_BEFORE = { tense: false, earlier: [] };
const PAIRER = createPairer();
const MONTHS = fc.sample(months, { seed: SEED, numRuns: RUNS });
/** A leak need not show in every month. */
const MORE_MONTHS = fc.sample(months, { seed: SEED, numRuns: 8 });

/** What Ana saw, to the millisecond; what came within one is in no order. */
async function anaSees(month: Month, world: 0 | 1, planted: Planted): Promise<readonly Seen[]> {
  const { screens } = await live(month, world, planted);
  return screens.ana.seen.toSorted((one, other) => (said(one) < said(other) ? -1 : 1));
}

const said = ({ at, ...seen }: Seen) => `${at} ${JSON.stringify(seen)}`;

interface Compared {
  readonly seen: readonly Seen[];
  /** The first thing that Ana sees in one of the worlds alone. */
  readonly difference?: readonly (Seen | undefined)[];
}

async function compare(month: Month, planted: Planted = {}): Promise<Compared> {
  const one = await anaSees(month, 0, planted);
  const other = await anaSees(month, 1, planted);
  const places = Array.from({ length: Math.max(one.length, other.length) }, (_, place) => place);
  const differs = (place: number) => JSON.stringify(one[place]) !== JSON.stringify(other[place]);
  const first = places.find(differs);
  return { seen: one, ...(first === undefined ? {} : { difference: [one[first], other[first]] }) };
}

/** Whether one of the months gives the planted leak away. */
async function isFound(planted: Planted): Promise<boolean> {
  for (const month of MORE_MONTHS) if ((await compare(month, planted)).difference) return true;
  return false;
}

const bens = (stage: Stage) => {
  const desk = stage.nod.runner.deskOfPerson(BEN);
  return desk?.session.state.partners.find(({ id }) => id === desk.members[1].id);
};

describe('a month of Ana and Ben', () => {
  it('shows Ana the same whatever Ben leaves open, how fast he is, what he chose and what he and Nod do', async () => {
    const seen: Seen[] = [];
    for (const month of MONTHS) {
      const compared = await compare(month);
      expect(compared.difference).toBeUndefined();
      seen.push(...compared.seen);
    }

    // What came on the last day is still out at its end.
    const whole = seen.filter(({ at, saw }) => saw !== 'message' || Date.parse(at) < ENDS_AT - DAY - MINUTE);
    const count = (what: Seen['saw']) => whole.filter(({ saw }) => saw === what).length;
    expect(count('answer')).toBeGreaterThan(20 * RUNS);
    expect(count('message')).toBeGreaterThan(RUNS);
    expect(count('rewritten')).toBeGreaterThan(0);
    expect(count('removed')).toBe(count('message'));
  });

  it('has Ben answer in words that neither reach out nor sting nor make Nod rest', () => {
    for (const text of ANSWERS) expect(READER({ text, attachments: [] }, NOTHING_BEFORE)).toEqual({ tender: false });
  });

  it('has Ben answer in words that reach out no more when they were typed at for long', () => {
    const typed = { forSeconds: 200, pausedSeconds: 150 };
    for (const text of ANSWERS)
      for (const before of SHE_SAYS) {
        const said = [{ own: false, secondsAgo: 120, text: before, attachments: [] }];
        const context = { tense: false, earlier: said, usualWords: 18 };
        const paused = READER({ text, attachments: [] }, { ...context, typed });
        expect(paused, `${text} / ${before}`).toEqual(READER({ text, attachments: [] }, context));
      }
  });

  it('has nobody mend anything: that a repair was accepted lets Nod rest, and both have read it', () => {
    const kinds = [...SHE_SAYS, ...HERS_TOO, ...HE_SAYS].map(
      (text) => READER({ text, attachments: [] }, NOTHING_BEFORE).bid?.kind,
    );

    expect(kinds).not.toContain('repair');
  });

  it('has Ben answer in words that are about nothing he reached out with: all Nod does about that follows them', () => {
    for (const said of HE_SAYS) {
      const { bid } = READER({ text: said, attachments: [] }, NOTHING_BEFORE);
      const isAbout = (text: string) =>
        bid && PAIRER.text({ kind: bid.kind, said: { text: said, attachments: [] } }, { text, attachments: [] }).about;
      expect(ANSWERS.filter(isAbout), said).toEqual([]);
    }
  });
});

describe('a leak that is planted is found:', () => {
  it('a command that shows the other’s settings', async () => {
    const peek = (stage: Stage) => ({
      path: 'peek',
      command: {
        summary: 'Peek',
        where: 'anywhere' as const,
        options: [],
        run: async () => ({ card: { text: JSON.stringify(bens(stage)?.settings ?? null) } }),
      },
    });

    expect(await isFound({ command: peek })).toBe(true);
  });

  it('a message that comes only where the other wants some too', async () => {
    const onlyTogether: Planted['platform'] = (platform, stage) => ({
      ...platform,
      async whisper(to, card, nonce) {
        if (to === ANA && !bens(stage())?.settings.coaching) throw new Error('not while the other wants none');
        return platform.whisper(to, card, nonce);
      },
    });

    expect(await isFound({ platform: onlyTogether })).toBe(true);
  });

  it('a button whose number counts what both got', async () => {
    const numbered = (card: Card, id: string): Card => ({
      ...card,
      rows: (card.rows ?? []).map((row) =>
        'buttons' in row ? { buttons: row.buttons.map((button) => ({ ...button, id })) } : row,
      ),
    });
    const shared: Planted['platform'] = (platform, stage) => ({
      ...platform,
      whisper: (to, card, nonce) => platform.whisper(to, numbered(card, `1.${stage().whispers.length}`), nonce),
    });

    expect(await isFound({ platform: shared })).toBe(true);
  });
});
