import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodError } from '../../src/errors.ts';
import type { NamedCommand, NodForAsker, Pointed, Suggested } from '../../src/ports/command.ts';
import { settle } from '../support/clock.ts';
import { pointAt } from '../support/pointing.ts';
import { A_WORRY, ANA, BEN, CHANNEL, openCouple, type Stage } from '../support/runner-stage.ts';
import { months } from './month.ts';
import { live, type Planted } from './world.ts';

/**
 * What Ana reads of her own messages and of Ben's, while Ben answers or does not, is fast or slow, and chooses otherwise. A command
 * that only these tests have points at one of her last messages whenever she types it.
 */

const [MONTH] = fc.sample(months, { seed: 11, numRuns: 1 });
/** How far back she looks: further than Nod remembers. */
const REACH = 14;

function pointing(look: (nod: NodForAsker, pointed: Pointed) => Promise<unknown>): Planted['command'] {
  return (stage: Stage): NamedCommand => ({
    path: 'point',
    command: {
      summary: 'Point at each of one’s last messages',
      where: 'anywhere',
      options: [],
      async run(ask, nod) {
        const { options: _, where: __, ...rest } = ask;
        const own = stage.said.filter(({ by, channel }) => by === ask.by && channel === CHANNEL).slice(-REACH);
        const told = await Promise.all(
          own.map(({ id, by, at, text, attachments }) =>
            look(nod, { ...rest, where: 'channel', message: { id, by, at, text, attachments } }),
          ),
        );
        return { card: { text: JSON.stringify(told) } };
      },
    },
  });
}

/** What Ana read in each of the two worlds, whenever she pointed. */
async function bothWorlds(command: Planted['command']): Promise<readonly (readonly string[])[]> {
  if (!MONTH) throw new Error('there is no month');
  const worlds: (readonly string[])[] = [];
  for (const world of [0, 1] as const) {
    const { screens } = await live(MONTH, world, command ? { command } : {});
    worlds.push(screens.ana.seen.filter(({ to }) => to.startsWith('/point')).map(({ at, shown }) => `${at} ${shown}`));
  }
  return worlds;
}

describe('“What did Nod notice?”, all month long', () => {
  it('tells Ana the same in both worlds', async () => {
    const [one, other] = await bothWorlds(pointing((nod, pointed) => nod.notices(pointed)));

    expect(one?.join()).toContain('bid');
    expect(one?.join()).toContain('forgotten');
    expect(other).toEqual(one);
  });

  it('would be found telling what is still open', async () => {
    const open = (stage: Stage) =>
      stage.nod.runner.deskOfPerson(ANA)?.session.state.bids.map(({ messages }) => messages);
    const leaky: Planted['command'] = (stage) =>
      pointing(async (_nod, { message }) => JSON.stringify(open(stage)).includes(message?.id ?? '?'))?.(
        stage,
      ) as NamedCommand;

    const [one, other] = await bothWorlds(leaky);

    expect(other).not.toEqual(one);
  });
});

const PLAIN = 'home in ten';

/** What makes Nod rest, and what ends it. */
interface Rest {
  begin(stage: Stage, wrong: Wrong): Promise<unknown>;
  end(stage: Stage, wrong: Wrong): Promise<unknown>;
}

/** What goes wrong from now on. */
interface Wrong {
  closed?: boolean;
  benOut?: boolean;
}

async function change(stage: Stage, wrong: Wrong, to: Wrong): Promise<void> {
  Object.assign(wrong, to);
  if (to.closed) stage.listener.lost(CHANNEL);
  else stage.listener.changed(CHANNEL);
  await settle();
}

const RESTS: Readonly<Record<string, Rest>> = {
  'Ben paused': {
    begin: (stage) => stage.change(BEN, { do: 'pause' }),
    end: (stage) => stage.change(BEN, { do: 'resume' }),
  },
  'Ana paused': {
    begin: (stage) => stage.change(ANA, { do: 'pause' }),
    end: (stage) => stage.change(ANA, { do: 'resume' }),
  },
  'nobody could read the channel': {
    begin: (stage, wrong) => change(stage, wrong, { closed: true }),
    end: (stage, wrong) => change(stage, wrong, { closed: false }),
  },
  'Ben could not read the channel': {
    begin: (stage, wrong) => change(stage, wrong, { benOut: true }),
    end: (stage, wrong) => change(stage, wrong, { benOut: false }),
  },
};

/** Ana points at what Ben said while Nod rested, then and three weeks later. */
async function pointsAtALineOfTheRest(rest: Rest, line: string): Promise<readonly Suggested[]> {
  const wrong: Wrong = {};
  const stage = await openCouple({
    platform: (platform) => ({
      ...platform,
      history(channel, after) {
        if (wrong.closed) throw new NodError('CHANNEL_UNKNOWN', 'The channel is gone.', 'Make another.');
        return platform.history(channel, after);
      },
      inspect: async () => ({
        readable: !wrong.closed,
        missing: [],
        others: 0,
        bots: [],
        absent: wrong.benOut ? [BEN] : [],
      }),
    }),
  });
  const points = () => stage.nod.askerFor(ANA).suggest(pointAt(stage, ANA, line));
  await rest.begin(stage, wrong);
  const { said } = stage;
  said.push({
    ...{ by: BEN, at: stage.clock.now(), text: line, attachments: [], channel: CHANNEL, reactions: [] },
    id: stage.platform.cursorAt(stage.clock.now()),
  });
  await stage.pass(5);
  const then = await points();
  await rest.end(stage, wrong);
  await stage.pass(21 * 24 * 60);
  return [then, await points()];
}

describe('“Help me respond” to what Ben said while Nod rested', () => {
  it.each(Object.keys(RESTS))('tells Ana nothing of what made it rest: %s', async (cause) => {
    const told = await pointsAtALineOfTheRest(RESTS[cause] as Rest, PLAIN);

    expect(told).toEqual([{ is: 'resting' }, { is: 'general' }]);
  });

  it.each([
    ['Ben paused', 'general'],
    ['nobody could read the channel', 'hints'],
    ['Ben could not read the channel', 'hints'],
  ])(
    'of a line that reaches out it does tell later that there was a pause, the price ADR 22 names: %s',
    async (cause, is) => {
      const told = await pointsAtALineOfTheRest(RESTS[cause] as Rest, A_WORRY);

      expect(told).toMatchObject([{ is: 'resting' }, { is }]);
    },
  );
});
