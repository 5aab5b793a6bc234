import type { PersonId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { sayError } from '../../src/errors.ts';
import type { Button, Card, Modal, Select } from '../../src/ports/card.ts';
import type { Answer, Ask, NamedCommand, Option } from '../../src/ports/command.ts';
import type { PlatformListener } from '../../src/ports/platform.ts';
import { CHANNEL } from '../support/runner-stage.ts';

/** What one person sees of Nod, with the time to the millisecond. */
export interface Seen {
  readonly at: string;
  readonly saw: 'answer' | 'message' | 'rewritten' | 'removed' | 'post' | 'refusal';
  /** What was asked, pressed or sent, custom ids and all. */
  readonly to: string;
  readonly shown: string;
}

type Pressable = { readonly on: Button | Select | Modal };

/** One person before their screen: types and presses what there is, and remembers all that was shown. */
export interface Screen {
  readonly seen: readonly Seen[];
  /** Nod showed this without being asked, or did this to what it had shown. */
  note(at: Instant, saw: Seen['saw'], to: string, shown: unknown): void;
  /** Shows a card whose buttons can be pressed from now on. */
  show(card: Card): void;
  ask(at: Instant, pick: number): Promise<void>;
  /** Presses one of the buttons, choices or forms shown lately. */
  press(at: Instant, pick: number): Promise<void>;
  askFor(at: Instant, path: string, options?: Ask['options']): Promise<void>;
  /** Presses the newest button of that name; nothing where none was shown. */
  pressOn(at: Instant, path: string, action: string): Promise<void>;
}

export interface ScreenParts {
  readonly person: PersonId;
  readonly partner: PersonId;
  readonly commands: readonly NamedCommand[];
  readonly listener: () => PlatformListener;
  /** Commands by path, or presses by `path:action`, that this person leaves alone. */
  readonly never: ReadonlySet<string>;
  /** Called before an answer is kept; gives what is kept of it. */
  readonly onAnswer?: (path: string, answer: Answer) => unknown;
}

/** Buttons that can still be found by scrolling up. */
const REACH = 40;

const TYPED = ['in 2h', '17:30', '25:00', 'none', '23:00-07:00', '9-12, 13-15', 'berlin', ''] as const;

export function createScreen(parts: ScreenParts): Screen {
  const { person, commands, never, listener } = parts;
  const seen: Seen[] = [];
  const pressable: Pressable[] = [];
  const offered = commands.filter(({ path, command }) => !command.hidden && !never.has(path));
  const base = (at: Instant) => ({ by: person, channel: CHANNEL, where: 'server', locale: 'en-GB', at }) as const;

  const screen: Screen = {
    seen,
    note(at, saw, to, shown) {
      seen.push({ at: new Date(at).toISOString(), saw, to, shown: JSON.stringify(shown) });
    },
    show(card) {
      for (const row of card.rows ?? []) {
        if ('select' in row) pressable.push({ on: row.select });
        else pressable.push(...row.buttons.filter((button) => !button.disabled).map((on) => ({ on })));
      }
      pressable.splice(0, pressable.length - REACH);
    },
    async ask(at, pick) {
      const named = offered[pick % offered.length] as NamedCommand;
      await use(named, { ...base(at), options: optionsFor(named.command.options, pick) });
    },
    async askFor(at, path, options = {}) {
      await use(commandAt(path), { ...base(at), options });
    },
    async pressOn(at, path, action) {
      const newest = pressable.findLast(({ on }) => on.path === path && on.action === action);
      if (newest) await pressOne(at, newest, 0);
    },
    async press(at, pick) {
      const allowed = pressable.filter(({ on }) => !never.has(`${on.path}:${on.action}`) && !never.has(on.path));
      const found = allowed[pick % Math.max(1, allowed.length)];
      if (found) await pressOne(at, found, pick);
    },
  };

  async function pressOne(at: Instant, { on }: Pressable, pick: number): Promise<void> {
    const { path, action, id = '' } = on;
    const given = { values: valuesFor(on, pick), fields: fieldsFor(on, pick) };
    const to = [path, action, id, person, JSON.stringify(given)].join(':');
    const { command } = commandAt(path);
    await take(at, { path, to }, () => listener().pressed(command, { ...base(at), action, id, ...given }));
  }

  function commandAt(path: string): NamedCommand {
    const found = commands.find((one) => one.path === path);
    if (!found) throw new Error(`there is no /nod ${path}`);
    return found;
  }

  async function use({ path, command }: NamedCommand, ask: Ask): Promise<void> {
    const to = `/${path} ${JSON.stringify(ask.options)}`;
    await take(ask.at, { path, to }, () => listener().asked(command, ask));
  }

  async function take(
    at: Instant,
    { path, to }: { readonly path: string; readonly to: string },
    reply: () => Promise<Answer>,
  ): Promise<void> {
    try {
      const answer = await reply();
      screen.note(at, 'answer', to, parts.onAnswer?.(path, answer) ?? answer);
      if ('card' in answer) screen.show(answer.card);
      else pressable.push({ on: answer.modal });
    } catch (error) {
      screen.note(at, 'refusal', to, sayError(error));
    }
  }

  function optionsFor(options: readonly Option[], pick: number): Ask['options'] {
    const given = options.flatMap((option, nth): [string, string | number | boolean][] => {
      if (!option.required && (pick >> (8 + nth)) % 2 === 0) return [];
      return [[option.name, valueFor(option, pick >> 4)]];
    });
    return Object.fromEntries(given);
  }

  function valueFor(option: Option, pick: number): string | number | boolean {
    switch (option.kind) {
      case 'partner':
        return pick % 3 === 0 ? person : parts.partner;
      case 'channel':
        return CHANNEL;
      case 'number':
        return pick % 10;
      case 'yes-no':
        return pick % 2 === 0;
      case 'choice':
        return (option.choices[pick % option.choices.length] as { value: string }).value;
      case 'text':
        return TYPED[pick % TYPED.length] as string;
    }
  }

  return screen;
}

function valuesFor(on: Pressable['on'], pick: number): readonly string[] {
  if (!('choices' in on)) return [];
  const { least = 1, most = 1 } = on;
  const from = (pick >> 8) % on.choices.length;
  const count = Math.min(most, Math.max(least, (pick >> 3) % (most + 1)));
  return [...on.choices, ...on.choices]
    .slice(from, from + Math.min(count, on.choices.length))
    .map(({ value }) => value);
}

function fieldsFor(on: Pressable['on'], pick: number): Readonly<Record<string, string>> {
  if (!('fields' in on)) return {};
  return Object.fromEntries(
    on.fields.map(({ name }, nth) => [name, TYPED[(pick >> (3 * nth)) % TYPED.length] as string]),
  );
}
