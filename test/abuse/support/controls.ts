import { emptyDraft, packDraft } from '../../../commands/_start/draft.ts';
import type { NamedCommand, Option } from '../../../src/ports/command.ts';
import { attempt, type Deed } from './attempt.ts';
import type { ForgedMenu, ForgedPress, Whence } from './open-discord.ts';
import { essential } from './rows.ts';
import type { World } from './world.ts';

/** A button, a select or a form that Nod has made for somebody, or one that could be made up. */
export interface Control extends Omit<ForgedPress, 'customId'> {
  readonly path: string;
  readonly action: string;
  readonly id: string;
}

/** Every press there is, read from the commands: whatever is added later is here by itself. */
export function pressesOf(commands: readonly NamedCommand[]): readonly Pick<Control, 'path' | 'action'>[] {
  return commands.flatMap(({ path, command }) =>
    Object.keys(command.presses ?? {}).map((action) => ({ path, action })),
  );
}

/** Every entry in the menu of a message, with the command it belongs to. */
export function menusOf(
  commands: readonly NamedCommand[],
): readonly { readonly path: string; readonly name: string }[] {
  return commands.flatMap(({ path, command }) => Object.keys(command.menus ?? {}).map((name) => ({ path, name })));
}

/** Every entry, used on this message. */
export function pointed(
  commands: readonly NamedCommand[],
  whence: Whence,
  target: Omit<ForgedMenu, 'name'>,
): readonly Deed[] {
  return menusOf(commands).map(({ name }) => ({ ...whence, menu: { ...target, name } }));
}

function customIdOf({ path, action, id }: Control, person: string): string {
  return [path, action, id, person].join(':');
}

export function pressed(control: Control, whence: Whence, madeFor: string = whence.by): Deed {
  const { values, fields } = control;
  const more = { ...(values === undefined ? {} : { values }), ...(fields === undefined ? {} : { fields }) };
  return { ...whence, press: { customId: customIdOf(control, madeFor), ...more } };
}

/** Ids of every shape that a button of Nod carries; 1 is Ana and Ben, 3 an open invitation, 1.1 the nudge that is out. */
export const LIKELY_IDS = ['', '1', '1.1', 'on', agreed(1), agreed(3)] as const;

/** A consent card on which everything is filled in, for any invitation. */
export function agreed(dyad: number): string {
  const hours = { quiet: { from: 1_320, until: 480 }, away: [], usual: [] };
  return packDraft({
    dyad,
    readers: 0,
    ...hours,
    zone: 'Europe/Berlin',
    adult: true,
    typing: true,
    reasons: ['silence'],
  });
}

/** The same card when it was just opened, with nothing chosen: it cannot agree to anything. */
export function begun(dyad: number): string {
  return packDraft(emptyDraft(dyad));
}

/** A command with something plausible in every option. */
export function used({ path, command }: NamedCommand, whence: Whence, partner: string): Deed {
  const options = Object.fromEntries(
    command.options.map((option) => [option.name, plausible(option, whence, partner)]),
  );
  return { ...whence, use: { path, options } };
}

function plausible(option: Option, { channel }: Whence, partner: string): unknown {
  switch (option.kind) {
    case 'partner':
      return partner;
    case 'channel':
      return channel;
    case 'number':
      return 1;
    case 'yes-no':
      return true;
    case 'choice':
      return option.choices[0]?.value ?? '';
    case 'text':
      return 'in 2h';
  }
}

/** How many of one kind of control are followed: enough to reach every page, not every zone of the world. */
const FOLLOWED_BUTTONS = 2;
const FOLLOWED_CHOICES = 7;

/**
 * Every control that this world shows to somebody who goes through all of it: types every command, presses
 * everything that comes back, and so on. The world is put back afterwards.
 */
export async function controlsShown(world: World, whence: Whence, first: readonly Control[]): Promise<Control[]> {
  const found: Control[] = [];
  const isNew = (control: Control) => {
    const alike = found.filter(({ path, action }) => path === control.path && action === control.action);
    if (alike.some((one) => JSON.stringify(one) === JSON.stringify(control))) return false;
    return alike.length < (control.values === undefined ? FOLLOWED_BUTTONS : FOLLOWED_CHOICES);
  };
  const follow = async (deed: Deed) => {
    const outcome = await attempt(world, deed);
    for (const control of controlsIn(JSON.parse(JSON.stringify(outcome.answer))))
      if (isNew(control)) found.push(control);
    if (essential(outcome.before) !== essential(outcome.after)) await world.restore();
  };
  for (const command of world.commands) await follow(used(command, whence, world.people.cam));
  found.push(...first);
  for (let next = 0; next < found.length; next += 1) await follow(pressed(found[next] as Control, whence));
  return found;
}

type Part = { readonly [key: string]: unknown };

/** Every control somewhere in an answer; the fields of a form belong to the form. */
function controlsIn(part: unknown): readonly Control[] {
  if (Array.isArray(part)) return part.flatMap(controlsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { custom_id: customId, options, components, ...rest } = part as Part;
  if (typeof customId !== 'string') return [...Object.values(rest), components].flatMap(controlsIn);
  if (!customId.includes(':')) return []; // a field of a form
  const [path = '', action = '', ...ids] = customId.split(':');
  const control = { path, action, id: ids.slice(0, -1).join(':') };
  if (Array.isArray(components)) return [{ ...control, fields: fieldsIn(components) }];
  if (!Array.isArray(options)) return [control];
  return (options as readonly Part[]).map((option) => ({ ...control, values: [String(option['value'])] }));
}

function fieldsIn(rows: readonly Part[]): Record<string, string> {
  const inputs = rows.flatMap((row) => (Array.isArray(row['components']) ? (row['components'] as Part[]) : []));
  return Object.fromEntries(inputs.map((input) => [String(input['custom_id']), String(input['value'] ?? 'Berlin')]));
}
