import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import type { Platform } from '../../src/ports/platform.ts';
import type { Store } from '../../src/ports/store.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';
import {
  A_WORRY,
  AN_ANSWER,
  answerWorry,
  countsIn,
  LISTENING,
  LONG_ENOUGH,
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

const COUPLE = { couples: 1, partners: 2 };
const NOTHING = { couples: 0, partners: 0, moments: 0, whispers: 0, ledger: 0 };
const RENEWAL_LINE = 'Nod would like to ask you again whether this is still fine. Only you see this.';

let stage: Stage;
afterEach(async () => {
  const named = namingLines(stage);
  await stage.close();
  expect(named, 'the log names nobody').toEqual([]);
});

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
  it('is listened to again once Nod is back, and what was said between is read', async () => {
    stage = await openStage();
    const { discord, ana, ben, channel, guild, settled, wait } = stage;
    discord.removeMember(guild, discord.bot);
    await settled();
    const without = await statusOfBoth(stage);
    discord.say(ana, channel, A_WORRY);
    await wait(2 * MINUTE);
    discord.say(ben, channel, AN_ANSWER);
    await wait(HOUR);

    discord.addMember(guild, discord.bot);
    await settled();
    await wait(5 * MINUTE);

    expect(without).toEqual([RESTING, RESTING]);
    expect(await statusOfBoth(stage)).toEqual([LISTENING, LISTENING]);
    expect(unasked(stage)).toEqual([]);
    expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 1 });
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
    discord.removeMember(guild, ben);
    await wait(DAY);
    const without = await statusOfBoth(stage);
    const between = await say(ana, A_WORRY);
    await wait(HOUR);

    discord.addMember(guild, ben);
    await wait(DAY);
    const within = await statusOfBoth(stage);
    await answerWorry(stage);

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
  ])('and given back (%s): it rests, then listens again and reads what was said between', async (_, permission) => {
    stage = await openStage();
    const { discord, ana, ben, channel, settled, wait } = stage;
    const all = Permission.ViewChannel | Permission.SendMessages | Permission.ReadMessageHistory;
    discord.overwrite(channel, discord.bot, { allow: all & ~permission, deny: permission });
    await settled();
    const without = await statusOfBoth(stage);
    discord.say(ana, channel, A_WORRY);
    await wait(2 * MINUTE);
    discord.say(ben, channel, AN_ANSWER);
    await wait(HOUR);

    discord.overwrite(channel, discord.bot, { allow: all });
    await settled();
    await wait(5 * MINUTE);

    expect(without).toEqual([RESTING, RESTING]);
    expect(await statusOfBoth(stage)).toEqual([LISTENING, LISTENING]);
    expect(unasked(stage)).toEqual([]);
    expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 1 });
  });
});

/** Something that waits until it is let go. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Presses the last button of a command that asks once more. */
async function confirm({ discord, channel, press }: Stage, by: PersonId, path: string, button: RegExp) {
  const asked = await discord.shown(await discord.slash(by, channel, `nod ${path}`));
  return press(by, asked.id, button);
}

describe('changes of mind while something else is under way', () => {
  it('a pause while a batch is being saved: what was before it stays, nothing after it is heard', async () => {
    const gate = createGate();
    let isHeld = false;
    const store = (real: Store): Store => ({
      ...real,
      async commit(batch) {
        if (isHeld) await gate.opened;
        await real.commit(batch);
      },
    });
    stage = await openStage({ around: { store } });
    const { discord, ana, ben, channel, clock, settled } = stage;
    await answerWorry(stage);
    isHeld = true;
    discord.say(ana, channel, A_WORRY);
    void clock.advance(MINUTE);
    const pausing = discord.slash(ben, channel, 'nod pause');
    await discord.settled();
    const late = discord.say(ana, channel, 'and then the car broke down');
    await discord.settled();

    gate.open();
    const paused = await discord.shown(await pausing);
    await settled();

    expect(paused.content).toBe('Done, on your side.');
    expect(await statusOfBoth(stage)).toEqual([RESTING, RESTING]);
    expect(unasked(stage)).toEqual([]);
    expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 1 });
    expect(findWords(databaseBytes(stage.file), [late])).toEqual([]);
  });

  it('both leave at once: each reads that it is done, and nothing of either rests', async () => {
    stage = await openStage();
    const { ana, ben, settled } = stage;
    await speakPast(stage);
    await stage.wait(LONG_ENOUGH);

    const done = await Promise.all([ana, ben].map((by) => confirm(stage, by, 'leave', /^leave:yes/)));
    await settled();

    expect(done.map(({ content }) => content)).toEqual(['Done, on your side.', 'Done, on your side.']);
    expect(new Set(await statusOfBoth(stage)).size).toBe(1);
    expect(unasked(stage)).toEqual([]);
    expect(countsIn(await restsOf(stage))).toEqual(NOTHING);
    expect(findWords(databaseBytes(stage.file), [ana, ben, stage.channel])).toEqual([]);
  });

  it('one deletes everything while history is being read: nothing of them rests, and the other reads one line', async () => {
    const gate = createGate();
    let isHeld = false;
    const platform = (real: Platform): Platform => ({
      ...real,
      async *history(channel, after) {
        if (isHeld) await gate.opened;
        yield* real.history(channel, after);
      },
    });
    stage = await openStage({ around: { platform } });
    const { discord, ana, ben, channel, wait, settled } = stage;
    await answerWorry(stage);
    isHeld = true;
    discord.kick('invalid');
    discord.say(ana, channel, A_WORRY);
    discord.say(ben, channel, AN_ANSWER);
    await discord.waitFor(() => discord.connected === 1);
    await discord.settled();

    const deleted = await confirm(stage, ben, 'data delete', /^data\/delete:yes/);
    gate.open();
    await settled();
    await wait(HOUR);

    expect(deleted.content).toMatch(/^Done\./);
    expect((await statusOfBoth(stage))[0]).toBe(RESTING);
    expect(unasked(stage)).toEqual([]);
    await stage.stop();
    expect(findWords(databaseBytes(stage.file), [ben])).toEqual([]);
    expect(findWords(databaseBytes(stage.file), [ana])).not.toEqual([]);
  });
});
