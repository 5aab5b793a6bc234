import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedCommand, NodForAsker, Pointed } from '../../src/ports/command.ts';
import { ANA, CHANNEL, type Stage } from '../support/runner-stage.ts';
import { months } from './month.ts';
import { live, type Planted } from './world.ts';

/**
 * What Ana reads of her own messages, while Ben answers or does not, is fast or slow, and chooses otherwise. A command
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
