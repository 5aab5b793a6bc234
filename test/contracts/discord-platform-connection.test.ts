import { afterAll, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { openStage, type Stage, type StageChoices, setStage, type Told } from '../platforms/discord/stage.ts';

const IDENTIFY = 2;
const RESUME = 6;

// discord.js waits half a second before it connects again, so these run side by side, each on a stage of its own.
const stages: Stage[] = [];
afterAll(() => Promise.all(stages.map((stage) => stage.close())));

async function open(choices: StageChoices = {}): Promise<Stage> {
  const stage = await openStage(choices);
  stages.push(stage);
  return stage;
}

async function prepare(choices: StageChoices = {}): Promise<Stage> {
  const stage = await setStage(choices);
  stages.push(stage);
  return stage;
}

const texts = (told: Told) => told.events.map(({ event }) => ('text' in event ? event.text : event.type));

describe.concurrent('starting', () => {
  it('names a token that Discord refuses', async () => {
    const { platform, listener } = await prepare({ terms: { token: 'wrong' } });

    await expect(platform.start(listener)).rejects.toMatchObject({
      code: 'DISCORD_TOKEN_REJECTED',
      hint: expect.stringContaining('Reset Token'),
    });
  });

  it('names a token that the gateway refuses', async () => {
    const { discord, platform, listener } = await prepare();
    discord.turnAway(4004);

    await expect(platform.start(listener)).rejects.toMatchObject({ code: 'DISCORD_TOKEN_REJECTED' });
  });

  it('names the intent that is not switched on, and where it is', async () => {
    const { platform, listener } = await prepare({ allowMessageContent: false });

    await expect(platform.start(listener)).rejects.toMatchObject({
      code: 'DISCORD_INTENTS_DISALLOWED',
      hint: expect.stringMatching(/Bot.*"Message Content Intent"/),
    });
  });

  it('gives up at its own deadline where Discord closes every connection', async () => {
    const { discord, clock, platform, listener } = await prepare({ terms: { startDeadlineSeconds: 20 } });
    discord.turnAway(4000);
    const starting = platform.start(listener).catch((error: unknown) => error);
    await discord.waitFor(() => discord.ops.some(({ op }) => op === IDENTIFY));
    await clock.advance(20 * SECOND);

    const failure = await starting;

    expect(failure).toMatchObject({ code: 'DISCORD_UNREACHABLE' });
  });

  it('says when Discord cannot be reached at all', async () => {
    const { discord, platform, listener } = await prepare();
    await discord.stop();

    await expect(platform.start(listener)).rejects.toMatchObject({ code: 'DISCORD_UNREACHABLE' });
  });

  it('is ready once it has started, and says that it is connected', async () => {
    const { platform, told } = await open();

    expect(told.ready).toBe(1);
    expect(platform.health()).toMatchObject({ connected: true, rateLimits: 0 });
  });
});

describe.concurrent('a lost connection', () => {
  it.each(['close', 4000, 4009, 'reconnect', 'invalid-resumable'] as const)(
    'by %s is resumed, and what was missed is told once',
    async (how) => {
      const { discord, told, ana, channel } = await open();
      discord.kick(how);
      discord.say(ana, channel, 'said meanwhile');

      await discord.waitFor(() => texts(told).includes('said meanwhile'));
      await discord.settled();

      expect(discord.ops.some(({ op }) => op === RESUME)).toBe(true);
      expect(new Set(told.events.map(({ dedupe }) => dedupe)).size).toBe(1);
      // It says that it was away, where the socket was closed at all, and that what there is may be read again.
      expect(told.away > 0).toBe(how !== 'invalid-resumable');
      expect(told.ready).toBe(2);
    },
  );

  it('by a heartbeat without answer is noticed and resumed', async () => {
    const { discord, told, ana, channel } = await open({ heartbeatMilliseconds: 50 });
    discord.pauseAcks();
    await discord.waitFor(() => discord.ops.some(({ op }) => op === RESUME) || discord.connected === 0);
    discord.resumeAcks();
    discord.say(ana, channel, 'said meanwhile');

    await discord.waitFor(() => texts(told).includes('said meanwhile'));

    expect(discord.ops.some(({ op }) => op === RESUME)).toBe(true);
  });

  it.each([1000, 'invalid'] as const)('by %s begins anew: ready comes before all that follows', async (how) => {
    const { discord, platform, told, ana, channel, listener } = await open();
    const cursor = discord.say(ana, channel, 'before');
    await discord.settled();
    let toldBeforeReady = -1;
    const { ready } = listener;
    listener.ready = () => {
      ready();
      toldBeforeReady = told.events.length;
    };
    discord.kick(how);
    discord.forgetSessions();
    discord.say(ana, channel, 'lost to the gateway');
    await discord.waitFor(() => told.ready === 2);
    discord.say(ana, channel, 'after');
    await discord.waitFor(() => texts(told).includes('after'));

    const missed: string[] = [];
    for await (const { text } of platform.history(channel, cursor)) missed.push(text);

    expect(toldBeforeReady).toBe(1);
    expect(texts(told)).toEqual(['before', 'after']);
    expect(missed).toEqual(['lost to the gateway', 'after']);
  });

  it.each([
    [4004, 'DISCORD_TOKEN_REJECTED'],
    [4014, 'DISCORD_INTENTS_DISALLOWED'],
  ] as const)('for good (%s) is told, so that the process can end', async (how, code) => {
    const { discord, told } = await open();

    discord.kick(how);
    await discord.waitFor(() => told.fatal.length > 0);

    expect(told.fatal.map((error) => error.code)).toEqual([code]);
  });

  it('shows in the health while Discord is down, and heals when it is back', async () => {
    const { discord, platform } = await open();
    await discord.stop();
    await discord.waitFor(() => !platform.health().connected);

    await discord.start();

    await discord.waitFor(() => platform.health().connected);
  });
});

describe.concurrent('an absence', () => {
  const linesOf = ({ lines }: Told) => lines.filter((line) => line.includes('Discord'));

  it('of more than two minutes is told to the host once, and so is its end, and neither names anybody', async () => {
    const { discord, clock, told } = await open();
    await discord.stop();
    await discord.waitFor(() => told.away > 1); // it tries again and again
    await clock.advance(2 * MINUTE - SECOND);
    const early = linesOf(told);

    await clock.advance(10 * MINUTE);
    await discord.start();
    await discord.waitFor(() => linesOf(told).length > 1);

    expect(early).toEqual([]);
    expect(linesOf(told)).toEqual([
      'warn Discord has been out of reach for two minutes; Nod hears and sends nothing {}',
      'info Discord is back {}',
    ]);
  });

  it('of less is not worth a word', async () => {
    const { discord, clock, told } = await open();
    discord.kick('close');
    await discord.waitFor(() => told.away > 0);
    await clock.advance(MINUTE);
    await discord.waitFor(() => told.ready === 2);

    await clock.advance(5 * MINUTE);

    expect(linesOf(told)).toEqual([]);
  });

  it('that Nod is stopped in ends without a word', async () => {
    const { discord, clock, platform, told } = await open();
    await discord.stop();
    await discord.waitFor(() => told.away > 0);

    await platform.stop();
    await clock.advance(5 * MINUTE);

    expect(linesOf(told)).toEqual([]);
  });
});

describe.concurrent('stopping', () => {
  it('says goodbye, and nothing is told afterwards', async () => {
    const { discord, platform, told, ana, channel } = await open();

    await platform.stop();
    discord.say(ana, channel, 'too late');
    await discord.settled();

    expect(discord.connected).toBe(0);
    expect(told.events).toEqual([]);
    expect(platform.health().connected).toBe(false);
  });

  it('ends a start that is still waiting', async () => {
    const { discord, clock, platform, listener } = await prepare();
    discord.turnAway(4000);
    const starting = platform.start(listener).catch((error: unknown) => error);
    await discord.waitFor(() => discord.ops.some(({ op }) => op === IDENTIFY));

    const stopping = platform.stop();
    await clock.advance(6 * SECOND); // a goodbye that nobody hears takes five
    await stopping;

    expect(await starting).toMatchObject({ code: 'DISCORD_UNREACHABLE' });
  });
});
