import { readFileSync } from 'node:fs';
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import { rowsIn } from './support/rows.ts';
import { openStage, type Stage, type StageChoices } from './support/stage.ts';

/** What people, servers and Discord itself do wrong, over the whole of Nod: it says so to whom it concerns, or keeps still. */

let stage: Stage;
afterEach(() => stage.close());

async function open(choices: StageChoices = {}): Promise<Stage> {
  stage = await openStage(choices);
  return stage;
}

const NEUTRAL = 'Something small, when you have a minute.';

/** Good news is spoken past: a quarter of an hour after it Ben is due a whisper. */
async function speakPast({ ana, ben, say, wait }: Stage): Promise<void> {
  await say(ana, "i got the promotion!!! i'm so happy 🎉");
  await wait(2 * MINUTE);
  await say(ben, 'did you move the car?');
}

/** A button with any id at all, as no client would let a person press it. */
async function forge({ discord, cam, channel, press }: Stage, by: PersonId, customId: string): Promise<string> {
  const id = discord.say(cam, channel, 'x');
  const { held } = discord.world.message(id);
  const button = { type: 2, style: 1, label: 'forged', custom_id: customId } as const;
  held.message = { ...held.message, components: [{ type: 1, components: [button] }] };
  return (await press(by, id, 'forged')).content;
}

/** What Nod has said where everyone sees it. */
function postsOf({ discord, channel }: Stage): readonly string[] {
  return discord
    .messages(channel)
    .filter(({ author }) => author.id === discord.bot)
    .map(({ content }) => content);
}

const logOf = ({ logFile }: Stage) => readFileSync(logFile, 'utf8');

/** What `/nod …` answers in the direct messages with Nod. */
async function askInDirect({ discord, settled }: Stage, by: PersonId, path: string, options = {}): Promise<string> {
  const shown = await discord.shown(await discord.slash(by, discord.dm(by).channel, `nod ${path}`, options));
  await settled();
  return shown.content;
}

/** What being let into a channel means. */
const LET_IN = Permission.ViewChannel | Permission.SendMessages | Permission.ReadMessageHistory;

describe('asking for Nod', () => {
  it.each([
    ['View Channel', Permission.ViewChannel],
    ['Send Messages', Permission.SendMessages],
    ['Read Message History', Permission.ReadMessageHistory],
  ])('where Nod lacks %s names the permission, asks nobody and keeps nothing', async (name, deny) => {
    const { discord, ana, ben, channel, ask, file, stop } = await open({ couple: false });
    discord.overwrite(channel, discord.bot, { allow: LET_IN & ~deny, deny });

    const answer = await ask(ana, 'start', { partner: ben });

    expect(answer).toMatch(new RegExp(`^Nod cannot work in this channel yet: it lacks .*${name}.*\\. Give Nod`));
    expect(postsOf(stage)).toEqual([]);
    await stop();
    expect(rowsIn(file)).toMatchObject({ dyads: [], partners: [], invitations: [] });
  });

  it('in direct messages says where it works', async () => {
    const { ana, ben, file, stop } = await open({ couple: false });

    const answer = await askInDirect(stage, ana, 'start', { partner: ben });

    expect(answer).toBe('This works only in a server. Use it in the channel that the two of you share.');
    await stop();
    expect(rowsIn(file)).toMatchObject({ dyads: [], partners: [] });
  });

  it('oneself, a bot or somebody who does not see the channel is refused with what to do', async () => {
    const { discord, ana, guild, ask } = await open({ couple: false });
    const bot = discord.addUser({ name: 'Other bot', bot: true });
    const dan = discord.addUser({ name: 'Dan' });
    for (const one of [bot, dan]) discord.addMember(guild, one);

    const answers = [];
    for (const partner of [ana, bot, dan]) answers.push(await ask(ana, 'start', { partner }));

    expect(answers).toEqual([
      'You cannot start Nod with yourself. Name your partner instead.',
      'Nod is for two people, not for a bot. Name your partner instead.',
      'Both of you need to see this channel. Add your partner to it, then ask again.',
    ]);
    expect(postsOf(stage)).toEqual([]);
  });

  it('too long ago opens no card any more, and nothing comes of one still open', async () => {
    const { discord, ana, ben, channel, ask, press, wait, file, stop } = await open({ couple: false });
    await ask(ana, 'start', { partner: ben });
    const card = discord.messages(channel).find(({ author }) => author.id === discord.bot);
    const draft = await press(ben, card?.id ?? '', 'Choose privately');
    const before = draft.content;
    await wait(73 * HOUR);

    const opened = await press(ana, card?.id ?? '', 'Choose privately');
    const agreed = await forge(stage, ben, `start:agree:1.B.K7H...E~Berlin:${ben}`);

    expect(before).toContain("Nod runs on Sam's computer.");
    expect(opened.content).not.toContain("Nod runs on Sam's computer.");
    expect(agreed).toBe('This invitation has ended. Ask again with /nod start.');
    await stop();
    expect(rowsIn(file)['ledger']).toEqual([]);
  });
});

