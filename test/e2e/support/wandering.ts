import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { PersonId } from '../../../src/domain/ids.ts';
import { MINUTE } from '../../../src/domain/time.ts';
import { readCustomId } from '../../../src/platforms/discord/custom-id.ts';
import type { Menu, NamedCommand, Option } from '../../../src/ports/command.ts';
import type { Answered } from '../../support/fake-discord/interactions.ts';
import { nested } from '../../support/fake-discord/limits.ts';
import type { Talk } from './conversation.ts';

/** Somebody who tries everything: every command, every control of every answer, a rare word in every field. */

export interface WanderTerms {
  readonly by: PersonId;
  readonly other: PersonId;
  readonly dice: () => number;
  /** What is not pressed on the way, since little could be pressed after it: `leave:yes`. */
  readonly apart: readonly string[];
  /** Told of what is typed into the form of a command. */
  readonly onTyped: (path: string, words: readonly string[]) => void;
}

/** One thing to do on a card: press a button, or choose one value of a select. */
interface Control {
  readonly name: string;
  readonly key: string;
  readonly customId: string;
  readonly values?: readonly string[];
  /** Chooses everything of a select that takes several: done last, so that what it switches on stays on. */
  readonly isLast?: true;
}

/** What somebody has tried, each with how much that was new lay behind it when it was last tried. */
type Tried = Map<string, number>;

/** So many presses in a row that bring nothing new, and the card is given up. */
const MOST_STALE = 4;

/** Uses every command that can be typed, and goes on from each until nothing new turns up. */
export async function tryEverything(talk: Talk, commands: readonly NamedCommand[], terms: WanderTerms): Promise<void> {
  const tried: Tried = new Map();
  const menus = commands.flatMap(({ command }) => Object.entries(command.menus ?? {}));
  for (const menu of menus) await pointAtEach(talk, menu, { ...terms, tried }); // before Nod is told to rest
  // What a later command switches on may change what an earlier one shows.
  for (const { path, command } of [...commands, ...commands]) {
    if (command.hidden) continue;
    await completeEach(talk, { path, options: command.options }, terms);
    await exhaust(talk, () => type(talk, { path, options: command.options }, terms), { ...terms, tried });
  }
}

/** Opens a card again and again, and presses on from it, until nothing new turns up. */
export async function exhaust(
  talk: Talk,
  open: () => Promise<APIMessage | undefined>,
  terms: WanderTerms & { readonly tried: Tried },
): Promise<void> {
  for (let before = -1; before < terms.tried.size; ) {
    before = terms.tried.size;
    await wander(talk, await open(), terms);
  }
}

/** Presses on from a card until it brings nothing new. */
async function wander(
  talk: Talk,
  card: APIMessage | undefined,
  terms: WanderTerms & { readonly tried: Tried },
): Promise<void> {
  const { tried } = terms;
  const freshOn = (shown: APIMessage | undefined) =>
    offeredOn(shown, terms).filter(({ key }) => !tried.has(key)).length;
  let shown = card;
  for (let stale = 0; shown !== undefined && stale <= MOST_STALE; ) {
    const control = drawControl(offeredOn(shown, terms), terms);
    if (control === undefined) return;
    stale = tried.has(control.key) ? stale + 1 : 0;
    tried.set(control.key, 0);
    shown = await use(talk, control, { ...terms, card: shown });
    tried.set(control.key, freshOn(shown));
  }
}

/** One that is new, else one behind which something new was seen, else any. */
function drawControl(offered: readonly Control[], { dice, tried }: WanderTerms & { readonly tried: Tried }) {
  const fresh = offered.filter(({ key }) => !tried.has(key));
  const soon = fresh.filter(({ isLast }) => !isLast);
  const promising = offered.filter(({ key }) => (tried.get(key) ?? 0) > 0);
  const known = offered.filter(({ values }) => values === undefined);
  const from = [soon, fresh, promising, known].find((some) => some.length > 0) ?? [];
  return from[Math.floor(dice() * from.length)];
}

function offeredOn(card: APIMessage | undefined, { apart }: WanderTerms): readonly Control[] {
  return card ? controlsOn(card).filter(({ name }) => !apart.includes(name)) : [];
}

type Typed = { readonly path: string; readonly options: readonly Option[] };

async function type(talk: Talk, { path, options }: Typed, terms: WanderTerms): Promise<APIMessage | undefined> {
  const { by, other } = terms;
  const values = Object.fromEntries(options.map((option) => [option.name, valueFor(option, { other, talk })]));
  return after(talk, terms, await talk.discord.slash(by, talk.channel, slashName(path), values));
}

