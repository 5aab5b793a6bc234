import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  InteractionResponseType as Response,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { type CoupleStage, NOON, openStage, TOKEN } from '../support/fake-discord/couple-stage.ts';
import { connect, createClient } from '../support/fake-discord/real-client.ts';

const CARD = {
  content: 'a card',
  components: [
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('me:open:7:1').setLabel('Open').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('me:gone:7:1').setLabel('Gone').setStyle(ButtonStyle.Secondary).setDisabled(true),
    ),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('start:zone::1')
        .addOptions({ label: 'Berlin', value: 'Europe/Berlin' }, { label: 'Paris', value: 'Europe/Paris' }),
    ),
  ],
};

const FORM = new ModalBuilder()
  .setCustomId('settings:quiet::1')
  .setTitle('Quiet hours')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('From')
      .setTextInputComponent(
        new TextInputBuilder().setCustomId('from').setStyle(TextInputStyle.Short).setValue('22:00').setMaxLength(5),
      ),
  );

let now: number;
let stage: CoupleStage;
let client: Client<true>;

beforeEach(async () => {
  now = NOON;
  stage = await openStage({ now: () => now, patienceMilliseconds: 1_000 });
  client = await connect(createClient(stage.discord), TOKEN);
  await client.application.commands.set([{ name: 'nod', description: 'Everything Nod does' }]);
});

afterEach(async () => {
  await client.destroy();
  await stage.discord.stop();
});

/** Lets the bot answer every interaction in one way; what the answering throws is kept. */
function answering<I extends Interaction>(answer: (interaction: I) => Promise<unknown>): unknown[] {
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction as I).catch((error: unknown) => errors.push(error));
  });
  return errors;
}

const privately = { ...CARD, flags: MessageFlags.Ephemeral } as const;

