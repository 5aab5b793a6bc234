import { afterEach, describe, expect, it } from 'vitest';
import type { MessageId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { openStage, type Stage, setStage } from '../platforms/discord/stage.ts';
import { createVirtualClock } from '../support/clock.ts';

let stage: Stage;
afterEach(() => stage.close());

const START_OF_TIME = '1' as MessageId;

/** Reads all there is of the couple's channel, as whoever is told `ready` or `lost` does. */
async function readAll({ platform, channel }: Stage): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { text } of platform.history(channel, START_OF_TIME)) found.push(text);
  return found;
}

/** How often messages of the couple's channel were asked for. */
function readings({ discord, channel }: Stage): number {
  return discord.rest.filter(({ method, path }) => method === 'GET' && path.startsWith(`/channels/${channel}/messages`))
    .length;
}

describe('a server that Discord hands over after READY', () => {
  it('is read once it is heard, and once only: what was said until then is found', async () => {
    stage = await setStage();
    const { discord, platform, listener, told, ana, guild, channel } = stage;
    discord.outage(guild);
    await platform.start(listener);
    const reading = readAll(stage);
    discord.say(ana, channel, 'said between READY and GUILD_CREATE');
    await discord.settled();
    const before = readings(stage);

    discord.recover(guild);
    const found = await reading;
    await discord.settled();

    expect(before).toBe(0);
    expect(found).toEqual(['said between READY and GUILD_CREATE']);
    expect(readings(stage)).toBe(1);
    expect([told.events, told.lost, told.changed]).toEqual([[], [], []]);
  });

  it('keeps what a live moment holds from being recalled before it is heard', async () => {
    stage = await setStage();
    const { discord, platform, listener, ana, guild, channel } = stage;
    const held = discord.say(ana, channel, 'held');
    discord.outage(guild);
    await platform.start(listener);
    const recalling = platform.recall(channel, [held]);
    discord.remove(held);
    await discord.settled();

    discord.recover(guild);

    expect(await recalling).toEqual([]);
  });

  it('holds up nobody in another server', async () => {
    stage = await setStage();
    const { discord, platform, listener, ana, cam, channel } = stage;
    discord.say(ana, channel, 'said before');
    discord.outage(discord.addGuild({ members: [cam] }));
    await platform.start(listener);

    const found = await readAll(stage);

    expect(found).toEqual(['said before']);
  });

  it('is slept for once, whatever is told meanwhile of other servers', async () => {
    const now = Date.parse('2026-03-02T09:00:00Z');
    const clock = createVirtualClock(now);
    const sleeps: number[] = [];
    const counting: Clock = {
      now: clock.now,
      sleepUntil(at, signal) {
        sleeps.push(at - now);
        return clock.sleepUntil(at, signal);
      },
    };
    stage = await setStage({ terms: { clock: counting } });
    const { discord, platform, listener, ana, cam, guild, channel } = stage;
    const others = Array.from({ length: 5 }, () => discord.addGuild({ members: [cam] }));
    for (const out of [guild, ...others]) discord.outage(out);
    await platform.start(listener);
    const reading = readAll(stage);
    await discord.settled();
    for (const other of others) {
      discord.recover(other);
      discord.renameGuild(other, 'Away');
    }
    discord.say(ana, channel, 'said meanwhile');
    await discord.settled();
    const before = readings(stage);

    discord.recover(guild);

    expect(await reading).toEqual(['said meanwhile']);
    expect(before).toBe(0);
    expect(sleeps.filter((time) => time === 15 * MINUTE)).toHaveLength(1);
  });

  it('is waited for no longer once Nod stops', async () => {
    stage = await setStage();
    const { discord, platform, listener, guild } = stage;
    discord.outage(guild);
    await platform.start(listener);
    const reading = readAll(stage).catch((error: unknown) => error);
    await discord.settled();

    await platform.stop();

    expect(await reading).toMatchObject({ code: 'DISCORD_UNREACHABLE' });
  });

  it('is given up after a quarter of an hour, until it is tried again', async () => {
    stage = await setStage();
    const { discord, platform, listener, clock, guild } = stage;
    discord.outage(guild);
    await platform.start(listener);
    const reading = readAll(stage).catch((error: unknown) => error);
    await discord.settled();

    await clock.advance(15 * MINUTE);

    expect(await reading).toMatchObject({ code: 'DISCORD_UNREACHABLE' });
  });

  it('says of a channel that is in none of them that it is unknown, once all are there', async () => {
    stage = await setStage();
    const { discord, platform, listener, guild, channel } = stage;
    discord.deleteChannel(channel);
    discord.outage(guild);
    await platform.start(listener);
    const reading = readAll(stage).catch((error: unknown) => error);
    await discord.settled();

    discord.recover(guild);

    expect(await reading).toMatchObject({ code: 'CHANNEL_UNKNOWN' });
  });

  it('is waited for in a session that begins anew as well', async () => {
    stage = await openStage();
    const { discord, told, ana, guild, channel } = stage;
    discord.kick('invalid');
    discord.forgetSessions();
    discord.outage(guild);
    await discord.waitFor(() => told.ready === 2);
    const reading = readAll(stage);
    discord.say(ana, channel, 'said meanwhile');
    await discord.settled();

    discord.recover(guild);

    expect(await reading).toEqual(['said meanwhile']);
    expect([told.lost, told.changed]).toEqual([[], []]);
  });
});

