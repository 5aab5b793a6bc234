import { afterEach, describe, expect, it } from 'vitest';
import { channelId, personId } from '../../src/domain/ids.ts';
import { openStage, type Stage } from '../platforms/discord/stage.ts';

let stage: Stage;
afterEach(() => stage.close());

describe('what the two are called', () => {
  it('is asked of Discord each time, and is all that they go by there', async () => {
    stage = await openStage();
    const { platform, discord, channel, ana, ben } = stage;
    const before = discord.rest.length;

    const names = await platform.names(channel, [ana, ben]);
    await platform.names(channel, [ana, ben]);

    expect(names.get(ana)?.map((name) => name.toLowerCase())).toContain('ana');
    expect(names.get(ben)?.map((name) => name.toLowerCase())).toContain('ben');
    expect(discord.rest.length - before).toBe(4);
  });

  it('is nothing for somebody who is not there, and unknown in a channel that is not', async () => {
    stage = await openStage();
    const { platform, channel } = stage;

    const names = await platform.names(channel, [personId('1')]);

    expect(names.get(personId('1'))).toEqual([]);
    await expect(platform.names(channelId('2'), [personId('1')])).rejects.toMatchObject({ code: 'CHANNEL_UNKNOWN' });
  });
});
