import {
  type APIInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  ChannelType,
  GatewayDispatchEvents as Event,
  MessageFlags,
} from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageId, personId } from '../../src/domain/ids.ts';
import { timeOf } from '../../src/platforms/discord/snowflake.ts';
import type { NamedCommand, Pointed } from '../../src/ports/command.ts';
import { openStage, type Stage, setStage } from '../platforms/discord/stage.ts';
import { menuEvent } from '../support/fake-discord/interaction-events.ts';

/** What reached the entries. */
const pointed: Pointed[] = [];

function menu(where: readonly Pointed['where'][]) {
  return {
    where,
    async run(one: Pointed) {
      pointed.push(one);
      return { card: { text: 'Pointed at' } };
    },
  };
}

const COMMANDS: readonly NamedCommand[] = [
  {
    path: 'look',
    command: {
      summary: 'Look',
      options: [],
      where: 'anywhere',
      hidden: true,
      run: async () => ({ card: { text: 'Look' } }),
      menus: { 'Look at it': menu(['channel', 'direct']), 'Look here': menu(['channel']) },
    },
  },
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ commands: COMMANDS, allowMessageContent: true });
});
afterAll(() => stage.close());
beforeEach(() => pointed.splice(0));

const answerTo = async (event: APIInteraction) => {
  const channel = stage.discord.world.channel(event.channel?.id ?? '');
  const answered = await stage.discord['interactions'].begin(event, { by: stage.ana, channel });
  await stage.discord.settled();
  return answered.data.content;
};

/** What Discord would send for Ana's use of the entry, changed by hand. */
function forged(
  message: string,
  change: (event: APIMessageApplicationCommandInteraction) => object,
): APIMessageApplicationCommandInteraction {
  const { at, held } = stage.discord.world.message(message);
  const event = menuEvent(stage.discord.world, { by: stage.ana, channel: at }, 'Look at it', held);
  const typed = event as APIMessageApplicationCommandInteraction;
  return { ...typed, ...change(typed) } as APIMessageApplicationCommandInteraction;
}

describe('an entry in the menu of a message', () => {
  it('hands over the message it was used on, and is answered for one’s own eyes', async () => {
    const { discord, ana, ben, channel, clock } = stage;
    const attachments = [{ filename: 'a.png', content_type: 'image/png' }];
    const said = discord.say(ben, channel, 'look at this', { attachments });

    const answer = await discord.menu(ana, said, 'Look at it');

    expect(answer.data).toMatchObject({ content: 'Pointed at', flags: MessageFlags.Ephemeral });
    expect(pointed).toEqual([
      {
        by: ana,
        channel,
        where: 'channel',
        locale: 'en-US',
        at: clock.now(),
        message: { id: messageId(said), by: ben, at: timeOf(said), text: 'look at this', attachments: ['image'] },
      },
    ]);
  });

  it('works in two people’s own direct messages, where Nod is not, if it is meant to', async () => {
    const { discord, ana, ben } = stage;
    const channel = discord.addPrivateChannel(ana, ben);
    const said = discord.say(ben, channel, 'and here?');

    const answer = await discord.menu(ana, said, 'Look at it');

    expect(answer.data.flags).toBe(MessageFlags.Ephemeral);
    expect(pointed).toMatchObject([{ by: ana, channel, where: 'direct', message: { by: ben, text: 'and here?' } }]);
    await expect(discord.menu(ana, said, 'Look here')).rejects.toThrow('offers no command');
  });

  it('hands over no word of bots, webhooks and what was passed on', async () => {
    const { discord, ana, ben, cam, channel } = stage;
    const robot = discord.addUser({ name: 'robot', bot: true });
    const said = [
      discord.say(robot, channel, 'beep'),
      discord.say(ben, channel, 'hooked', { webhook: true }),
      discord.say(cam, channel, 'passed on', { forwarded: true }),
    ];

    for (const message of said) await discord.menu(ana, message, 'Look here');

    expect(pointed).toHaveLength(3);
    expect(pointed.every(({ message }) => message === undefined)).toBe(true);
  });

  it('is refused where it is not meant to work, and in a group’s direct messages', async () => {
    const { discord, ana, ben } = stage;
    const channel = discord.addPrivateChannel(ana, ben);
    const said = discord.say(ben, channel, 'hello');
    const elsewhere = forged(said, ({ data }) => ({ data: { ...data, name: 'Look here' } }));
    const group = forged(said, (event) => ({ channel: { ...event.channel, type: ChannelType.GroupDM } }));

    const told = [await answerTo(elsewhere), await answerTo(group)];

    expect(told[0]).toBe(
      'This does not work on messages here. Use it in the channel that the two of you share with Nod.',
    );
    expect(told[1]).toMatch(/^This card is out of date\./);
    expect(pointed).toEqual([]);
  });

  it('looks at no message but the one that was meant, in the channel where it was meant', async () => {
    const { discord, ben, cam, channel, elsewhere } = stage;
    const said = discord.say(ben, channel, 'hers to see');
    const other = discord.message(discord.say(cam, elsewhere, 'not hers')) as APIMessage;
    const swap = (messages: Record<string, APIMessage>) =>
      forged(said, ({ data }) => ({ data: { ...data, resolved: { messages } } }));

    const told = [
      await answerTo(swap({ [said]: other })),
      await answerTo(swap({ [other.id]: other })),
      await answerTo(swap({ [said]: { ...other, id: said } })),
      await answerTo(swap({})),
    ];

    for (const text of told) expect(text).toMatch(/^This card is out of date\./);
    expect(pointed).toEqual([]);
  });

  it('that an older Nod had is answered', async () => {
    const { discord, ben, channel } = stage;
    const said = discord.say(ben, channel, 'hello');

    const told = await Promise.all(
      ['Gone', 'constructor', ''].map((name) => answerTo(forged(said, ({ data }) => ({ data: { ...data, name } })))),
    );

    for (const text of told) expect(text).toMatch(/^This card is out of date\./);
  });

  it('is there in the channel alone where Discord takes no apps of one’s own', async () => {
    const fresh = await setStage({ commands: COMMANDS });
    fresh.discord.fault({ match: /PUT .*\/commands/, how: 50035 });

    await fresh.platform.start(fresh.listener);

    const menus = (fresh.discord.world.commands.get('') ?? []).filter(({ type }) => type === 3);
    await fresh.close();
    expect(menus.map(({ name, contexts, integration_types }) => [name, contexts, integration_types])).toEqual([
      ['Look at it', [0], [0]],
      ['Look here', [0], [0]],
    ]);
  });

  it('is no way around the servers that Nod stays in', async () => {
    const closed = await openStage({ commands: COMMANDS, terms: { guilds: ['1'] } });
    const { discord, ana, ben, channel } = closed;
    const said = discord.say(ben, channel, 'hello');

    const answer = await discord.menu(ana, said, 'Look here');

    await closed.close();
    expect(answer.data.content).toBe('Nod is not meant for this server. Ask whoever hosts it.');
    expect(pointed).toEqual([]);
  });

  it('is carried out once, though told twice', async () => {
    const { discord, ana, ben, channel } = stage;
    const said = discord.say(ben, channel, 'hello');
    const event = forged(said, () => ({}));

    await answerTo(event);
    discord['gateway'].dispatch({ t: Event.InteractionCreate, d: event } as never, stage.guild);
    await discord.settled();

    expect(pointed.map(({ by }) => by)).toEqual([personId(ana)]);
  });
});
