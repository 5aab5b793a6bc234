import { afterEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../platforms/discord/stage.ts';

let stage: Stage;
afterEach(() => stage.close());

describe('a role that lets Nod into the channel', () => {
  it('is looked into when it is deleted, though nothing is told of the channel', async () => {
    stage = await openStage();
    const { discord, told, ana, ben, guild, channel } = stage;
    const role = discord.addRole(guild, { name: 'Helpers', members: [discord.bot] });
    discord.showTo(channel, [ana, ben, role]);
    await discord.settled();
    const before = [[...told.lost], told.changed.at(-1)];

    discord.deleteRole(guild, role);
    await discord.settled();

    expect(before).toEqual([[], channel]);
    expect(told.lost).toEqual([channel]);
  });

  it('of somebody else is looked into as well: who can read the channel may have changed', async () => {
    stage = await openStage();
    const { discord, told, ana, ben, cam, guild, channel } = stage;
    const role = discord.addRole(guild, { name: 'Friends', members: [cam] });
    discord.showTo(channel, [ana, ben, discord.bot, role]);
    await discord.settled();
    told.changed.length = 0;

    discord.deleteRole(guild, role);
    await discord.settled();

    expect([told.lost, told.changed]).toEqual([[], [channel]]);
  });
});
