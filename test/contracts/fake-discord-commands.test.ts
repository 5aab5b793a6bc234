import {
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  type Client,
  ContextMenuCommandBuilder,
  Events,
  GatewayIntentBits as Intent,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  InteractionResponseType as Response,
  SlashCommandBuilder,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CoupleStage, openStage, TOKEN } from '../support/fake-discord/couple-stage.ts';
import { connect, createClient, INTENTS } from '../support/fake-discord/real-client.ts';

const COMMANDS = [
  new SlashCommandBuilder()
    .setName('nod')
    .setDescription('Everything Nod does')
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .addSubcommand((start) =>
      start
        .setName('start')
        .setDescription('Ask your partner')
        .addUserOption((option) => option.setName('partner').setDescription('Who').setRequired(true))
        .addStringOption((option) => option.setName('zone').setDescription('Where').setAutocomplete(true)),
    )
    .addSubcommandGroup((data) =>
      data
        .setName('data')
        .setDescription('What is kept')
        .addSubcommand((part) => part.setName('export').setDescription('Take it along')),
    ),
  new ContextMenuCommandBuilder()
    .setName('Find words')
    .setType(3)
    .setIntegrationTypes(ApplicationIntegrationType.UserInstall)
    .setContexts(InteractionContextType.Guild, InteractionContextType.PrivateChannel),
].map((command) => command.toJSON());

let stage: CoupleStage;
let client: Client<true>;

beforeEach(async () => {
  stage = await openStage();
  client = await connect(createClient(stage.discord), TOKEN);
  await client.application.commands.set(COMMANDS);
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

const privately = { content: 'a card', flags: MessageFlags.Ephemeral } as const;

describe('commands', () => {
  it('carries subcommands, options, the person and their language', async () => {
    const { discord, ana, ben, channel } = stage;
    const seen: unknown[] = [];
    answering<ChatInputCommandInteraction<'cached'>>(async (interaction) => {
      const { options, user, locale, channelId, context } = interaction;
      seen.push(options.getSubcommand(), options.getUser('partner')?.id, options.getMember('partner')?.id);
      seen.push(user.id, locale, channelId, context, interaction.channel?.id);
      await interaction.reply(privately);
    });

    const answer = await discord.slash(ana, channel, 'nod start', { partner: ben });

    expect(seen).toEqual(['start', ben, ben, ana, 'de', channel, InteractionContextType.Guild, channel]);
    expect(answer.type).toBe(Response.ChannelMessageWithSource);
    expect([answer.data.content, answer.data.flags]).toEqual(['a card', MessageFlags.Ephemeral]);
  });

  it('works in the direct messages with the bot', async () => {
    const { discord, ana } = stage;
    const seen: unknown[] = [];
    answering<ChatInputCommandInteraction>(async (interaction) => {
      seen.push(interaction.options.getSubcommandGroup(), interaction.options.getSubcommand(), interaction.inGuild());
      await interaction.reply('here');
    });

    await discord.slash(ana, discord.dm(ana).channel, 'nod data export');

    expect(seen).toEqual(['data', 'export', false]);
    expect(discord.dm(ana).messages.map(({ content }) => content)).toEqual(['here']);
  });

  it('refuses to use what is not registered, not complete or not offered there', async () => {
    const { discord, ana, ben, channel } = stage;
    const between = discord.addPrivateChannel(ana, ben);

    await expect(discord.slash(ana, channel, 'other')).rejects.toThrow('no command "other"');
    await expect(discord.slash(ana, channel, 'nod stop')).rejects.toThrow('no part "stop"');
    await expect(discord.slash(ana, channel, 'nod start')).rejects.toThrow('needs the option "partner"');
    await expect(discord.slash(ana, between, 'nod start', { partner: ben })).rejects.toThrow('no command "nod"');
  });

  it('refuses commands that Discord would not register', async () => {
    const long = { name: 'nod', description: 'x'.repeat(101) };

    await expect(client.rest.put(`/applications/${client.user.id}/commands`, { body: [long] })).rejects.toMatchObject({
      code: 50035,
    });
  });

  it('offers what the bot completes', async () => {
    const { discord, ana, channel } = stage;
    answering(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name} ${value}`, value }]);
    });

    const { choices } = await discord.complete(ana, channel, { path: 'nod start', option: 'zone', text: 'Eur' });

    expect(choices).toEqual([{ name: 'zone Eur', value: 'Eur' }]);
  });

  it('shows a message menu its message without the MessageContent intent, also where the bot is not', async () => {
    const { discord, ana, ben, channel } = stage;
    await client.destroy();
    client = await connect(createClient(discord, { intents: INTENTS & ~Intent.MessageContent }), TOKEN);
    const read: unknown[] = [];
    answering(async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      read.push(interaction.targetMessage.content, interaction.context);
      await interaction.reply(privately);
    });

    await discord.menu(ana, discord.say(ben, channel, 'how are you?'), 'Find words');
    await discord.menu(ana, discord.say(ben, discord.addPrivateChannel(ana, ben), 'and here?'), 'Find words');

    expect(read).toEqual([
      'how are you?',
      InteractionContextType.Guild,
      'and here?',
      InteractionContextType.PrivateChannel,
    ]);
  });
});
