import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';
import {
  A_WORRY,
  AN_ANSWER,
  answerWorry,
  COUPLE,
  countsIn,
  LISTENING,
  LONG_ENOUGH,
  NOTHING,
  namingLines,
  RESTING,
  restsOf,
  speakPast,
  statusOfBoth,
  unasked,
} from './support/channel-stage.ts';
import { consent, invite } from './support/consenting.ts';
import { openStage, type Stage } from './support/stage.ts';

/**
 * What becomes of a couple as their channel, their server and they themselves come and go: nothing is lost that
 * should stay, nothing kept that should go, and nobody is written to about it.
 */

const RENEWAL_LINE = 'Nod would like to ask you again whether this is still fine. Only you see this.';

let stage: Stage;
afterEach(async () => {
  const named = namingLines(stage);
  await stage.close();
  expect(named, 'the log names nobody').toEqual([]);
});

/** A worry and its answer, in a channel that Nod cannot read. */
async function answerUnheard({ discord, ana, ben, channel, wait }: Stage): Promise<void> {
  discord.say(ana, channel, A_WORRY);
  await wait(2 * MINUTE);
  discord.say(ben, channel, AN_ANSWER);
}

describe('a channel that is deleted', () => {
  it('leaves Nod resting for both, with what was given still theirs, and no whisper about it', async () => {
    stage = await openStage();
    await answerWorry(stage);
    await speakPast(stage);

    stage.discord.deleteChannel(stage.channel);
    await stage.settled();
    await stage.wait(LONG_ENOUGH);

    expect(await statusOfBoth(stage)).toEqual([RESTING, RESTING]);
    expect(unasked(stage)).toEqual([]);
    expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 1, whispers: 0 });
  });

  it('takes back the whisper that is out, since there is nothing left to answer', async () => {
    stage = await openStage();
    await speakPast(stage);
    await stage.wait(LONG_ENOUGH);
    const before = unasked(stage);

    stage.discord.deleteChannel(stage.channel);
    await stage.settled();
    await stage.wait(MINUTE);

    expect(before).toEqual(['Something small, when you have a minute.']);
    expect(unasked(stage)).toEqual(['All done here.']);
  });

  it('leaves no id of what was open behind after two days', async () => {
    stage = await openStage();
    const { discord, channel, ana, say, wait, settled } = stage;
    const worry = await say(ana, A_WORRY);
    await wait(2 * MINUTE);
    await say(ana, 'on the bus'); // up to where Nod has read

    discord.deleteChannel(channel);
    await settled();
    await wait(2 * DAY + HOUR);
    await stage.stop();

    expect(findWords(databaseBytes(stage.file), [worry])).toEqual([]);
  });

  it('leaves none in the file either while Nod goes on running', async () => {
    stage = await openStage();
    const worry = await stage.say(stage.ana, A_WORRY);
    await stage.wait(2 * MINUTE);
    await stage.say(stage.ben, 'on the bus'); // up to where Nod has read
    await stage.wait(DAY);
    const before = findWords(databaseBytes(stage.file), [worry]);

    await stage.wait(DAY + HOUR);

    expect(before).not.toEqual([]);
    expect(findWords(databaseBytes(stage.file), [worry])).toEqual([]);
  });

  it('lets each of them leave, after which nothing of them rests', async () => {
    stage = await openStage();
    const { discord, ana, ben, channel, press, settled } = stage;
    await answerWorry(stage);
    discord.deleteChannel(channel);
    await settled();

    for (const by of [ana, ben]) {
      const asked = await discord.shown(await discord.slash(by, discord.dm(by).channel, 'nod leave'));
      await press(by, asked.id, /^leave:yes/);
    }

    expect(countsIn(await restsOf(stage))).toEqual(NOTHING);
  });
});

describe('a server that Nod is removed from', () => {
  it('is listened to again once Nod is back, and what was said between stays unread', async () => {
    stage = await openStage();
    const { discord, guild, settled, wait } = stage;
    discord.removeMember(guild, discord.bot);
    await settled();
    const without = await statusOfBoth(stage);
    await answerUnheard(stage);
    await wait(HOUR);

    discord.addMember(guild, discord.bot);
    await settled();
    await wait(5 * MINUTE);

    expect(without).toEqual([RESTING, RESTING]);
    expect(await statusOfBoth(stage)).toEqual([LISTENING, LISTENING]);
    expect(unasked(stage)).toEqual([]);
    expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 0 });
  });
});

describe('a server that Nod is removed from and comes back to while it is not running', () => {
  it('leaves what was said while it was shut out unread', async () => {
    stage = await openStage();
    const { discord, guild, settled, wait } = stage;
    discord.removeMember(guild, discord.bot);
    await settled();
    await answerUnheard(stage);
    await stage.stop();

    discord.addMember(guild, discord.bot);
    await stage.start();
    await wait(5 * MINUTE);

    expect(await statusOfBoth(stage)).toEqual([LISTENING, LISTENING]);
    expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 0 });
  });
});

