import {
  type APIMessage,
  PermissionFlagsBits as Permission,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  ReactionType,
} from 'discord-api-types/v10';
import { MINUTE } from '../../../src/domain/time.ts';
import { refuse } from './faults.ts';
import { blank } from './intents.ts';
import type { Body } from './interactions.ts';
import { checkPostable } from './limits.ts';
import { messagePayload } from './payloads.ts';
import type { Call, Route } from './rest.ts';
import type { World, WorldChannel, WorldMessage } from './world.ts';

/** How long Discord knows a nonce again: "the past few minutes". Source: API reference, "Create Message". */
const NONCE_KNOWN = 5 * MINUTE;
const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 100;

/** A body as Discord takes it, turned into what is posted; uploads become attachments. */
export function draftOf(body: unknown, call: Pick<Call, 'uploads'>): Body {
  const sent = (body ?? {}) as RESTPatchAPIChannelMessageJSONBody & RESTPostAPIChannelMessageJSONBody;
  const parse = sent.allowed_mentions?.parse;
  return {
    content: sent.content ?? '',
    embeds: sent.embeds ?? [],
    components: sent.components ?? [],
    attachments: call.uploads,
    ...(sent.flags === undefined || sent.flags === null ? {} : { flags: sent.flags }),
    ...(sent.nonce === undefined ? {} : { nonce: sent.nonce }),
    ...(sent.message_reference?.message_id === undefined ? {} : { replyTo: sent.message_reference.message_id }),
    mentions: parse === undefined || parse.some((kind) => kind === 'users'),
  };
}

/** The part of a PATCH body that was really sent; null empties. */
export function changesOf(body: unknown, call: Pick<Call, 'uploads'>): Partial<APIMessage> {
  const sent = (body ?? {}) as RESTPatchAPIChannelMessageJSONBody;
  return {
    ...(sent.content === undefined ? {} : { content: sent.content ?? '' }),
    ...(sent.embeds === undefined ? {} : { embeds: sent.embeds ?? [] }),
    ...(sent.components === undefined ? {} : { components: sent.components ?? [] }),
    ...(call.uploads.length === 0 && sent.attachments === undefined ? {} : { attachments: [...call.uploads] }),
    ...(sent.flags === undefined || sent.flags === null ? {} : { flags: sent.flags }),
  };
}

/** The message as the bot may read it. */
function shown(call: Call, channel: WorldChannel, held: WorldMessage): APIMessage {
  const message = messagePayload(call.world, held);
  return call.messageContent || channel.guild === undefined ? message : blank(message, call.world.bot);
}

/** A message in a channel that the bot can see; ephemeral ones are found only through their tokens. */
function find(call: Call): { channel: WorldChannel; held: WorldMessage } {
  const channel = call.world.openToBot(call.params['channel'] ?? '');
  const held = channel.messages.get(call.params['message'] ?? '');
  if (held === undefined || held.onlyFor !== undefined) throw refuse(10008);
  return { channel, held };
}

function list(call: Call): APIMessage[] {
  const channel = call.world.openToBot(call.params['channel'] ?? '');
  if (!call.world.may(call.world.bot, Permission.ReadMessageHistory, channel)) return [];
  const limit = Number(call.query.get('limit') ?? DEFAULT_PAGE);
  if (!(limit >= 1 && limit <= LARGEST_PAGE)) throw refuse(50035, `limit ${limit}`);
  const after = call.query.get('after');
  const before = call.query.get('before');
  const all = call.world.history(channel).filter(({ message: { id } }) => {
    if (after !== null && BigInt(id) <= BigInt(after)) return false;
    return before === null || BigInt(id) < BigInt(before);
  });
  // Pages touch the cursor they were asked from, and come newest first either way.
  const page = after === null ? all.slice(-limit) : all.slice(0, limit);
  return page.reverse().map((held) => shown(call, channel, held));
}

