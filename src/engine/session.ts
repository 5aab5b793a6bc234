import type { ChatEvent } from '../domain/chat-event.ts';
import type { DyadState } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { type SaidMessage, wordsIn } from '../domain/utterance.ts';
import type { Opinion } from './asking.ts';
import { type ConsentedEvent, isListening } from './door.ts';
import type { Draft, StepEnv } from './draft.ts';
import { heldBy } from './held.ts';
import { createNoticing, type Noticing } from './noticing.ts';
import { type Step, step, type Wake } from './step.ts';
import { mayHearPauses, NO_TYPING, stillAllowed, type TypingSeen } from './typing.ts';

/** The parts that do not change from step to step. */
export type SessionParts = Pick<StepEnv, 'reader' | 'pairer' | 'chance' | 'options'>;

/**
 * A couple's state together with the words it may look at: memory only, forgotten as soon as no live
 * moment needs them. Live, replay, the demonstration and tests all go through one.
 */
export interface Session {
  readonly state: DyadState;
  /** Takes one event; `now` only decides whether a nudge may still be sent. */
  feed(event: ConsentedEvent | Opinion | Wake, now: Instant): Step;
  /** Not all that happened is known: who typed before it, how long and whether still, nobody can say. */
  forgetTyping(): void;
  /** Puts words back that a restart or a gap lost. */
  refill(messages: readonly SaidMessage[]): void;
  /** Whether the message is in memory with other words than these. */
  heardOtherwise(id: MessageId, text: string): boolean;
  /** Ids of all messages that a live moment holds. */
  held(): readonly MessageId[];
  /** Replaces the state, as a change by a command does. */
  replace(state: DyadState): void;
  /** A draft to look at, with one message more if need be; nothing that is done to it is kept. */
  glance(more?: SaidMessage): Draft;
  /** What Nod heard in what each said lately, for them alone. */
  readonly noticing: Pick<Noticing, 'of'>;
  /** How many messages' words are in memory. */
  readonly wordsHeld: number;
}

export function createSession(initial: DyadState, parts: SessionParts): Session {
  let state = initial;
  let dangerAt: readonly Instant[] = [];
  let typing: TypingSeen = NO_TYPING;
  const words = new Map<MessageId, SaidMessage>();
  const noticing = createNoticing();

  function prune(): void {
    const held = new Set(heldBy(state));
    for (const id of words.keys()) if (!held.has(id)) words.delete(id);
    if (!isListening(state)) noticing.clear();
    for (const partner of state.partners) if (!mayHearPauses(partner)) noticing.forgetPauses(partner.id);
    typing = isListening(state) ? stillAllowed(typing, state) : NO_TYPING;
  }

  function take(event: ConsentedEvent | Opinion | Wake, now: Instant): Step {
    const { burst } = state;
    const stepped = step(state, event, { ...parts, now, words: wordsIn(words), dangerAt, typing });
    noticing.note(burst, stepped.trace);
    state = stepped.state;
    dangerAt = stepped.dangerAt;
    typing = stepped.typing;
    prune();
    return stepped;
  }

  /** What was over before the words changed is read as it was said. */
  function passTimeBefore(event: ConsentedEvent | Opinion | Wake, now: Instant): Step | undefined {
    const changesWords = event.type === 'edit' || event.type === 'delete';
    return changesWords ? take({ type: 'wake', at: event.at }, now) : undefined;
  }

  return {
    get state() {
      return state;
    },
    get wordsHeld() {
      return words.size;
    },
    feed(event, now) {
      const before = passTimeBefore(event, now);
      hearWords(words, event);
      if (event.type === 'edit' || event.type === 'delete') noticing.drop(event.target);
      const stepped = take(event, now);
      if (!before) return stepped;
      const effects = [...before.effects, ...stepped.effects];
      return { ...stepped, effects, trace: [...before.trace, ...stepped.trace] };
    },
    forgetTyping() {
      typing = NO_TYPING;
    },
    refill(messages) {
      for (const message of messages) words.set(message.id, message);
      prune();
    },
    heardOtherwise(id, text) {
      const known = words.get(id);
      return known !== undefined && known.text !== text;
    },
    held: () => heldBy(state),
    glance(more) {
      const seen = new Map(more ? [...words, [more.id, more]] : words);
      const env = { ...parts, now: state.time, words: wordsIn(seen), dangerAt, typing };
      return { state, dangerAt: [], typing: NO_TYPING, effects: [], trace: [], env };
    },
    noticing,
    replace(next) {
      state = next;
      prune();
    },
  };
}

function hearWords(words: Map<MessageId, SaidMessage>, event: ChatEvent<PartnerId> | Opinion | Wake): void {
  if (event.type === 'message') {
    const { type: _, ...said } = event;
    words.set(event.id, said);
    return;
  }
  if (event.type === 'delete') words.delete(event.target);
  if (event.type !== 'edit') return;
  const known = words.get(event.target);
  if (!known) return;
  const { vector: _, ...rest } = known; // it told of the words before
  const { text, vector } = event;
  words.set(event.target, { ...rest, text, ...(vector ? { vector } : {}) });
}
