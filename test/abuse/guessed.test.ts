import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arena, LONG, openArena, tryAll } from './support/arena.ts';
import { at, type Deed } from './support/attempt.ts';
import { agreed, type Control, pressed } from './support/controls.ts';
import type { Name } from './support/town.ts';

/** Numbers on cards are small, so they can be guessed: all of them around the live ones, by people they are not for. */

const DYADS = [0, 1, 2, 3, 4, 5];
const SEQS = [0, 1, 2, 3];
const ANYONE = '0';

let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
}, LONG);
afterAll(() => arena.close());

const guessers: readonly [Name, 'us' | 'theirs' | 'direct'][] = [
  ['ana', 'us'],
  ['cam', 'us'],
  ['dan', 'theirs'],
  ['zed', 'direct'],
];

const control = (path: string, action: string, id: string): Control => ({ path, action, id });

describe('a guessed number', () => {
  it.for(guessers)('of a nudge shows %s (%s) nothing', async ([name, place], { task }) => {
    const { world } = arena;
    const names = DYADS.flatMap((dyad) => SEQS.map((seq) => `${dyad}.${seq}`));

    const deeds = ['open', 'helpful', 'not-this', 'talked'].flatMap((action) =>
      names.map((id) => pressed(control('whisper', action, id), at(world, name, place), ANYONE)),
    );

    const group = 'guessed numbers of nudges';
    const trial = { group, name, deeds, answer: /^All done here\.$/, changesNothing: true } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });

  it.for(guessers)('of an invitation opens no card for %s (%s)', async ([name, place], { task }) => {
    const { world } = arena;

    const deeds = DYADS.map((dyad) =>
      pressed(control('start', 'choose', String(dyad)), at(world, name, place), ANYONE),
    );

    const group = 'guessed numbers of invitations';
    const trial = {
      group,
      name,
      deeds,
      answer: /^There is nothing to choose here for you:/,
      changesNothing: true,
    } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });

  it.for(guessers)('on a filled-in consent card begins nothing for %s (%s)', async ([name, place], { task }) => {
    const { world } = arena;

    const deeds = DYADS.map((dyad) => pressed(control('start', 'agree', agreed(dyad)), at(world, name, place), ANYONE));

    const group = 'consent cards with guessed numbers';
    const trial = { group, name, deeds, answer: /^This invitation has ended\./, changesNothing: true } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });

  it.for(guessers)('says no for nobody but oneself: %s (%s)', async ([name, place], { task }) => {
    const { world } = arena;
    const own: Partial<Record<Name, number>> = { ana: 1, dan: 2 };

    const deeds = DYADS.filter((dyad) => dyad !== own[name]).map((dyad) =>
      pressed(control('start', 'no', agreed(dyad)), at(world, name, place), ANYONE),
    );

    const trial = { group: 'saying no to guessed numbers', name, deeds, changesNothing: true } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });

  it('that is right opens the card only for the two who were asked', async ({ task }) => {
    const { world } = arena;
    const card = (name: Name): Deed => pressed(control('start', 'choose', '3'), at(world, name, 'maybe'), ANYONE);

    const trial = { group: 'guessed numbers of invitations', answer: /^\*\*What you would say yes to\*\*/ } as const;
    const faults = [];
    for (const name of ['fay', 'gus'] as const) {
      faults.push(...(await tryAll(task, { world }, { ...trial, name, deeds: [card(name)] })));
    }

    expect(faults).toEqual([]);
  });
});