function post(call: Call): APIMessage {
  const { world } = call;
  const channel = world.openToBot(call.params['channel'] ?? '');
  const body = call.body as RESTPostAPIChannelMessageJSONBody;
  if (!world.may(world.bot, Permission.SendMessages, channel)) throw refuse(50013);
  checkPostable({ ...body, attachments: call.uploads });
  checkReachable(world, channel);
  const known = body.enforce_nonce ? sentWith(call, channel, body.nonce) : undefined;
  const held = known ?? call.happenings.post(channel, { content: '', ...draftOf(body, call), author: world.bot });
  if (body.nonce !== undefined) world.nonces.set(`${channel.id} ${body.nonce}`, held);
  return { ...shown(call, channel, held), ...(body.nonce === undefined ? {} : { nonce: body.nonce }) };
}

function checkReachable(world: World, channel: WorldChannel): void {
  if (channel.guild !== undefined) return;
  const other = channel.recipients.find((id) => id !== world.bot) ?? '';
  if (!world.shareGuild(other, world.bot)) throw refuse(50278);
  if (world.user(other).closed) throw refuse(50007);
}

function sentWith(call: Call, channel: WorldChannel, nonce: string | number | undefined): WorldMessage | undefined {
  const held = call.world.nonces.get(`${channel.id} ${nonce}`);
  if (held === undefined || call.world.now() - Date.parse(held.message.timestamp) > NONCE_KNOWN) return undefined;
  return held;
}

function patch(call: Call): APIMessage {
  const { channel, held } = find(call);
  if (held.message.author.id !== call.world.bot) throw refuse(50005);
  const changes = changesOf(call.body, call);
  checkPostable({ ...held.message, ...changes });
  call.happenings.change(channel, held, changes);
  return shown(call, channel, held);
}

function remove(call: Call): void {
  const { channel, held } = find(call);
  const own = held.message.author.id === call.world.bot;
  if (!own && channel.guild === undefined) throw refuse(50003);
  if (!own && !call.world.may(call.world.bot, Permission.ManageMessages, channel)) throw refuse(50013);
  call.happenings.remove(channel, [held.message.id]);
}

function react(call: Call): void {
  const { channel, held } = find(call);
  if (!call.world.may(call.world.bot, Permission.AddReactions, channel)) throw refuse(50013);
  call.happenings.react(call.world.bot, held.message.id, call.params['emoji'] ?? '');
}

function whoReacted(call: Call): unknown {
  const { held } = find(call);
  const emoji = call.params['emoji'];
  const there = held.reactions.find(({ emoji: { id, name } }) => (id === null ? name : `${name}:${id}`) === emoji);
  const after = BigInt(call.query.get('after') ?? 0);
  const isBurst = call.query.get('type') === String(ReactionType.Super);
  const ids = ((isBurst ? there?.bursts : there?.users) ?? []).filter((id) => BigInt(id) > after);
  return ids.slice(0, Number(call.query.get('limit') ?? 25)).map((id) => call.world.user(id).user);
}

export const MESSAGE_ROUTES: readonly Route[] = [
  { on: 'GET /channels/:channel/messages', run: list },
  { on: 'POST /channels/:channel/messages', run: post },
  {
    on: 'GET /channels/:channel/messages/:message',
    run(call) {
      const { channel, held } = find(call);
      if (!call.world.may(call.world.bot, Permission.ReadMessageHistory, channel)) throw refuse(50013);
      return shown(call, channel, held);
    },
  },
  { on: 'PATCH /channels/:channel/messages/:message', run: patch },
  { on: 'DELETE /channels/:channel/messages/:message', run: remove },
  { on: 'GET /channels/:channel/messages/:message/reactions/:emoji', run: whoReacted },
  { on: 'PUT /channels/:channel/messages/:message/reactions/:emoji/@me', run: react },
  {
    on: 'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me',
    run: (call) => call.happenings.unreact(call.world.bot, find(call).held.message.id, call.params['emoji'] ?? ''),
  },
  {
    on: 'POST /channels/:channel/typing',
    run: (call) => call.happenings.type(call.world.bot, call.world.openToBot(call.params['channel'] ?? '')),
  },
];
