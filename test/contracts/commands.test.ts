import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { dyadId } from '../../src/domain/ids.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { OWN_SILENCES } from '../../src/domain/own-silence.ts';
import { CELEBRATIONS, SUPPORTS } from '../../src/domain/wishes.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { describeCommands } from '../../src/platforms/discord/registry.ts';
import type { Answer, Command, NamedCommand, Pointed } from '../../src/ports/command.ts';
import { invitationCard, whisperCard } from '../../src/texts/cards.ts';
import { texts } from '../../src/texts/texts.ts';
import { ASKER, ask, createAsker, type Life, NOW } from '../support/asker.ts';
import { expectFits, FORBIDDEN } from '../support/fits.ts';
import { customIdOf, pressFrom } from '../support/pressing.ts';

const commands = await loadCommands(new URL('../../commands/', import.meta.url));

/** The largest number a dyad gets in the tests: six characters in base 36. */
const DYAD = 2_000_000_000;

/** The longest name there is of the next few hints. */
const LONG_NAME = 'vulnerability.k1.999';

const lives: Readonly<Record<string, Life>> = {
  'a couple with much to show': {
    invitation: { dyad: DYAD, others: 3 },
    host: 'Somebody With A Rather Long Name',
    busyUntil: NOW + 3_600_000,
    theirCard: { low: SUPPORTS, celebrate: CELEBRATIONS },
    why: {
      nudges: REASONS.map((reason) => ({ at: NOW - 86_000_000, reason })),
      silences: OWN_SILENCES.map((because) => ({ because, until: NOW + 86_000_000 })),
    },
    settings: {
      numbers: true,
      wishes: { low: SUPPORTS, celebrate: CELEBRATIONS, shared: true },
      exceptions: ['good-news/cue', 'play/cue'],
      away: [1, 2, 3, 4].map((hour) => ({ from: hour * 60, until: hour * 60 + 30 })),
      usual: [20, 21, 22].map((hour) => ({ from: hour * 60, until: hour * 60 + 30 })),
      zone: 'America/North_Dakota/New_Salem',
    },
    mirror: (Object.keys(texts.mirror.me.gave) as (keyof typeof texts.mirror.me.gave)[]).map((kind, index) => ({
      kind,
      count: index * 3,
      ...(index > 3 ? { numbers: { medianSeconds: 400, warm: { share: 0.7, low: 0.45, high: 0.88 } } } : {}),
    })),
    together: [
      { kind: 'good-news', amount: 'a few' },
      { kind: 'play', amount: 'many' },
      { kind: 'affection', amount: 'lots' },
    ],
    ledger: Array.from({ length: 40 }, (_, index) => ({
      at: NOW + index,
      about: 'away',
      to: 'x'.repeat(300),
      scope: 1,
      dyad: dyadId(1),
    })),
    nudge: {
      dyad: DYAD,
      seq: 999_999,
      kind: 'good-news',
      reason: 'silence',
      hintText: 'y'.repeat(120),
      link: `https://discord.com/channels/${ASKER}/${ASKER}/${ASKER}`,
    },
  },
  'somebody who points at a message': {
    noticed: { is: 'bid', kind: 'attention', because: ['z'.repeat(200), 'is long'] },
    suggested: { is: 'hints', kind: 'vulnerability', hints: ['y'.repeat(120), 'x'.repeat(120)], next: LONG_NAME },
    furtherHints: { kind: 'good-news', hints: ['w'.repeat(120)], next: LONG_NAME },
  },
  'somebody who points at a message that says little': { noticed: { is: 'nothing' }, suggested: { is: 'unread' } },
  'a couple at its very beginning': { invitation: { dyad: DYAD, others: 0 } },
  'a rest': { listening: 'resting' },
  'nobody yet': { settings: 'none' },
};

/** Everything one can reach by typing and pressing: each button, choice and form once per few ids. */
async function* everythingShown(life: Life): AsyncGenerator<Answer> {
  const nod = createAsker(life);
  const visits = new Map<string, number>();
  const waiting: Answer[] = [
    { card: invitationCard(DYAD) },
    { card: whisperCard({ dyad: DYAD, seq: 999_999 }) },
    ...(await Promise.all(
      commands.flatMap(({ command }) => sampleOptions(command).map((options) => command.run(ask(options), nod))),
    )),
    ...(await Promise.all(menusOf(commands).map(([, menu]) => menu.run(POINTED, nod)))),
  ];
  for (let answer = waiting.shift(); answer; answer = waiting.shift()) {
    yield answer;
    for (const { path, action, id, given } of pressables(answer)) {
      const key = `${path}:${action}:${given ? JSON.stringify(given) : ''}`;
      const seen = visits.get(key) ?? 0;
      if (seen >= 3) continue;
      visits.set(key, seen + 1);
      const then = commandAt(path).presses?.[action];
      if (!then) throw new Error(`nothing answers ${path}:${action}`);
      waiting.push(await then(pressFrom(customIdOf({ path, action, id }), given), createAsker(life)));
    }
  }
}

const menusOf = (all: readonly NamedCommand[]) => all.flatMap(({ command }) => Object.entries(command.menus ?? {}));

const { options: _, ...POINTING } = ask();
const POINTED: Pointed = { ...POINTING, where: 'channel' };