describe('a server in an outage', () => {
  it('is told as lost, and read once it is over; who can read there may have changed', async () => {
    stage = await openStage();
    const { discord, told, ana, guild, channel } = stage;
    discord.outage(guild);
    await discord.settled();
    const lost = [...told.lost];
    const reading = readAll(stage);
    discord.say(ana, channel, 'said meanwhile');
    await discord.settled();
    const before = [readings(stage), told.changed.length];

    discord.recover(guild);
    const found = await reading;
    await discord.settled();

    expect(lost).toEqual([channel]);
    expect(before).toEqual([0, 0]);
    expect(found).toEqual(['said meanwhile']);
    expect([told.lost, told.changed]).toEqual([[channel], [channel]]);
  });

  it('is told as lost once it is over to a couple that began meanwhile', async () => {
    stage = await openStage();
    const { discord, platform, told, ana, ben, guild, elsewhere } = stage;
    discord.outage(guild);
    await discord.settled();
    platform.watch([{ channel: elsewhere, partners: [ana, ben] }]);
    told.lost.length = 0;

    discord.recover(guild);
    await discord.settled();

    expect(told.lost).toEqual([elsewhere]);
  });

  it('is told as lost to a couple that began in a new session, whoever was to read it in the one before', async () => {
    stage = await openStage();
    const { discord, platform, told, ana, ben, guild, channel } = stage;
    discord.outage(guild);
    await discord.settled();
    platform.watch([]);
    discord.kick('invalid');
    discord.forgetSessions();
    await discord.waitFor(() => told.ready === 2);
    platform.watch([{ channel, partners: [ana, ben] }]);
    told.lost.length = 0;

    discord.recover(guild);
    await discord.settled();

    expect(told.lost).toEqual([channel]);
  });

  it('that Nod is put out of meanwhile is waited for no longer', async () => {
    stage = await openStage();
    const { discord, guild } = stage;
    discord.outage(guild);
    await discord.settled();
    const reading = readAll(stage).catch((error: unknown) => error);

    discord['gateway'].out.delete(guild);
    discord.removeGuild(guild);

    expect(await reading).toMatchObject({ code: 'CHANNEL_UNKNOWN' });
  });
});

describe('a server that Nod is asked into again', () => {
  it('is read anew', async () => {
    stage = await openStage();
    const { discord, told, guild, channel } = stage;
    discord.removeMember(guild, discord.bot);
    await discord.settled();
    await readAll(stage).catch(() => {});

    discord.addMember(guild, discord.bot);
    await discord.settled();

    expect(told.lost).toEqual([channel, channel]);
  });
});
