import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, NamedCommand } from '../../src/ports/command.ts';
import { LONG } from './support/arena.ts';
import { at, attempt, type Deed } from './support/attempt.ts';
import { agreed, pressed } from './support/controls.ts';
import { difference, judge } from './support/judge.ts';
import { essential } from './support/rows.ts';
import { secretsFrom } from './support/secrets.ts';
import type { Town } from './support/town.ts';
import { type Insides, openWorld, type World } from './support/world.ts';

/** What shows that the suite can fail: holes planted on purpose are found, and what is allowed still works. */

const done: Answer = { card: { text: 'Done.' } };

/** A command that does whatever none may, for whoever presses. */
function holes({ store, platform }: Insides, { people, channels }: Town): readonly NamedCommand[] {
  const couple = async () =>
    (await store().dyads('discord'))[0] as Awaited<ReturnType<ReturnType<typeof store>['dyads']>>[0];
  const card = { text: `<@${people.ben}>` };
  const presses = {
    async tells(): Promise<Answer> {
      const { state } = await couple();
      return { card: { text: `They are in ${state?.partners[1].settings.zone}.` } };
    },
    async counts(): Promise<Answer> {
      const { id, partners } = await couple();
      return { card: { text: `${(await store().momentsBy(id, partners[1].id, 0)).length} times` } };
    },
    async pauses() {
      const { id, state } = await couple();
      if (state === undefined) return done;
      const [ana, ben] = state.partners;
      const changed = { ...state, partners: [ana, { ...ben, listening: false }] as const };
      await store().commit({ states: [{ dyad: id, state: changed }], moments: [], outbox: [], ledger: [] });
      return done;
    },
    async agrees() {
      const { id, partners } = await couple();
      const entry = { at: 0, dyad: id, about: 'listening', to: 'on', scope: 1 };
      await store().commit({ states: [], moments: [], outbox: [], ledger: [{ partner: partners[1].id, entry }] });
      return done;
    },
    async erases() {
      await store().endDyad((await couple()).id);
      return done;
    },
    async posts() {
      await platform().post(channels.us, card, 'planted');
      return done;
    },
    async whispers() {
      await platform().whisper(people.ben, card, 'planted');
      return done;
    },
    async breaks(): Promise<Answer> {
      throw new TypeError('a surprise');
    },
  };
  return [
    { path: 'hole', command: { summary: 'A hole', where: 'anywhere', options: [], run: async () => done, presses } },
  ];
}

let world: World;

beforeAll(async () => {
  world = await openWorld({ plant: holes });
}, LONG);
afterAll(() => world.close());

/** The faults found when somebody who has no part in it presses. */
async function faultsOf(action: string): Promise<readonly string[]> {
  const outcome = await attempt(world, pressed({ path: 'hole', action, id: '' }, at(world, 'cam')));
  await world.restore();
  return judge(outcome, { secrets: secretsFrom('cam', world) });
}

describe('a planted hole', () => {
  it.for([
    ['tells', /tells “Auckland”/],
    ['pauses', /changed dyads/],
    ['agrees', /changed ledger/],
    ['erases', /changed dyads/],
    ['erases', /changed moments/],
    ['posts', /^POST \/channels\/\d+\/messages went out/],
    ['whispers', /^POST \/channels\/\d+\/messages went out/],
    ['breaks', /^failed inside/],
  ] as const)('that %s is found: %s', async ([action, fault]) => {
    const faults = await faultsOf(action);

    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
  });

  it('that counts is found by a world in which the other gave nothing', async () => {
    const none = await openWorld({
      plant: (insides, town) => holes({ ...insides, store: () => forgetful(insides) }, town),
    });
    const deed = pressed({ path: 'hole', action: 'counts', id: '' }, at(world, 'ana'));

    const [full, without] = [await attempt(world, deed), await attempt(none, deed)];

    expect(difference(full.answer, without.answer)).toHaveLength(1);
    await none.close();
  });

  it('in what is sent is found: everyone sees it, somebody is pinged, a button is another’s', async () => {
    const outcome = await attempt(world, { ...at(world, 'cam'), use: { path: 'help' } });
    const call = outcome.calls[0];
    const data = { content: '<@1>', flags: 0, allowed_mentions: { parse: ['users'] } };
    const tampered = {
      ...outcome,
      calls: [{ ...call, method: 'POST', path: '/interactions/1/t/callback', body: { type: 4, data } }],
      answer: { ...outcome.answer, components: [{ type: 1, custom_id: `leave:yes::${world.people.ben}` }] },
    } as unknown as typeof outcome;

    const faults = judge(tampered, { secrets: [] });

    expect(faults).toEqual([
      expect.stringMatching(/^everyone sees/),
      expect.stringMatching(/^may ping somebody/),
      expect.stringMatching(/^made a button for somebody else/),
    ]);
  });
});

/** The same store, in which nobody gave anything. */
function forgetful(insides: Insides) {
  return { ...insides.store(), momentsBy: async () => [] };
}

describe('the town', () => {
  it('has rows in every table, so that there is something to get at', () => {
    const empty = Object.entries(world.rows()).filter(([, rows]) => rows.length === 0);

    expect(empty.map(([table]) => table)).toEqual([]);
  });
});

describe('the same press by the right person', () => {
  const rights: readonly (readonly [string, (town: World) => Deed])[] = [
    ['opens the nudge', (town) => pressed({ path: 'whisper', action: 'open', id: '1.1' }, at(town, 'ben', 'direct'))],
    ['ends it', (town) => pressed({ path: 'whisper', action: 'talked', id: '1.1' }, at(town, 'ben', 'direct'))],
    [
      'excepts its cue',
      (town) => pressed({ path: 'whisper', action: 'not-this', id: '1.1' }, at(town, 'ben', 'direct')),
    ],
    ['leaves', (town) => pressed({ path: 'leave', action: 'yes', id: '' }, at(town, 'ben'))],
    ['changes a setting', (town) => pressed({ path: 'settings', action: 'nudges', id: '0' }, at(town, 'ben'))],
    [
      'agrees, and Nod begins',
      (town) => pressed({ path: 'start', action: 'agree', id: agreed(3) }, at(town, 'gus', 'maybe')),
    ],
    ['says no', (town) => pressed({ path: 'start', action: 'no', id: agreed(3) }, at(town, 'gus', 'maybe'))],
    ['pauses', (town) => ({ ...at(town, 'ben'), use: { path: 'pause' } })],
    [
      'asks',
      (town) => ({ ...at(town, 'hal', 'lobby'), use: { path: 'start', options: { partner: town.people.lou } } }),
    ],
  ];

  it.for(rights)('%s', async ([, deed]) => {
    const { before, after } = await attempt(world, deed(world));

    expect(essential(after)).not.toBe(essential(before));
    await world.restore();
  });

  it('shows what the nudge is about', async () => {
    const [, opens] = rights[0] ?? [];

    const { answer } = await attempt(world, opens?.(world) as Deed);

    expect(answer.text).toContain('Something seemed to weigh on them.');
    await world.restore();
  });
});
