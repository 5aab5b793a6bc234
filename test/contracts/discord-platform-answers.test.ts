import { InteractionResponseType as Answered, MessageFlags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECOND } from '../../src/domain/time.ts';
import { openStage, type Stage } from '../platforms/discord/stage.ts';
import { asked, CARD, COMMANDS, FORM, finish, pressed } from '../platforms/discord/trial-commands.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ commands: COMMANDS });
});
afterAll(() => stage.close());

const isEphemeral = (flags: number | undefined) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

describe('a command', () => {
  it('is answered for the asker’s eyes only, in a server and in direct messages', async () => {
    const { discord, ana, ben, channel } = stage;

    const inServer = await discord.slash(ana, channel, 'nod try', { who: ben });
    const direct = await discord.slash(ana, discord.dm(ana).channel, 'nod try');

    expect(isEphemeral(inServer.data.flags) && isEphemeral(direct.data.flags)).toBe(true);
    expect(asked.slice(-2)).toEqual([
      { by: ana, channel, where: 'server', locale: 'en-US', at: stage.clock.now(), options: { who: ben } },
      { by: ana, channel: discord.dm(ana).channel, where: 'dm', locale: 'en-US', at: stage.clock.now(), options: {} },
    ]);
  });

  it('gives its buttons to the one who asked', async () => {
    const { discord, ana, channel } = stage;

    const answer = await discord.slash(ana, channel, 'nod try');

    expect(JSON.stringify(answer.data.components)).toContain(`"custom_id":"try:new:7:1:${ana}"`);
  });

  it('for servers only is refused kindly in direct messages', async () => {
    const { discord, ana, channel } = stage;

    const direct = await discord.slash(ana, discord.dm(ana).channel, 'nod here');
    const inServer = await discord.slash(ana, channel, 'nod here');

    expect(direct.data.content).toBe('This works only in a server. Use it in the channel that the two of you share.');
    expect(inServer.data.content).toBe('Here');
  });

  it('that takes long is acknowledged in time and answered later', async () => {
    const { discord, clock, ana, channel } = stage;
    const answering = discord.slash(ana, channel, 'nod data slow');
    await discord.settled();
    await clock.advance(1.5 * SECOND);

    const answer = await answering;
    finish({ card: { text: 'At last' } });
    const shown = await discord.shown(answer);

    expect(answer.type).toBe(Answered.DeferredChannelMessageWithSource);
    expect(isEphemeral(answer.data.flags)).toBe(true);
    expect(shown.content).toBe('At last');
  });

  it.each([0, 1.5])('can hand over a file, also after %s s', async (seconds) => {
    const { discord, clock, ana, channel } = stage;
    const answering = discord.slash(ana, channel, 'nod data slow');
    await discord.settled();
    await clock.advance(seconds * SECOND);
    finish({ card: { text: 'Here it is' }, file: { name: 'yours.json', text: '{"ü":1}' } });

    const shown = await discord.shown(await answering);

    const [attached] = shown.attachments;
    expect(shown.content).toBe('Here it is');
    expect(isEphemeral(shown.flags)).toBe(true);
    expect(attached?.filename).toBe('yours.json');
    expect(Buffer.from(discord.world.files.get(attached?.id ?? '') ?? []).toString()).toBe('{"ü":1}');
  });

  it('that fails says what to do, and logs a code and no words', async () => {
    const { discord, ana, channel, told } = stage;

    const kindly = await discord.slash(ana, channel, 'nod fails kindly');
    const plainly = await discord.slash(ana, channel, 'nod fails plainly');

    expect(kindly.data.content).toBe('That is no time. Try 17:30.');
    expect(plainly.data.content).toMatch(/^Something unexpected went wrong in Nod\./);
    expect(told.lines).toContain('debug a command could not do what was asked {"code":"WRONG_PLACE"}');
    expect(told.lines).toContain('error a command failed {"code":"UNEXPECTED"}');
    expect(told.lines.join('\n')).not.toContain('secret');
  });

  it('offers at most 25 completions, and none where that fails', async () => {
    const { discord, ana, channel } = stage;

    const many = await discord.complete(ana, channel, { path: 'nod try', option: 'zone', text: 'eu' });
    const none = await discord.complete(ana, channel, { path: 'nod try', option: 'zone', text: 'fail' });

    expect(many.choices).toHaveLength(25);
    expect(many.choices?.[0]).toEqual({ name: 'eu/0', value: 'eu/0' });
    expect(none.choices).toEqual([]);
  });
});

