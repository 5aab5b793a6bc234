import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  GatewayDispatchEvents as Event,
  InteractionType,
  MessageFlags,
  MessageType,
  InteractionResponseType as Response,
} from 'discord-api-types/v10';
import { type MessageId, messageId } from '../../../src/domain/ids.ts';
import { type Instant, MINUTE, SECOND } from '../../../src/domain/time.ts';
import { refuse } from './faults.ts';
import type { Gateway } from './gateway.ts';
import type { Draft, Happenings } from './happenings.ts';
import { checkPostable } from './limits.ts';
import { messagePayload } from './payloads.ts';
import type { World, WorldChannel, WorldMessage } from './world.ts';

// Source: Discord API reference, "Receiving and Responding": 3 s to acknowledge, 15 min for the token.
export const ACKNOWLEDGE_WITHIN = 3 * SECOND;
const TOKEN_LIVES = 15 * MINUTE;

/** What the bot answered to one interaction, and how it stands now. */
export interface Answered {
  readonly interaction: string;
  readonly type: Response;
  /** What the acknowledgement carried; a deferred one carries nothing yet, see `shown`. */
  readonly data: {
    readonly content?: string;
    readonly components?: readonly APIMessageTopLevelComponent[];
    readonly flags?: MessageFlags;
  };
  readonly modal?: APIModalInteractionResponseCallbackData;
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
  /** The message that holds the answer, or that was changed by it; pass it to `press` and `choose`. */
  readonly message?: MessageId;
  /** Every state in which the bot put that message later. */
  readonly edits: readonly APIMessage[];
  readonly followUps: readonly MessageId[];
}

/** One interaction from its event to the end of its token. */
export interface Pending {
  readonly id: string;
  readonly token: string;
  readonly by: string;
  readonly channel: WorldChannel;
  readonly event: APIInteraction;
  readonly at: Instant;
  /** The message whose component was used. */
  readonly source?: WorldMessage;
  answer?: Answered;
  /** The message that `@original` means. */
  original?: WorldMessage;
  readonly edits: APIMessage[];
  readonly followUps: MessageId[];
  readonly acknowledged: (answer: Answered) => void;
}

/** Everything a callback or a webhook body may say about a message. */
export type Body = Partial<Omit<Draft, 'author'>>;

/** A callback as it came: what it would post, and what it would change. */
export interface Acknowledgement {
  readonly id: string;
  readonly token: string;
  readonly response: APIInteractionResponse;
  readonly draft: Body;
  readonly changes: Partial<APIMessage>;
}

/** Interactions under way: who waits for which answer, and which messages their tokens may touch. */
export class Interactions {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #happenings: Happenings;
  readonly #patience: number;
  readonly #pending = new Map<string, Pending>();

  constructor(world: World, tell: { gateway: Gateway; happenings: Happenings }, patienceMilliseconds: number) {
    this.#world = world;
    this.#gateway = tell.gateway;
    this.#happenings = tell.happenings;
    this.#patience = patienceMilliseconds;
  }

