import type { ChatEvent } from '../domain/chat-event.ts';
import type { MessageId, PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { SaidMessage } from '../domain/utterance.ts';
import type { HistoryMessage, Platform } from '../ports/platform.ts';
import type { Desk } from './desk.ts';
import { withVectors } from './vectors.ts';

/** How catching up goes along with the rest. */
export interface CatchUpTerms {
  readonly platform: Platform;
  readonly now: () => Instant;
  /** A change is waiting or Nod is stopping: the rest stays unread, and what was on its way is not fed any more. */
  readonly signal: AbortSignal;
  /** Called after each message, so that what was read gets saved. */
  readonly onProgress: () => void;
}

/**
 * Reads what was missed while the process or the connection was down. History holds messages, edits and
 * reactions that stand, but not when a reaction came: those are fed without a time (law 4).
 */
export async function catchUp(desk: Desk, terms: CatchUpTerms): Promise<void> {
  desk.session.forgetTyping();
  await recallHeld(desk, terms);
  if (terms.signal.aborted) return;
  const { cursor } = desk.session.state;
  if (cursor === undefined) return;
  for await (const message of terms.platform.history(desk.row.channel, cursor)) {
    if (terms.signal.aborted) return;
    await desk.hear({ event: asEvent(message), dedupe: message.id }, terms.now, terms.signal);
    await hearReactions(desk, message, { ...terms, at: message.at });
    if (terms.signal.aborted) return;
    terms.onProgress();
  }
}

/** Fills in the words of live moments, and feeds what happened to those messages meanwhile. */
async function recallHeld(desk: Desk, terms: CatchUpTerms): Promise<void> {
  const { platform, now, signal } = terms;
  const { session } = desk;
  const held = session.held();
  if (held.length === 0) return;
  const { time } = session.state;
  const found = await platform.recall(desk.row.channel, held);
  if (signal.aborted) return;
  const recalled = await withVectors(
    found.flatMap((message) => said(desk, message)),
    desk.encoder,
  );
  if (signal.aborted) return;
  // Nobody notices at once that a connection is dead: an edit may be older than what time alone has done since.
  const isNew = ({ editedAt, id, text }: HistoryMessage) =>
    editedAt !== undefined && (editedAt > time || session.heardOtherwise(id, text));
  const edited = new Set(found.filter(isNew).map(({ id }) => id));
  // What was edited gets its words by the edit: were this interrupted before, the next time could not tell that they changed.
  session.refill(recalled.filter(({ id, text }) => !(edited.has(id) && session.heardOtherwise(id, text))));
  const there = new Set(found.map((message) => message.id));
  for (const id of held) {
    if (there.has(id)) continue;
    await desk.hear({ event: { type: 'delete', at: time, target: id }, dedupe: undefined }, now, signal);
  }
  for (const message of found) {
    const { id, text } = message;
    const edit = { event: { type: 'edit', at: time, target: id, text }, dedupe: undefined } as const;
    if (edited.has(id)) await desk.hear(edit, now, signal);
    await hearReactions(desk, message, { ...terms, at: time });
  }
}

async function hearReactions(
  desk: Desk,
  message: HistoryMessage,
  { at, now, signal }: Pick<CatchUpTerms, 'now' | 'signal'> & { readonly at: Instant },
): Promise<void> {
  for (const { by, emoji } of message.reactions) {
    if (isKnown(desk, message.id, emoji)) continue;
    const event: ChatEvent<PersonId> = { type: 'reaction', at, by, target: message.id, emoji, foundAt: now() };
    await desk.hear({ event, dedupe: undefined }, now, signal);
  }
}

/** A reaction that was heard live keeps its time. */
function isKnown(desk: Desk, target: MessageId, emoji: string): boolean {
  const { bids, early } = desk.session.state;
  const onBid = bids.some((bid) => bid.acts.some((act) => act.event === target && act.emoji === emoji));
  return onBid || early.some((reaction) => reaction.target === target && reaction.emoji === emoji);
}

function asEvent({ by, at, id, text, attachments, replyTo }: HistoryMessage): ChatEvent<PersonId> {
  return { type: 'message', by, at, id, text, attachments, ...(replyTo === undefined ? {} : { replyTo }) };
}

function said(desk: Desk, message: HistoryMessage): SaidMessage[] {
  const member = desk.members.find((one) => one.person === message.by);
  if (!member) return [];
  const { at, id, text, attachments, replyTo } = message;
  return [{ by: member.id, at, id, text, attachments, ...(replyTo === undefined ? {} : { replyTo }) }];
}
