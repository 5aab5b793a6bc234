import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { describeCommands } from '../../../src/platforms/discord/registry.ts';
import type { Command, NamedCommand, Option } from '../../../src/ports/command.ts';

function named(path: string, options: readonly Option[] = [], where: Command['where'] = 'anywhere'): NamedCommand {
  const run = async () => ({ card: { text: 'x' } });
  return { path, command: { summary: `About ${path}`, options, where, run } };
}

describe('the description of the commands', () => {
  it('is one global command, usable in servers and in direct messages, installed to a server', () => {
    const [root, ...more] = describeCommands([named('me'), named('us')]);

    expect(more).toEqual([]);
    expect(root).toMatchObject({ name: 'nod', contexts: [0, 1], integration_types: [0] });
    expect(root?.options?.map(({ name, type }) => [name, type])).toEqual([
      ['me', Kind.Subcommand],
      ['us', Kind.Subcommand],
    ]);
  });

  it('makes a group of commands that share a folder', () => {
    const [root] = describeCommands([named('data/export'), named('busy'), named('data/delete')]);

    expect(root?.options?.map(({ name }) => name)).toEqual(['busy', 'data']);
    expect(root?.options?.[1]).toMatchObject({
      type: Kind.SubcommandGroup,
      options: [{ name: 'delete' }, { name: 'export' }],
    });
  });

  it('gives every kind of option its type, the required ones first', () => {
    const options: Option[] = [
      { name: 'until', summary: 's', kind: 'text' },
      { name: 'zone', summary: 's', kind: 'text', complete: () => [] },
      { name: 'days', summary: 's', kind: 'number' },
      { name: 'all', summary: 's', kind: 'yes-no' },
      { name: 'place', summary: 's', kind: 'channel' },
      { name: 'period', summary: 's', kind: 'choice', choices: [{ label: 'a week', value: 'week' }] },
      { name: 'who', summary: 's', kind: 'partner', required: true },
    ];

    const [root] = describeCommands([named('ask', options)]);

    const described = root?.options?.[0];
    expect(described && 'options' in described && described.options).toMatchObject([
      { name: 'who', type: Kind.User, required: true },
      { name: 'until', type: Kind.String },
      { name: 'zone', type: Kind.String, autocomplete: true },
      { name: 'days', type: Kind.Number },
      { name: 'all', type: Kind.Boolean },
      { name: 'place', type: Kind.Channel, channel_types: [0] },
      { name: 'period', type: Kind.String, choices: [{ name: 'a week', value: 'week' }] },
    ]);
  });

  it('puts menus of messages behind it, each in its places: two people’s own messages need one’s own apps', () => {
    const run = async () => ({ card: { text: 'x' } });
    const look: NamedCommand = {
      path: 'look',
      command: {
        ...named('look').command,
        hidden: true,
        menus: { 'See it': { where: ['channel', 'direct'], run }, 'Look here': { where: ['channel'], run } },
      },
    };

    const [root, ...menus] = describeCommands([named('me'), look]);

    expect(root.options?.map(({ name }) => name)).toEqual(['me']);
    expect(menus).toEqual([
      { type: 3, name: 'Look here', contexts: [0], integration_types: [0] },
      { type: 3, name: 'See it', contexts: [0, 2], integration_types: [0, 1] },
    ]);
  });
});