describe('cards', () => {
  it('keeps an ephemeral answer from history and events, and lets its reader alone press it', async () => {
    const { discord, ana, ben, channel } = stage;
    const heard: unknown[] = [];
    client.on(Events.MessageCreate, (message) => heard.push(message.content));
    answering<ChatInputCommandInteraction>((interaction) => interaction.reply(privately));

    const answer = await discord.slash(ana, channel, 'nod');
    await discord.settled();

    expect([heard, discord.messages(channel)]).toEqual([[], []]);
    expect(discord.message(answer)?.content).toBe('a card');
    await expect(client.rest.get(`/channels/${channel}/messages/${answer.message}`)).rejects.toMatchObject({
      code: 10008,
    });
    await expect(discord.press(ben, answer, 'Open')).rejects.toThrow('Only its reader');
    await expect(discord.press(ana, answer, 'Gone')).rejects.toThrow('disabled');
    await expect(discord.press(ana, answer, 'No such thing')).rejects.toThrow('me:open:7:1');
  });

  it('goes from a command through a button, a select and a form, all on one card', async () => {
    const { discord, ana, channel } = stage;
    const seen: unknown[] = [];
    answering(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(privately);
      if (interaction.isButton()) await interaction.update({ content: `pressed ${interaction.customId}` });
      if (interaction.isStringSelectMenu()) {
        seen.push(interaction.values);
        await interaction.showModal(FORM);
      }
      if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        seen.push(interaction.fields.getTextInputValue('from'));
        await interaction.update({ content: 'done', components: [] });
      }
    });

    const card = await discord.slash(ana, channel, 'nod');
    await discord.press(ana, card, 'Open');
    expect(discord.message(card)).toMatchObject({ content: 'pressed me:open:7:1', components: [{}, {}] });
    const form = await discord.choose(ana, card, /^start:zone/, ['Europe/Paris']);
    expect([form.type, form.modal?.title]).toEqual([Response.Modal, 'Quiet hours']);
    await discord.submit(ana, 'settings:quiet::1', { from: '21:30' });

    expect(seen).toEqual([['Europe/Paris'], '21:30']);
    expect(discord.message(card)).toMatchObject({ content: 'done', components: [], flags: MessageFlags.Ephemeral });
  });

  it('holds a form to its fields and a select to its choices', async () => {
    const { discord, ana, channel } = stage;
    answering(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(privately);
      if (interaction.isButton()) await interaction.showModal(FORM);
    });
    const card = await discord.slash(ana, channel, 'nod');

    await discord.press(ana, card, 'Open');

    await expect(discord.submit(ana, 'settings:quiet::1', { until: '08:00' })).rejects.toThrow('no field "until"');
    await expect(discord.submit(ana, 'settings:quiet::1', { from: '' })).rejects.toThrow('must be filled in');
    await expect(discord.submit(ana, 'settings:quiet::1', { from: '21:30:00' })).rejects.toThrow('takes 5 characters');
    await expect(discord.choose(ana, card, /zone/, ['Mars'])).rejects.toThrow('not offered');
    await expect(discord.choose(ana, card, /zone/, [])).rejects.toThrow('Choose 1 to 1');
  });

  it('waits for a deferred answer to be filled in, keeps later edits and follow-ups, and forgets a deleted one', async () => {
    const { discord, ana, channel } = stage;
    answering<ChatInputCommandInteraction>(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('first');
      await interaction.editReply('second');
      await interaction.followUp(privately);
    });

    const answer = await discord.slash(ana, channel, 'nod');
    const shown = await discord.shown(answer);
    await discord.waitFor(() => answer.followUps.length > 0);

    expect(answer.type).toBe(Response.DeferredChannelMessageWithSource);
    expect(shown.flags).toBe(MessageFlags.Ephemeral);
    expect(answer.edits.map(({ content }) => content)).toEqual(['first', 'second']);
    expect(discord.message(answer.followUps[0] ?? '')?.content).toBe('a card');
  });

  it('lets a button in a direct message be answered for its presser’s eyes and the card be changed', async () => {
    const { discord, ana } = stage;
    await client.users.send(ana, CARD);
    answering(async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'opened', components: [] });
      await interaction.followUp({ content: 'only for you', flags: MessageFlags.Ephemeral });
    });
    const [card] = discord.dm(ana).messages;

    const answer = await discord.press(ana, card?.id ?? '', 'me:open:7:1');
    const shown = await discord.shown(answer);
    await discord.waitFor(() => answer.followUps.length > 0);

    expect([shown.id, shown.content]).toEqual([card?.id, 'opened']);
    expect(discord.dm(ana).messages.map(({ content }) => content)).toEqual(['opened']);
  });

  it('gives the message back that an answer made, and takes it away again', async () => {
    const { discord, ana, channel } = stage;
    const made: unknown[] = [];
    answering<ChatInputCommandInteraction>(async (interaction) => {
      const { resource } = await interaction.reply({ content: 'for all', withResponse: true });
      made.push(resource?.message?.content, (await interaction.fetchReply()).content);
      await interaction.deleteReply();
    });

    const answer = await discord.slash(ana, channel, 'nod');
    await discord.waitFor(() => discord.message(answer) === undefined);

    expect(made).toEqual(['for all', 'for all']);
  });
});

describe('time', () => {
  it('refuses a second acknowledgement and one after 3 s', async () => {
    const { discord, ana, channel } = stage;
    const late: ChatInputCommandInteraction[] = [];
    const errors = answering<ChatInputCommandInteraction>(async (interaction) => {
      late.push(interaction);
      if (late.length > 1) return;
      await interaction.reply('once');
      await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body: { type: 6 } });
    });

    await discord.slash(ana, channel, 'nod');
    await discord.waitFor(() => errors.length > 0);
    const unanswered = discord.slash(ana, channel, 'nod').catch((error: Error) => error.message);
    await discord.waitFor(() => late.length > 1);
    now += 4 * SECOND;

    expect(errors).toMatchObject([{ code: 40060 }]);
    await expect(late[1]?.reply('too late')).rejects.toMatchObject({ code: 10062 });
    await expect(unanswered).resolves.toMatch('no acknowledgement');
  });

  it('lets a token live for 15 minutes', async () => {
    const { discord, ana, channel } = stage;
    const held: ChatInputCommandInteraction[] = [];
    answering<ChatInputCommandInteraction>(async (interaction) => {
      held.push(interaction);
      await interaction.deferReply();
    });
    await discord.slash(ana, channel, 'nod');

    now += 14 * MINUTE;
    await held[0]?.editReply('in time');
    now += 2 * MINUTE;

    await expect(held[0]?.editReply('too late')).rejects.toMatchObject({ code: 50027 });
    expect(discord.messages(channel).map(({ content }) => content)).toEqual(['in time']);
  });
});