describe('another name for the server or the channel', () => {
  it('changes nothing', async () => {
    stage = await openStage();
    const { discord, channel, guild, settled } = stage;

    discord.renameChannel(channel, 'ours');
    discord.renameGuild(guild, 'Somewhere');
    await settled();
    await answerWorry(stage);

    expect(await statusOfBoth(stage)).toEqual([LISTENING, LISTENING]);
    expect(unasked(stage)).toEqual([]);
    expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 1 });
  });
});

describe('a partner who leaves the server', () => {
  it('lets Nod rest for both from the next look on, and listen again after they are back', async () => {
    stage = await openStage();
    const { discord, ana, ben, channel, guild, wait, say } = stage;
    await answerWorry(stage);
    discord.removeMember(guild, ben); // of which Discord tells only bots with the intent for members
    await wait(HOUR);
    const unnoticed = await statusOfBoth(stage);
    await wait(DAY);
    const without = await statusOfBoth(stage);
    const between = await say(ana, A_WORRY);
    await wait(HOUR);

    discord.addMember(guild, ben);
    await wait(DAY);
    const within = await statusOfBoth(stage);
    await answerWorry(stage);

    expect(unnoticed).toEqual([LISTENING, LISTENING]);
    expect(without).toEqual([RESTING, RESTING]);
    expect(within).toEqual([LISTENING, LISTENING]);
    expect(unasked(stage)).toEqual([]);
    expect(discord.messages(channel).filter(({ author }) => author.id === discord.bot)).toEqual([]);
    expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 2 });
    expect(findWords(databaseBytes(stage.file), [between])).toEqual([]);
  });
});

describe('somebody new who can read the channel', () => {
  it('has both asked again, each with their next answer and by the neutral line they agreed to', async () => {
    stage = await openStage({ couple: false });
    const { discord, ana, ben, cam, channel, guild, wait, ask, settled } = stage;
    const card = await invite(stage);
    for (const by of [ana, ben]) await consent(stage, by, card, { city: 'nowhere', hours: {} });
    await wait(MINUTE);
    const before = [await ask(ana, 'status'), await ask(ben, 'status')];

    const dan = discord.addUser({ name: 'Dan' });
    discord.addMember(guild, dan);
    discord.showTo(channel, [ana, ben, cam, dan, discord.bot]);
    await settled();
    await wait(MINUTE);
    const after = [await ask(ana, 'status'), await ask(ben, 'status')];

    expect(before).toEqual([LISTENING, LISTENING]);
    expect(after).toEqual(Array(2).fill(`${LISTENING}\n\n${RENEWAL_LINE}`));
    expect(new Set(unasked(stage))).toEqual(new Set(['Something small, when you have a minute.']));
  });
});

describe('permissions that are taken from Nod', () => {
  it.each([
    ['View Channel', Permission.ViewChannel],
    ['Read Message History', Permission.ReadMessageHistory],
  ])('and given back (%s): it rests, then listens again, and reads nothing from between', async (_, permission) => {
    stage = await openStage();
    const { discord, channel, settled, wait } = stage;
    const all = Permission.ViewChannel | Permission.SendMessages | Permission.ReadMessageHistory;
    discord.overwrite(channel, discord.bot, { allow: all & ~permission, deny: permission });
    await settled();
    const without = await statusOfBoth(stage);
    await answerUnheard(stage);
    await wait(HOUR);

    discord.overwrite(channel, discord.bot, { allow: all });
    await settled();
    await wait(5 * MINUTE);

    expect(without).toEqual([RESTING, RESTING]);
    expect(await statusOfBoth(stage)).toEqual([LISTENING, LISTENING]);
    expect(unasked(stage)).toEqual([]);
    expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 0 });
  });

  it('by the role of everybody does the same', async () => {
    stage = await openStage();
    const { discord, channel, guild, settled, wait } = stage;
    const all = discord.world.guild(guild).everyone;
    discord.showTo(channel, 'everyone');
    await settled();
    const before = await statusOfBoth(stage);

    discord.allowEveryone(guild, all & ~Permission.ViewChannel);
    await settled();
    await wait(MINUTE);
    const without = await statusOfBoth(stage);
    discord.allowEveryone(guild, all);
    await settled();
    await wait(MINUTE);

    expect(before).toEqual([LISTENING, LISTENING]);
    expect(without).toEqual([RESTING, RESTING]);
    expect(await statusOfBoth(stage)).toEqual([LISTENING, LISTENING]);
    expect(unasked(stage)).toEqual([]);
  });

  it('without a word is noticed at the next daily look, and so is their return', async () => {
    stage = await openStage();
    const { discord, channel, wait } = stage;
    const { overwrites } = discord.world.channel(channel);
    const rule = overwrites.get(discord.bot);
    if (rule === undefined) throw new Error('The channel says nothing of Nod.');

    overwrites.delete(discord.bot);
    await wait(DAY);
    const without = await statusOfBoth(stage);
    overwrites.set(discord.bot, rule);
    await wait(DAY);

    expect(without).toEqual([RESTING, RESTING]);
    expect(await statusOfBoth(stage)).toEqual([LISTENING, LISTENING]);
    expect(unasked(stage)).toEqual([]);
  });
});