  /** Sends the event and waits, in real time, until the bot acknowledges it. */
  begin(event: APIInteraction, about: { by: string; channel: WorldChannel; source?: WorldMessage }): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(
        () => reject(new Error(`no acknowledgement of interaction ${event.id}`)),
        this.#patience,
      );
      const acknowledged = (answer: Answered) => {
        clearTimeout(deadline);
        resolve(answer);
      };
      const { id, token } = event;
      const at = this.#world.now();
      this.#pending.set(id, { id, token, event, at, ...about, edits: [], followUps: [], acknowledged });
      this.#gateway.dispatch({ t: Event.InteractionCreate, d: event }, about.channel.guild);
    });
  }

  /** The callback: makes or changes a message and wakes whoever waits for it. */
  acknowledge({ id, token, response, ...said }: Acknowledgement): Pending {
    const pending = this.#pending.get(id);
    if (pending === undefined || pending.token !== token) throw refuse(10062);
    if (pending.answer !== undefined) throw refuse(40060);
    if (this.#world.now() - pending.at > ACKNOWLEDGE_WITHIN) throw refuse(10062);
    this.#apply(pending, response.type, said);
    const answer: Answered = {
      interaction: id,
      type: response.type,
      data: 'data' in response ? pickData(response.data) : {},
      ...(response.type === Response.Modal ? { modal: response.data } : {}),
      ...(response.type === Response.ApplicationCommandAutocompleteResult
        ? { choices: response.data.choices ?? [] }
        : {}),
      ...(pending.original === undefined ? {} : { message: messageId(pending.original.message.id) }),
      edits: pending.edits,
      followUps: pending.followUps,
    };
    pending.answer = answer;
    pending.acknowledged(answer);
    return pending;
  }

  /** The interaction that last opened this form for this person. */
  openForm(by: string, customId: string): Pending {
    const opened = [...this.#pending.values()].filter(
      ({ by: who, answer }) => who === by && answer?.modal?.custom_id === customId,
    );
    const last = opened.at(-1);
    if (last === undefined) throw new Error(`No form "${customId}" is open.`);
    return last;
  }

  /** The interaction whose token this is, while it lives. */
  byToken(token: string): Pending {
    const pending = [...this.#pending.values()].find((one) => one.token === token);
    if (pending === undefined || this.#world.now() - pending.at > TOKEN_LIVES) throw refuse(50027);
    if (pending.answer === undefined) throw refuse(10062);
    return pending;
  }

  /** A message the token may touch, by id or as `@original`. */
  messageOf(pending: Pending, id: string): WorldMessage {
    const held = id === '@original' ? pending.original : pending.channel.messages.get(id);
    if (held === undefined || !pending.channel.messages.has(held.message.id)) throw refuse(10008);
    return held;
  }

  edit(pending: Pending, held: WorldMessage, changes: Partial<APIMessage>): void {
    const flags = (held.message.flags ?? 0) & ~MessageFlags.Loading;
    const wasLoading = flags !== held.message.flags;
    const edited = wasLoading ? { edited_timestamp: null, ...changes, flags } : changes;
    this.#change(pending, held, edited);
    if (held === pending.original) pending.edits.push(messagePayload(this.#world, held));
  }

  followUp(pending: Pending, body: Body): WorldMessage {
    checkPostable(body);
    const held = this.#post(pending, body, { replyTo: pending.original });
    pending.followUps.push(messageId(held.message.id));
    return held;
  }

  #apply(pending: Pending, type: Response, { draft, changes }: Pick<Acknowledgement, 'draft' | 'changes'>): void {
    switch (type) {
      case Response.ChannelMessageWithSource:
        checkPostable(draft);
        pending.original = this.#post(pending, draft, answerShape(pending));
        break;
      case Response.DeferredChannelMessageWithSource: {
        const flags = (draft.flags ?? 0) | MessageFlags.Loading;
        pending.original = this.#post(pending, { ...draft, flags }, answerShape(pending));
        break;
      }
      case Response.UpdateMessage:
      case Response.DeferredMessageUpdate:
        if (pending.source === undefined) throw refuse(50035, 'there is no message to update');
        pending.original = pending.source;
        if (type === Response.UpdateMessage) this.#change(pending, pending.source, changes);
        break;
      default:
        break;
    }
  }

  #change(pending: Pending, held: WorldMessage, changes: Partial<APIMessage>): void {
    checkPostable({ ...held.message, ...changes });
    this.#happenings.change(pending.channel, held, changes);
  }

  #post(pending: Pending, body: Body, shape: AnswerShape): WorldMessage {
    const { bot } = this.#world;
    const ephemeral = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    return this.#happenings.post(pending.channel, {
      content: '',
      ...body,
      author: bot,
      webhook: bot,
      mentions: false,
      ...(shape.type === undefined ? {} : { type: shape.type }),
      ...(shape.replyTo === undefined ? {} : { replyTo: shape.replyTo.message.id }),
      ...(ephemeral ? { onlyFor: pending.by } : {}),
      interaction: this.#metadata(pending),
    });
  }

  #metadata({ event, by }: Pending): NonNullable<APIMessage['interaction_metadata']> {
    const base = { id: event.id, user: this.#world.user(by).user };
    const owners = { authorizing_integration_owners: event.authorizing_integration_owners };
    return { ...base, ...owners, type: event.type } as NonNullable<APIMessage['interaction_metadata']>;
  }
}

function pickData(data: object | undefined): Answered['data'] {
  const { content, components, flags } = (data ?? {}) as {
    -readonly [K in keyof Answered['data']]: Answered['data'][K];
  };
  return {
    ...(content === undefined ? {} : { content }),
    ...(components === undefined ? {} : { components }),
    ...(flags === undefined ? {} : { flags }),
  };
}

/** How an answer is marked: as a command's, or as a reply to the message whose button was pressed. */
interface AnswerShape {
  readonly type?: MessageType;
  readonly replyTo?: WorldMessage | undefined;
}

function answerShape({ event, source }: Pending): AnswerShape {
  if (source !== undefined) return { replyTo: source };
  if (event.type !== InteractionType.ApplicationCommand) return {};
  const isTyped = event.data.type === ApplicationCommandType.ChatInput;
  return { type: isTyped ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand };
}