async function completeEach({ discord, channel, rare }: Talk, { path, options }: Typed, { by }: WanderTerms) {
  for (const { name, kind } of options)
    if (kind === 'text') await discord.complete(by, channel, { path: slashName(path), option: name, text: rare() });
}

const slashName = (path: string) => `nod ${path.replaceAll('/', ' ')}`;

function valueFor(option: Option, { other, talk }: { other: PersonId; talk: Talk }): string | number | boolean {
  switch (option.kind) {
    case 'partner':
      return other;
    case 'channel':
      return talk.channel;
    case 'number':
      return 1;
    case 'yes-no':
      return true;
    case 'choice':
      return option.choices[0]?.value ?? '';
    case 'text':
      return talk.rare();
  }
}

/** Everything on a card that can be used now. */
export function controlsOn(card: APIMessage): readonly Control[] {
  const parts = (card.components ?? []).flatMap((row) => nested(row));
  return parts.flatMap((part): Control[] => {
    const { custom_id: customId, disabled, label } = part as { custom_id?: string; disabled?: boolean; label?: string };
    const carried = customId === undefined || disabled ? undefined : readCustomId(customId);
    if (customId === undefined || carried === undefined) return [];
    const name = `${carried.path}:${carried.action}`;
    if (part.type !== ComponentType.StringSelect) return [{ name, key: `${name} ${label}`, customId }];
    return [...choicesIn(part as unknown as APIStringSelectComponent, { name, customId })];
  });
}

function choicesIn(
  { options, max_values = 1 }: APIStringSelectComponent,
  { name, customId }: Pick<Control, 'name' | 'customId'>,
): readonly Control[] {
  const all = options.map(({ value }) => value);
  const each = all.map((value): Control => ({ name, key: `${name} = ${value}`, customId, values: [value] }));
  if (max_values < all.length || all.length < 2) return each;
  return [...each, { name, key: `${name} = all`, customId, values: all, isLast: true }];
}

/** Uses an entry in the menu of messages: one's own, the other's, and one in their own direct messages. */
async function pointAtEach(
  talk: Talk,
  [name, { where }]: readonly [string, Menu],
  terms: WanderTerms & { readonly tried: Tried },
): Promise<void> {
  const { discord, channel, rare, wait } = talk;
  const { by, other } = terms;
  const between = where.includes('direct') ? discord.addPrivateChannel(by, other) : channel;
  const told = [
    [other, channel, `i got the promotion!!! i'm so happy \`${rare()}\``],
    [other, channel, `ok, ${rare()}`],
    [other, between, `today was awful, i feel so low \`${rare()}\``],
    [by, channel, `look at this ${rare()}`],
  ] as const;
  for (const [who, place, text] of told) {
    const message = discord.say(who, place, text);
    await wait(3 * MINUTE); // a burst of its own
    await exhaust(talk, async () => after(talk, terms, await discord.menu(by, message, name)), terms);
  }
}

/** Gives the card as it then is, or the one that came instead. */
async function use(talk: Talk, { customId, values }: Control, at: WanderTerms & { readonly card: APIMessage }) {
  const { discord } = talk;
  const answered =
    values === undefined
      ? await discord.press(at.by, at.card.id, customId)
      : await discord.choose(at.by, at.card.id, customId, values);
  return after(talk, at, answered);
}

/** Fills in whatever form has opened, and gives the card that is shown at the end. */
async function after(
  { discord, settled, rare }: Talk,
  { by, onTyped }: WanderTerms,
  answered: Answered,
): Promise<APIMessage | undefined> {
  let last = answered;
  if (last.modal) {
    const fields = filled(last.modal, rare);
    onTyped(readCustomId(last.modal.custom_id)?.path ?? '', Object.values(fields));
    last = await discord.submit(by, last.modal.custom_id, fields);
  }
  await settled();
  return last.message === undefined ? undefined : discord.shown(last);
}

function filled(form: APIModalInteractionResponseCallbackData, rare: () => string) {
  const fields = form.components.flatMap((part) => [part, ...nested(part)]) as { type: number; custom_id?: string }[];
  const typed = fields.filter(({ type }) => type === ComponentType.TextInput);
  return Object.fromEntries(typed.map(({ custom_id = '' }) => [custom_id, rare()]));
}
