import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandType,
  InteractionType,
  type REST,
} from 'discord.js';
import { NodError, sayError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Answer, Command, NamedCommand } from '../../ports/command.ts';
import type { Log } from '../../ports/log.ts';
import type { PlatformListener } from '../../ports/platform.ts';
import { texts } from '../../texts/texts.ts';
import { onlyOffered, type Pressed, pointedIn, presserOf, pressIn, typedIn } from './asks.ts';
import { ANYONE, readCustomId } from './custom-id.ts';
import { codeOf } from './failures.ts';
import { createReply, type Reply } from './reply.ts';

/** Discord waits 3 s; half of it for Nod leaves the other half for the way there. */
const ANSWERS_WITHIN = 1_500;
/** How many interactions are remembered, so that one told again after a resume is answered once. */
const REMEMBERED = 1_000;

export interface PressTerms {
  readonly rest: REST;
  readonly commands: readonly NamedCommand[];
  readonly listener: Pick<PlatformListener, 'asked' | 'pointed' | 'pressed'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether Nod stays in this server at all. */
  readonly admits: (guild: string) => boolean;
}

/** Answers everything people type to Nod or press on it. Never rejects. */
export function createPresses(terms: PressTerms): (interaction: APIInteraction) => Promise<void> {
  const { rest, listener, clock, log } = terms;
  const commands: ReadonlyMap<string, Command> = new Map(terms.commands.map(({ path, command }) => [path, command]));
  const answered = new Set<string>();

  return async function interacted(interaction) {
    if (answered.has(interaction.id)) return;
    rememberIn(answered, interaction.id);
    const reply = createReply(rest, interaction, presserOf(interaction));
    try {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) await complete(interaction, reply);
      else await answerInTime(reply, () => decide(interaction));
    } catch (error) {
      // Expired or acknowledged already: nobody is left to answer.
      log.warn({ code: codeOf(error) }, 'an answer did not get through');
    }
  };

  async function decide(interaction: APIInteraction): Promise<Answer> {
    if (interaction.guild_id !== undefined && !terms.admits(interaction.guild_id)) throw notHere();
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        return interaction.data.type === ApplicationCommandType.Message
          ? point(interaction as APIMessageApplicationCommandInteraction)
          : ask(interaction);
      case InteractionType.MessageComponent:
      case InteractionType.ModalSubmit:
        return press(interaction);
      case InteractionType.Ping:
      case InteractionType.ApplicationCommandAutocomplete:
        return outdated();
    }
  }

  async function ask(interaction: APIApplicationCommandInteraction): Promise<Answer> {
    const { path, ask } = typedIn(interaction);
    const command = commands.get(path);
    if (command === undefined) return outdated();
    if (command.where === 'server' && ask.where === 'dm') throw wrongPlace();
    return listener.asked(command, { ...ask, options: onlyOffered(command.options, ask.options) });
  }

  async function point(interaction: APIMessageApplicationCommandInteraction): Promise<Answer> {
    const { name } = interaction.data;
    const command = terms.commands.find(({ command: one }) => Object.hasOwn(one.menus ?? {}, name))?.command;
    const menu = command?.menus?.[name];
    if (command === undefined || menu === undefined) return outdated();
    const pointed = pointedIn(interaction);
    if (pointed === undefined) return outdated();
    if (!menu.where.some((place) => place === pointed.where)) throw wrongMenuPlace();
    return listener.pointed(command, menu, pointed);
  }

  async function press(interaction: Pressed): Promise<Answer> {
    const carried = readCustomId(interaction.data.custom_id);
    const command = carried && commands.get(carried.path);
    if (command?.presses === undefined || !Object.hasOwn(command.presses, carried?.action ?? '')) return outdated();
    if (carried === undefined) return outdated();
    if (carried.partner !== ANYONE && carried.partner !== presserOf(interaction)) throw notYours();
    return listener.pressed(command, pressIn(interaction, carried));
  }

  /** What an option offers for what was typed so far; nothing is better than an error under the fingers. */
  async function complete(interaction: APIApplicationCommandAutocompleteInteraction, reply: Reply): Promise<void> {
    const { path, ask, focused } = typedIn(interaction);
    const option = commands.get(path)?.options.find(({ name }) => name === focused?.name);
    let offered: readonly string[] = [];
    try {
      if (option?.kind === 'text') offered = option.complete?.(String(focused?.value ?? ''), ask) ?? [];
    } catch (error) {
      log.warn({ code: codeOf(error), command: path }, 'nothing could be suggested');
    }
    await reply.complete(offered);
  }

  /** Answers at once where it can, else says in time that an answer is coming. */
  async function answerInTime(reply: Reply, decided: () => Promise<Answer>): Promise<void> {
    const done = new AbortController();
    const answer = decided()
      .catch((error: unknown): Answer => {
        // What one person may not do is nobody else's business; what broke is the host's.
        if (error instanceof NodError) log.debug({ code: error.code }, 'a command could not do what was asked');
        else log.error({ code: codeOf(error) }, 'a command failed');
        return { card: { text: error instanceof NodError ? sayError(error) : texts.refusals.unexpected } };
      })
      .finally(() => done.abort());
    const late = clock.sleepUntil(clock.now() + ANSWERS_WITHIN, done.signal).then(
      () => true,
      () => false,
    );
    if (await late) await reply.defer();
    await reply.answer(await answer);
  }
}

function rememberIn(ids: Set<string>, id: string): void {
  ids.add(id);
  const [oldest] = ids;
  if (ids.size > REMEMBERED && oldest !== undefined) ids.delete(oldest);
}

function outdated(): Answer {
  return { card: { text: texts.common.outdated } };
}

function notYours(): NodError {
  return new NodError('NOT_YOURS', texts.refusals.notYours.message, texts.refusals.notYours.hint);
}

function wrongPlace(): NodError {
  return new NodError('WRONG_PLACE', texts.refusals.onlyInServer.message, texts.refusals.onlyInServer.hint);
}

function wrongMenuPlace(): NodError {
  return new NodError('WRONG_PLACE', texts.refusals.notOnMessages.message, texts.refusals.notOnMessages.hint);
}

function notHere(): NodError {
  return new NodError('WRONG_PLACE', texts.refusals.notThisServer.message, texts.refusals.notThisServer.hint);
}
