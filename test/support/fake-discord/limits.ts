import {
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { refuse } from './faults.ts';

// Source of every number here: Discord API reference, "Create Message", "Component Reference", "Application Commands".
const LONGEST_MESSAGE = 2_000;
const LONGEST_NONCE = 25;
const MOST_ROWS = 5;
const MOST_BUTTONS_IN_ROW = 5;
const MOST_CHOICES = 25;
const LONGEST_CUSTOM_ID = 100;
const LONGEST_BUTTON_LABEL = 80;
const LONGEST_CHOICE_LABEL = 100;
const MOST_COMPONENTS_V2 = 40;
const LONGEST_DESCRIPTION = 100;
const MOST_OPTIONS = 25;
const COMMAND_NAME = /^[-_\p{L}\p{N}]{1,32}$/u;

/** What a bot may post, as far as Discord checks it. */
export interface Postable {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly unknown[] | null | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | null | undefined;
  readonly attachments?: readonly unknown[] | undefined;
  readonly flags?: number | null | undefined;
  readonly nonce?: string | number | undefined;
}

/** Throws what Discord would answer to a message it does not take. */
export function checkPostable(post: Postable): void {
  const components = post.components ?? [];
  const content = post.content ?? '';
  const isV2 = ((post.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  if (content.length > LONGEST_MESSAGE) throw refuse(50035, `content longer than ${LONGEST_MESSAGE}`);
  if (isV2 && (content !== '' || (post.embeds ?? []).length > 0)) throw refuse(50035, 'content beside components V2');
  if (String(post.nonce ?? '').length > LONGEST_NONCE) throw refuse(50035, `nonce longer than ${LONGEST_NONCE}`);
  const hangsOn = (post.embeds ?? []).length + (post.attachments ?? []).length + (isV2 ? components.length : 0);
  if (content.trim() === '' && hangsOn === 0 && components.length === 0) throw refuse(50006);
  if (!isV2 && components.length > MOST_ROWS) throw refuse(50035, `more than ${MOST_ROWS} rows`);
  const parts = components.flatMap((component) => [component, ...nested(component)]);
  if (isV2 && parts.length > MOST_COMPONENTS_V2) throw refuse(50035, `more than ${MOST_COMPONENTS_V2} components`);
  for (const part of parts) checkPart(part);
  checkCustomIds(parts);
}

type Part = { readonly type: ComponentType } & Readonly<Record<string, unknown>>;

/** Everything inside a component, at any depth. */
export function nested(component: object): Part[] {
  const inside = component as { components?: Part[]; component?: Part; accessory?: Part };
  const direct = [...(inside.components ?? []), inside.component, inside.accessory].filter(
    (part) => part !== undefined,
  );
  return direct.flatMap((part) => [part, ...nested(part)]);
}

function checkPart(part: object): void {
  const { type, custom_id, label, components, options } = part as Part & {
    custom_id?: string;
    label?: string;
    components?: unknown[];
    options?: { label: string; description?: string }[];
  };
  if (custom_id !== undefined && (custom_id.length === 0 || custom_id.length > LONGEST_CUSTOM_ID)) {
    throw refuse(50035, `custom_id of ${custom_id.length} characters`);
  }
  if (type === ComponentType.Button && (label ?? '').length > LONGEST_BUTTON_LABEL)
    throw refuse(50035, 'label too long');
  if (type === ComponentType.ActionRow) {
    const count = components?.length ?? 0;
    if (count === 0 || count > MOST_BUTTONS_IN_ROW) throw refuse(50035, `a row of ${count} components`);
  }
  if (type === ComponentType.StringSelect) {
    const count = options?.length ?? 0;
    if (count === 0 || count > MOST_CHOICES) throw refuse(50035, `a select of ${count} choices`);
    const tooLong = options?.some((option) => option.label.length > LONGEST_CHOICE_LABEL);
    if (tooLong) throw refuse(50035, 'choice too long');
  }
}

function checkCustomIds(parts: readonly object[]): void {
  const ids = parts.flatMap((part) => ('custom_id' in part ? [part.custom_id] : []));
  if (new Set(ids).size !== ids.length) throw refuse(50035, 'component custom id cannot be duplicated');
}

/** Of users or of messages. Source: Discord API reference, "Application Commands": limits and naming. */
const MOST_MENUS = 15;
const LONGEST_MENU_NAME = 32;

/** Throws what Discord would answer to commands it does not register. */
export function checkCommands(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): void {
  const keys = commands.map(({ type, name }) => `${type ?? 1} ${name}`);
  if (new Set(keys).size !== keys.length) throw refuse(50035, 'two commands of one name');
  for (const command of commands) {
    if ((command.type ?? 1) === 1) checkNamed(command as Named);
    else if (command.name.length === 0 || command.name.length > LONGEST_MENU_NAME) throw refuse(50035, command.name);
  }
  for (const kind of [2, 3]) {
    if (commands.filter(({ type }) => type === kind).length > MOST_MENUS) throw refuse(50035, 'too many menu entries');
  }
}

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly options?: readonly (Named & { readonly choices?: readonly unknown[] })[];
}

function checkNamed(named: Named): void {
  if (!COMMAND_NAME.test(named.name) || named.name !== named.name.toLowerCase()) {
    throw refuse(50035, `command name ${named.name}`);
  }
  const length = named.description?.length ?? 0;
  if (length === 0 || length > LONGEST_DESCRIPTION) throw refuse(50035, `description of ${named.name}: ${length}`);
  const options = named.options ?? [];
  if (options.length > MOST_OPTIONS) throw refuse(50035, `${named.name} has ${options.length} options`);
  for (const option of options) {
    if ((option.choices?.length ?? 0) > MOST_CHOICES) throw refuse(50035, `${option.name} has too many choices`);
    checkNamed(option);
  }
}
