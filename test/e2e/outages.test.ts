import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { AN_ANSWER, LONG_ENOUGH, RESTING, restsOf, speakPast, statusOfBoth, unasked } from './support/channel-stage.ts';
import { openStage, type Stage } from './support/stage.ts';

/** What is said while Discord tells nothing of the couple's server, though it can be read. */

const POST = /^POST \/channels\/\d+\/messages$/;

/** By then the whisper about what was spoken past would be out. */
const DUE = 6 * MINUTE + 30 * SECOND;

let stage: Stage;
afterEach(() => stage.close());

/** Ben answers while nothing is told of the server, which is heard again once the whisper would be out. */
async function answerUnheard({ discord, ben, guild, channel, wait, settled }: Stage): Promise<void> {
  discord.say(ben, channel, AN_ANSWER);
  await wait(DUE);
  discord.recover(guild);
  await settled();
  await wait(DUE);
}

describe('an answer that Discord never tells of', () => {
  it('since it came after READY and before the server was handed over, keeps the whisper back', async () => {
    stage = await openStage();
    const { discord, guild, start, stop } = stage;
    await speakPast(stage);
    await stop();
    discord.outage(guild);
    await start();

    await answerUnheard(stage);

    expect(unasked(stage)).toEqual([]);
    expect((await restsOf(stage))['moments']).toHaveLength(1);
  });

  it('since the server was in an outage, keeps the whisper back', async () => {
    stage = await openStage();
    const { discord, guild } = stage;
    await speakPast(stage);
    discord.outage(guild);
    await discord.settled();

    await answerUnheard(stage);

    expect(unasked(stage)).toEqual([]);
    expect((await restsOf(stage))['moments']).toHaveLength(1);
  });
});

describe('an outage', () => {
  it('keeps nobody waiting who changes something of theirs meanwhile', async () => {
    stage = await openStage();
    const { discord, ana, guild, nod } = stage;
    discord.outage(guild);
    await discord.settled();

    const isPaused = await nod.askerFor(ana).submit({ do: 'pause' });

    expect(isPaused).toBe(true);
  });
});

describe('a server that Nod is put out of during its outage', () => {
  it('is waited for no longer once a session begins without it: both read that Nod rests', async () => {
    stage = await openStage();
    const { discord, guild, wait, settled } = stage;
    discord.outage(guild);
    await settled();

    discord.forgetSessions();
    discord.removeGuild(guild);
    discord.kick('close');
    await discord.waitFor(() => discord.connected === 1);
    await settled();
    await wait(MINUTE);

    expect(await statusOfBoth(stage)).toEqual([RESTING, RESTING]);
  });
});

describe('a whisper that Discord asks for long patience with', () => {
  it('is tried again soon, and comes once', async () => {
    stage = await openStage();
    const { discord, wait } = stage;
    await speakPast(stage);
    discord.fault({ match: POST, how: 429, retryAfterSeconds: 63 * 60, times: 2 });

    await wait(LONG_ENOUGH);

    expect(unasked(stage)).toEqual(['Something small, when you have a minute.']);
  });

  it('is not sent once its moment is over', async () => {
    stage = await openStage();
    const { discord, ben, wait, say } = stage;
    await speakPast(stage);
    discord.fault({ match: POST, how: 429, retryAfterSeconds: 63 * 60, times: 4 });
    await wait(DUE);
    const refused = discord.rest.filter(({ fault }) => fault === 429).length;
    await say(ben, AN_ANSWER);

    await wait(LONG_ENOUGH);

    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(4);
    expect(unasked(stage)).toEqual([]);
  });
});