describe('a button that is not one’s own', () => {
  it('does nothing, whoever presses it and however it is made up', async () => {
    const { ana, ben, cam, wait, file, stop, whispersTo } = await open();
    await speakPast(stage);
    await wait(20 * MINUTE);
    expect(whispersTo(ben)).toEqual([NEUTRAL]);

    const notYours = [];
    for (const presser of [ana, cam]) notYours.push(await forge(stage, presser, `whisper:open:1.1:${ben}`));
    const moot = [];
    for (const id of [
      `whisper:open:1.1:${ana}`,
      'whisper:open:1.1:0',
      'whisper:talked:1.1:0',
      'whisper:not-this:1.1:0',
    ])
      moot.push(await forge(stage, ana, id));
    const strangers = [];
    for (const id of ['whisper:stop::0', 'whisper:later::0', 'leave:yes::0', 'settings:nudges:2:0'])
      strangers.push(await forge(stage, cam, id));
    const agreed = await forge(stage, cam, 'start:agree:1.B.K7H...E~Berlin:0');

    expect(new Set(notYours)).toEqual(
      new Set(['This card was made for somebody else. Use /nod yourself to get your own.']),
    );
    expect(new Set(moot)).toEqual(new Set(['All done here.']));
    expect(new Set(strangers).size, strangers.join('\n')).toBe(1);
    expect(agreed).toBe('This invitation has ended. Ask again with /nod start.');
    expect(whispersTo(ben)).toEqual([NEUTRAL]);
    expect(logOf(stage)).not.toContain('"level":"error"');
    await stop();
    const rows = rowsIn(file);
    expect(rows['partners']).toHaveLength(2);
    expect(rows['ledger']).toEqual([]);
    expect(rows['outbox']).toHaveLength(1);
    expect(JSON.stringify(rows['dyads'])).not.toContain('opened');
  });

  it.each([
    'nonsense',
    ':::',
    'start:__proto__:1:0',
    'start:constructor:1:0',
    'toString:open:1.1:0',
    'start:choose:-1:0',
    'start:choose:99999999999999999999:0',
    'start:ticks:zzzzzzzzzz._.___.___.___.E~Berlin:0',
    'whisper:open:999999999999999999999.1:0',
    'whisper:open:1.0.1:0',
    'settings:ledger:-5:0',
    'settings:nudges:Infinity:0',
    'settings:picked:Mars/Olympus:0',
    `settings:exceptions:${'x'.repeat(70)}:0`,
  ])('%s is answered privately and breaks nothing', async (customId) => {
    const { ana, ask } = await open();

    const content = await forge(stage, ana, customId);

    expect(content).not.toBe('');
    expect(content).not.toContain('unexpected');
    expect(logOf(stage)).not.toContain('"level":"error"');
    expect(await ask(ana, 'status')).toBe('Nod is listening here.');
  });
});