describe('a press', () => {
  it('on one’s own card can replace it, or add another', async () => {
    const { discord, ana, channel } = stage;
    const card = await discord.slash(ana, channel, 'nod try');

    const added = await discord.press(ana, card, 'New');
    const replaced = await discord.press(ana, card, 'Again');

    expect(added.type).toBe(Answered.ChannelMessageWithSource);
    expect(isEphemeral(added.data.flags)).toBe(true);
    expect(replaced.type).toBe(Answered.UpdateMessage);
    expect(discord.message(card)?.content).toBe('Changed');
    expect(pressed.at(-2)).toMatchObject({ by: ana, action: 'new', id: '7:1', values: [], fields: {} });
  });

  it('on a card that everyone sees never changes it', async () => {
    const { discord, platform, ben, channel } = stage;
    const { message } = await platform.post(channel, CARD, 'post.1');

    const answer = await discord.press(ben, message, 'Again');

    expect(isEphemeral(answer.data.flags)).toBe(true);
    expect(discord.message(message)?.content).toBe('A card');
  });

  it('on a direct message is answered for the moment only', async () => {
    const { discord, platform, ben } = stage;
    const { message } = await platform.whisper(ben, CARD, '7.50');

    const answer = await discord.press(ben, message, 'New');

    expect(answer.data.content).toBe('Added');
    expect(isEphemeral(answer.data.flags)).toBe(true);
  });

  it('on somebody else’s button does nothing', async () => {
    const { discord, ana, ben, channel } = stage;
    const forAna = `try:new:7.1:${ana}`;
    const posted = discord.world.channel(channel);
    const row = { type: 1, components: [{ type: 2, style: 2, label: 'Hers', custom_id: forAna }] };
    const { message } = await stage.platform.post(channel, CARD, 'post.2');
    const held = posted.messages.get(message);
    if (held) held.message = { ...held.message, components: [row as never] };
    const before = pressed.length;

    const answer = await discord.press(ben, message, 'Hers');

    expect(answer.data.content).toBe('This card was made for somebody else. Use /nod yourself to get your own.');
    expect(isEphemeral(answer.data.flags)).toBe(true);
    expect(pressed).toHaveLength(before);
  });

  it('on a button of an older Nod is answered', async () => {
    const { discord, ana, channel } = stage;
    const card = await discord.slash(ana, channel, 'nod try');

    const answer = await discord.press(ana, card, 'Gone');

    expect(answer.data.content).toMatch(/^This card is out of date\./);
  });

  it('still works after Nod was started again', async () => {
    const first = await openStage({ commands: COMMANDS });
    const card = await first.discord.slash(first.ana, first.channel, 'nod try');
    await first.platform.stop();
    const again = await first.anotherPlatform();

    const answer = await first.discord.press(first.ana, card, 'New');

    await again.stop();
    await first.close();
    expect(answer.data.content).toBe('Added');
  });

  it('that takes long leaves the card as it is until there is an answer', async () => {
    const { discord, clock, ana, channel } = stage;
    const card = await discord.slash(ana, channel, 'nod try');
    const answering = discord.press(ana, card, 'Slow');
    await discord.settled();
    await clock.advance(1.5 * SECOND);

    const answer = await answering;
    const meanwhile = discord.message(card)?.content;
    finish({ card: { text: 'At last' }, replace: true });
    await discord.waitFor(() => answer.edits.length);

    expect(answer.type).toBe(Answered.DeferredMessageUpdate);
    expect(meanwhile).toBe('A card');
    expect(discord.message(card)?.content).toBe('At last');
  });

  it('can hand over a file beside the card it came from', async () => {
    const { discord, clock, ana, channel } = stage;
    const card = await discord.slash(ana, channel, 'nod try');
    const answering = discord.press(ana, card, 'Slow');
    await discord.settled();
    await clock.advance(1.5 * SECOND);
    const answer = await answering;

    finish({ card: { text: 'Here it is' }, file: { name: 'yours.json', text: '{}' } });
    const added = await discord.waitFor(() => answer.followUps[0]);

    expect(discord.message(added)?.attachments).toMatchObject([{ filename: 'yours.json', size: 2 }]);
    expect(discord.message(added)?.flags).toBe(MessageFlags.Ephemeral);
  });

  it('that takes long and adds a card adds it for the presser only', async () => {
    const { discord, clock, ana, channel } = stage;
    const card = await discord.slash(ana, channel, 'nod try');
    const answering = discord.press(ana, card, 'Slow');
    await discord.settled();
    await clock.advance(1.5 * SECOND);
    const answer = await answering;

    finish({ card: { text: 'At last' } });
    const added = await discord.waitFor(() => answer.followUps[0]);

    expect(discord.message(added)).toMatchObject({ content: 'At last', flags: MessageFlags.Ephemeral });
    expect(discord.message(card)?.content).toBe('A card');
  });

  it('that comes too late to open a form says so', async () => {
    const { discord, clock, ana, channel } = stage;
    const card = await discord.slash(ana, channel, 'nod try');
    const answering = discord.press(ana, card, 'Slow');
    await discord.settled();
    await clock.advance(1.5 * SECOND);
    const answer = await answering;

    finish({ modal: FORM });
    const added = await discord.waitFor(() => answer.followUps[0]);

    expect(discord.message(added)?.content).toMatch(/try once more/);
  });

  it('is carried out once, though told twice', async () => {
    const { discord, ana, channel } = stage;
    const card = await discord.slash(ana, channel, 'nod try');
    await discord.press(ana, card, 'New');
    const before = pressed.length;
    const path = discord.rest.findLast((call) => call.path.endsWith('/callback'))?.path ?? '';
    const [, , id = '', token = ''] = path.split('/');
    const data = { custom_id: `try:new:7:1:${ana}`, component_type: 2 };
    const by = { member: { user: { id: ana } }, locale: 'en-US', guild_id: stage.guild };
    const shared = { application_id: discord.bot, channel: { id: channel }, channel_id: channel, entitlements: [] };
    const granted = { app_permissions: '0', authorizing_integration_owners: {} };
    const repeat = { id, token, type: 3, data, ...by, ...shared, ...granted, message: discord.message(card) };

    discord['gateway'].dispatch({ t: 'INTERACTION_CREATE', d: repeat } as never, stage.guild);
    await discord.settled();

    expect(pressed).toHaveLength(before);
  });

  it.each([10062, 40060] as const)('whose answer comes to nothing (%s) harms nobody', async (how) => {
    const { discord, ana, channel, told } = stage;
    const card = await discord.slash(ana, channel, 'nod try');
    discord.fault({ match: '/callback', how });
    void discord.press(ana, card, 'New').catch(() => {});
    await discord.waitFor(() => told.lines.some((line) => line.includes(`DISCORD_${how}`)));

    const next = await discord.press(ana, card, 'New');

    expect(next.data.content).toBe('Added');
  });
});

describe('a choice and a form', () => {
  it('hand over what was chosen', async () => {
    const { discord, ana, channel } = stage;
    const card = await discord.slash(ana, channel, 'nod try');

    await discord.choose(ana, card, /^try:chosen/, ['1', '2']);

    expect(pressed.at(-1)).toMatchObject({ action: 'chosen', values: ['1', '2'], id: '' });
  });

  it('hand over what was typed, and replace the card the form came from', async () => {
    const { discord, ana, channel } = stage;
    const card = await discord.slash(ana, channel, 'nod try');
    const opened = await discord.press(ana, card, 'Form');

    const answer = await discord.submit(ana, opened.modal?.custom_id ?? '', { until: '17:30' });

    expect(opened.modal).toMatchObject({ title: 'When?', custom_id: `try:filled:9:${ana}` });
    expect(pressed.at(-1)).toMatchObject({ action: 'filled', id: '9', fields: { until: '17:30' } });
    expect(answer.type).toBe(Answered.UpdateMessage);
    expect(discord.message(card)?.content).toBe('Filled');
  });
});
