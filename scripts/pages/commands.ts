import { loadCommands } from '../../src/load-commands.ts';
import type { Menu, NamedCommand, Option } from '../../src/ports/command.ts';
import { code, MADE_BY, type Page, table } from './page.ts';

/** What a partner can type, as the registry itself lists it. */
export async function commandsPage(): Promise<Page> {
  const commands = await loadCommands(new URL('../../commands/', import.meta.url));
  const typed = commands.filter(({ command }) => !command.hidden);
  const rows = typed.map(({ path, command }) => [
    code(`/nod ${path.replaceAll('/', ' ')}`),
    command.summary,
    command.where === 'server' ? 'in the server' : 'in the server, or in the direct messages with Nod',
  ]);
  return {
    path: 'docs/reference/commands.md',
    text: `${MADE_BY}

# What you can type, and what is in the menu of a message

Every answer is for your eyes only, and tells you about yourself; only the invitation that \`/nod start\` posts is seen by
all who can read the channel.

${table(['Command', 'What it does', 'Where'], rows)}

## In the menu of a message

Hold a message, or click it with the right button, then “Apps”.

${table(['Entry', 'What it does', 'On messages'], menusOf(commands))}
${typed.map(optionsOf).join('')}`,
  };
}

function menusOf(commands: readonly NamedCommand[]): readonly (readonly string[])[] {
  const menus = commands.flatMap(({ command }) => Object.entries(command.menus ?? {}));
  return menus.map(([name, { summary = '', where }]) => [
    name,
    summary,
    where.map((place) => PLACES[place]).join('; '),
  ]);
}

const PLACES: Readonly<Record<Menu['where'][number], string>> = {
  channel: 'in the channel of you two',
  direct: 'in your own direct messages, once both have switched that on and added Nod to their own apps',
};

function optionsOf({ path, command }: NamedCommand): string {
  if (command.options.length === 0) return '';
  const rows = command.options.map((option) => [code(option.name), option.summary, sayValue(option), need(option)]);
  return `
## ${code(`/nod ${path.replaceAll('/', ' ')}`)}

${table(['Option', 'What it is', 'Value', ''], rows)}
`;
}

const need = ({ required }: Option) => (required ? 'required' : 'may be left out');

function sayValue(option: Option): string {
  switch (option.kind) {
    case 'partner':
      return 'a person in the server';
    case 'channel':
      return 'a text channel';
    case 'number':
      return 'a number';
    case 'yes-no':
      return 'yes or no';
    case 'choice':
      return option.choices.map(({ label }) => label).join(' · ');
    case 'text':
      return option.complete ? 'text, with suggestions' : 'text';
  }
}
