import type { DyadState } from '../domain/dyad.ts';
import { partnerId } from '../domain/ids.ts';
import type { Nudge } from '../domain/nudge.ts';
import { everythingOn } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import { createChance } from '../engine/chance.ts';
import { admit, type Members } from '../engine/door.ts';
import type { EngineOptions } from '../engine/draft.ts';
import type { Effect, Trace } from '../engine/effects.ts';
import { newDyad } from '../engine/new-dyad.ts';
import { createSession, type SessionParts } from '../engine/session.ts';
import type { Step } from '../engine/step.ts';
import { withVector } from '../engine/vectors.ts';
import type { Encoder } from '../ports/encoder.ts';
import type { ImportedChat } from '../ports/importer.ts';

/** Everything that came of a chat played through the real engine on a virtual clock. */
export interface Played {
  readonly members: Members;
  readonly trace: readonly Trace[];
  readonly effects: readonly Effect[];
  readonly nudges: readonly { readonly nudge: Nudge; readonly afterEvent?: string }[];
  /** Nudges that were taken back, and when. */
  readonly takenBack: readonly { readonly nudge: Nudge; readonly at: Instant }[];
}

/** Waking goes on this long after the last event at most; every window is closed by then. */
const LONGEST_TAIL = 30;

/**
 * Plays the chat: both opted in to everything, default settings. Between two events the clock stops at
 * every instant at which time alone changes something.
 */
export async function play(
  chat: ImportedChat,
  { encoder, ...parts }: Pick<SessionParts, 'reader' | 'pairer'> & { readonly encoder: Encoder },
  options: EngineOptions,
): Promise<Played> {
  const start = chat.events[0]?.event.at ?? 0;
  const members: Members = [
    { id: partnerId(1), person: chat.partners[0].id },
    { id: partnerId(2), person: chat.partners[1].id },
  ];
  const newPartner = (index: 0 | 1) => ({
    id: members[index].id,
    settings: everythingOn(chat.partners[index].zone),
    consentedAt: start,
  });
  const state = newDyad([newPartner(0), newPartner(1)], { at: start });
  const session = createSession(state, { ...parts, chance: createChance(chat.title), options });
  const trace: Trace[] = [];
  const effects: Effect[] = [];
  const nudges: Played['nudges'][number][] = [];
  const takenBack: Played['takenBack'][number][] = [];

  function take(step: Step, afterEvent: string | undefined): void {
    trace.push(...step.trace);
    effects.push(...step.effects);
    for (const effect of step.effects) {
      if (effect.do === 'nudge') nudges.push({ nudge: effect.nudge, ...(afterEvent ? { afterEvent } : {}) });
      if (effect.do !== 'retract') continue;
      const moot = nudges.find(({ nudge }) => nudge.seq === effect.seq);
      if (moot) takenBack.push({ nudge: moot.nudge, at: step.state.time });
    }
  }

  function sleepUntil(until: number, afterEvent: string | undefined): void {
    for (let at = session.state.wakeAt; at !== undefined && at <= until; at = session.state.wakeAt) {
      take(session.feed({ type: 'wake', at }, at), afterEvent);
    }
  }

  /** After the last event only what is still open is waited for; nobody knows what the next day would have brought. */
  function closeWindows(afterEvent: string | undefined): void {
    const latest = session.state.time + LONGEST_TAIL * 24 * 3_600_000;
    while (hasOpenWindow(session.state) && (session.state.wakeAt ?? latest) < latest) {
      sleepUntil(session.state.wakeAt ?? latest, afterEvent);
    }
  }

  let last: string | undefined;
  for (const { id, event } of chat.events) {
    sleepUntil(event.at, last);
    const consented = admit(event, members, session.state);
    if (consented) take(session.feed(await withVector(consented, { encoder, held: session.held }), event.at), id);
    last = id;
  }
  closeWindows(last);
  return { members, trace, effects, nudges, takenBack };
}

/** Whether something is still being said, or may still be answered or kept. */
function hasOpenWindow({ burst, bids, promises }: DyadState): boolean {
  return burst !== undefined || bids.some((bid) => !bid.lapsed) || promises.some((promise) => !promise.considered);
}