describe('a place that is lost while the two talk', () => {
  const losses: readonly [string, (stage: Stage) => void][] = [
    ['a deleted channel', ({ discord, channel }) => discord.deleteChannel(channel)],
    ['a server that Nod is put out of', ({ discord, guild }) => discord.removeMember(guild, discord.bot)],
    ['a deleted server', ({ discord, guild }) => discord.removeGuild(guild)],
  ];

  it.each(losses)(
    '%s is one line in the log, rest for both, and no whisper about what was said there',
    async (_, lose) => {
      const { ana, ben, wait, settled, start, stop, whispersTo, fatal } = await open();
      await speakPast(stage);

      lose(stage);
      await settled();
      await wait(DAY);

      expect([whispersTo(ana), whispersTo(ben)]).toEqual([[], []]);
      expect(await askInDirect(stage, ana, 'status')).toBe('Nod is resting.');
      expect(await askInDirect(stage, ben, 'status')).toBe('Nod is resting.');
      expect(logOf(stage).match(/a channel could not be read/g)).toHaveLength(1);
      await stop();
      await start();
      expect(await askInDirect(stage, ben, 'status')).toBe('Nod is resting.');
      expect(fatal).toEqual([]);
    },
  );

  it('is read again once Nod is let in again, and what was missed is counted', async () => {
    const { discord, ana, ben, channel, say, wait, ask, settled } = await open();
    discord.overwrite(channel, discord.bot, { deny: Permission.ViewChannel });
    await settled();
    const resting = await askInDirect(stage, ana, 'status');
    await wait(MINUTE);

    discord.overwrite(channel, discord.bot, { allow: LET_IN });
    await settled();
    await say(ana, "i got the promotion!!! i'm so happy 🎉");
    await wait(2 * MINUTE);
    await say(ben, 'no way!! tell me everything, i am so proud of you');
    await wait(5 * MINUTE);

    expect(resting).toBe('Nod is resting.');
    expect(await ask(ana, 'status')).toBe('Nod is listening here.');
    expect(await ask(ben, 'me')).toContain('You shared the joy of good news');
  });
});

describe('a direct message that cannot be sent', () => {
  it('because they are closed is told at that person’s next command, never in the channel, and not tried again', async () => {
    const { discord, ana, ben, wait, ask, whispersTo } = await open();
    discord.closeDirectMessages(ben);
    await speakPast(stage);
    await wait(3 * DAY);
    const posts = discord.rest.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

    const told = { ana: await ask(ana, 'status'), ben: await ask(ben, 'status'), again: await ask(ben, 'status') };

    expect(posts.map(({ status }) => status)).toEqual([403]);
    expect(told.ana).toBe('Nod is listening here.');
    expect(told.ben).toMatch(/^Nod is listening here\.\n\n.*direct message/);
    expect(told.again).toBe('Nod is listening here.');
    expect(postsOf(stage)).toEqual([]);
    expect(whispersTo(ben)).toEqual([]);
  });

  it.each([
    [429, 1, false],
    [503, 2, false],
    [503, 10, false],
    [503, 8, true],
    ['hang', 1, false],
    ['hang', 1, true],
    ['reset', 3, false],
    ['reset', 1, true],
  ] as const)('for %s, %i times (taking effect: %s), is there once in the end', async (how, times, afterEffect) => {
    const { discord, ben, wait, whispersTo, file, stop } = await open({ requestTimeoutSeconds: 0.15 });
    await speakPast(stage);
    const match = `POST /channels/${discord.dm(ben).channel}/messages`;
    discord.fault({ match, how, times, ...(afterEffect ? { afterEffect } : {}) });

    await wait(30 * MINUTE);

    expect(whispersTo(ben)).toEqual([NEUTRAL]);
    await stop();
    expect(rowsIn(file)['outbox']).toMatchObject([{ sent_channel: discord.dm(ben).channel }]);
  });

  it('because the token was reset ends Nod, once, with what to do', async () => {
    const { discord, ben, wait, whispersTo, fatal } = await open();
    await speakPast(stage);
    discord.fault({ match: `POST /channels/${discord.dm(ben).channel}/messages`, how: 401 });

    await wait(10 * MINUTE);
    await wait(10 * MINUTE);

    expect(fatal.map(({ code, hint }) => [code, hint])).toEqual([
      ['DISCORD_TOKEN_REJECTED', expect.stringContaining('Reset Token')],
    ]);
    expect(whispersTo(ben)).toEqual([]);
  });
});
