import {
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type REST,
  type RequestData,
  Routes,
} from 'discord.js';
import type { Card } from '../../ports/card.ts';
import type { Answer, AnswerFile } from '../../ports/command.ts';
import { texts } from '../../texts/texts.ts';
import { renderCard, renderModal } from './cards.ts';
import { isAcknowledged } from './failures.ts';

/** The one way back to whoever used a command or pressed a button; only they see it. */
export interface Reply {
  /** Says that an answer is coming, which leaves 15 minutes for it. */
  defer(): Promise<void>;
  answer(answer: Answer): Promise<void>;
  complete(choices: readonly string[]): Promise<void>;
}

/** Discord API reference, "Application Command Autocomplete". */
const MOST_COMPLETIONS = 25;

export function createReply(rest: REST, interaction: APIInteraction, person: string): Reply {
  const pressed = 'message' in interaction ? interaction.message : undefined;
  // A card that others see as well, or that stays in a direct message, is never changed by a press.
  const replaceable = ((pressed?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  let deferred = false;

  function callback(type: InteractionResponseType, body?: object, attached: Attached = {}): Promise<unknown> {
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    return rest.post(route, { body: { type, ...(body !== undefined && { data: body }) }, auth: false, ...attached });
  }

  /** After a press the card stays as it is until there is an answer; after a command, dots are shown. */
  async function defer(): Promise<void> {
    try {
      if (pressed !== undefined) await callback(InteractionResponseType.DeferredMessageUpdate);
      else await callback(InteractionResponseType.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral });
    } catch (error) {
      // The answer to the first call was lost, and discord.js has repeated it: the dots are there.
      if (!isAcknowledged(error)) throw error;
    }
    deferred = true;
  }

  async function answer(given: Answer): Promise<void> {
    if ('card' in given) return show(given.card, given.replace === true && replaceable, given.file);
    // A form can only be opened at once, and never by a form.
    if (deferred || interaction.type === InteractionType.ModalSubmit) return show({ text: texts.common.again }, false);
    await callback(InteractionResponseType.Modal, renderModal(given.modal, person));
  }

  async function show(card: Card, replace: boolean, file?: AnswerFile): Promise<void> {
    const body = renderCard(card, person);
    const whispered = { ...body, flags: MessageFlags.Ephemeral };
    const attached = attach(file);
    const { application_id, token } = interaction;
    if (!deferred) {
      if (replace) await callback(InteractionResponseType.UpdateMessage, body, attached);
      else await callback(InteractionResponseType.ChannelMessageWithSource, whispered, attached);
    } else if (replace || pressed === undefined) {
      const route = Routes.webhookMessage(application_id, token, '@original');
      await rest.patch(route, { body, auth: false, ...attached });
    } else {
      await rest.post(Routes.webhook(application_id, token), { body: whispered, auth: false, ...attached });
    }
  }

  async function complete(choices: readonly string[]): Promise<void> {
    const offered = choices.slice(0, MOST_COMPLETIONS).map((choice) => ({ name: choice, value: choice }));
    await callback(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices: offered });
  }

  return { defer, answer, complete };
}

/** What a call carries besides its body. */
type Attached = Pick<RequestData, 'files'>;

function attach(file: AnswerFile | undefined): Attached {
  return file === undefined ? {} : { files: [{ name: file.name, data: Buffer.from(file.text) }] };
}