function commandAt(path: string): Command {
  const found = commands.find((named) => named.path === path);
  if (!found) throw new Error(`no command ${path}`);
  return found.command;
}

function sampleOptions(command: Command) {
  const values = command.options.map((option) => {
    if (option.kind === 'choice') return option.choices.map((choice) => choice.value);
    if (option.kind === 'yes-no') return [true, false];
    return option.kind === 'text' ? ['17:30', '25:00', 'in 2h'] : ['55555'];
  });
  const names = command.options.map((option) => option.name);
  return values.reduce<Record<string, string | boolean>[]>(
    (all, list, index) => all.flatMap((one) => list.map((value) => ({ ...one, [names[index] ?? '']: value }))),
    [{}],
  );
}

interface Reachable {
  readonly path: string;
  readonly action: string;
  readonly id: string;
  readonly given?: { readonly values?: readonly string[]; readonly fields?: Record<string, string> };
}

function pressables(answer: Answer): readonly Reachable[] {
  if ('modal' in answer) {
    const { path, action, id = '', fields } = answer.modal;
    return ['', '25:00', '9-12', 'Lisbon', 'a'].map((typed) => {
      return { path, action, id, given: { fields: Object.fromEntries(fields.map(({ name }) => [name, typed])) } };
    });
  }
  return (answer.card.rows ?? []).flatMap((row): readonly Reachable[] => {
    if ('buttons' in row) {
      return row.buttons.filter((one) => !one.disabled).map(({ path, action, id = '' }) => ({ path, action, id }));
    }
    const { path, action, id = '', choices, most = 1 } = row.select;
    const single = choices.map(({ value }) => ({ path, action, id, given: { values: [value] } }));
    return most === 1
      ? single
      : [...single, { path, action, id, given: { values: choices.map(({ value }) => value) } }];
  });
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  // The source of a wording function holds its sentences; what it makes of them is read on the cards.
  if (typeof value === 'function') return [String(value).replace(/\/\*.*?\*\//gs, '')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('the commands', () => {
  it('are those a partner types and the few that only answer presses and menus', () => {
    const typed = commands.filter(({ command }) => !command.hidden).map(({ path }) => path);
    const hidden = commands.filter(({ command }) => command.hidden).map(({ path }) => path);

    expect(typed.join(' ')).toBe(
      'ask busy card check-in data/delete data/export demo help home leave me pause privacy recap repair resume settings sign start status us why',
    );
    expect(hidden).toEqual(['first-look', 'graduation', 'noticed', 'renew', 'respond', 'whisper']);
  });

  it.each(commands.map((named): [string, NamedCommand] => [named.path, named]))(
    '%s fits what Discord takes',
    (path, { command }) => {
      for (const part of path.split('/')) expect(part).toMatch(/^[a-z0-9-]{1,32}$/);
      expect(command.summary.length).toBeLessThanOrEqual(100);
      for (const option of command.options) {
        expect(option.name).toMatch(/^[a-z0-9-]{1,32}$/);
        expect(option.summary.length).toBeLessThanOrEqual(100);
        if (option.kind === 'choice') expect(option.choices.length).toBeLessThanOrEqual(25);
        if (option.kind === 'text') expect(option.complete?.('', ask()).length ?? 0).toBeLessThanOrEqual(25);
      }
    },
  );

  it('are registered with Discord, except for the hidden one', () => {
    const [root] = describeCommands(commands);

    const registered = (root?.options ?? []).flatMap((option) =>
      option.type === ApplicationCommandOptionType.SubcommandGroup
        ? (option.options ?? []).map(({ name }) => `${option.name}/${name}`)
        : [option.name],
    );
    expect(registered).toEqual(commands.filter(({ command }) => !command.hidden).map(({ path }) => path));
  });

  it('have entries in the menu of messages that fit there, each with a name of its own', () => {
    const menus = menusOf(commands);
    const names = menus.map(([name]) => name);

    expect(names.toSorted()).toEqual(['Help me respond', 'What did Nod notice?']);
    for (const [name, { summary = '', where }] of menus) {
      expect(name.length).toBeLessThanOrEqual(32);
      expect(summary.length).toBeLessThanOrEqual(100);
      expect(where.length).toBeGreaterThan(0);
    }
    expect(
      describeCommands(commands)
        .slice(1)
        .map(({ name }) => name),
    ).toEqual(names.toSorted());
  });

  it('work in the direct messages with Nod, except for asking somebody', () => {
    const serverOnly = commands.filter(({ command }) => command.where === 'server').map(({ path }) => path);

    expect(serverOnly).toEqual(['start']);
  });
});

describe.each(Object.entries(lives))('everything shown to %s', (_name, life) => {
  it('fits, has an answer to every press, and says no word that hurts', async () => {
    let shown = 0;
    for await (const answer of everythingShown(life)) {
      shown += 1;
      expectFits(answer);
    }

    expect(shown).toBeGreaterThan(commands.length);
  });
});

describe('the catalogue of texts', () => {
  it('holds no word that hurts', () => {
    const all = textsIn(texts);

    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((text) => FORBIDDEN.test(text))).toEqual([]);
  });

  it('would be caught using one', () => {
    for (const text of ['You missed one', 'a withdrawal', 'Your score: 3', 'You turned away', 'muted until 5']) {
      expect(text).toMatch(FORBIDDEN);
    }
  });
});
