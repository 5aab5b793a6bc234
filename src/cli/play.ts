import type { DyadState } from '../domain/dyad.ts';
import { messageId, type PartnerId, type PersonId, partnerId } from '../domain/ids.ts';
import type { Nudge } from '../domain/nudge.ts';
import { everythingOn } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import { apply, type OwnChange } from '../engine/apply.ts';
import type { Asking, Opinion } from '../engine/asking.ts';
import { createChance } from '../engine/chance.ts';
import { admit, type ConsentedEvent, type Members } from '../engine/door.ts';
import type { EngineOptions } from '../engine/draft.ts';
import type { Effect, Trace } from '../engine/effects.ts';
import { newDyad } from '../engine/new-dyad.ts';
import { createSession, type Session, type SessionParts } from '../engine/session.ts';
import type { Step, Wake } from '../engine/step.ts';
import { withVector } from '../engine/vectors.ts';
import type { Change } from '../ports/command.ts';
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
  /** What came of `asks`. */
  readonly changes: readonly Changed[];
}

/** What a file of a chat does not hold, and a golden chat tells. */
export interface PlayOptions extends EngineOptions {
  /** The couple as it stands before the first event; by default it has just begun. */
  readonly begin?: (fresh: DyadState) => DyadState;
  /** What the two press or type to Nod meanwhile, in order of time. */
  readonly asks?: readonly Asked[];
  /** What a judge says when it is asked, at once; undefined is no opinion. */
  readonly opine?: (asking: Asking) => Pick<Opinion, 'read' | 'pair'> | undefined;
}

/** One press or command. */
export interface Asked {
  readonly at: Instant;
  readonly by: PersonId;
  /** What it changes, as things stand then; undefined where it changes nothing. */
  readonly wants: (state: DyadState, by: PartnerId) => Change | OwnChange | undefined;
}

interface Changed {
  readonly at: Instant;
  readonly by: PartnerId;
  readonly change: Change | OwnChange;
}

type Parts = Pick<SessionParts, 'reader' | 'pairer'> & { readonly encoder: Encoder };

/** Waking goes on this long after the last event at most; every window is closed by then. */
const LONGEST_TAIL = 30;

/**
 * Plays the chat: both opted in to everything, default settings. Between two events the clock stops at
 * every instant at which time alone changes something.
 */
export async function play(chat: ImportedChat, parts: Parts, options: PlayOptions): Promise<Played> {
  const player = createPlayer(chat, parts, options);
  const asks = [...(options.asks ?? [])];
  for (const { id, event } of chat.events) {
    for (const asked of asks.splice(0, countUntil(asks, event.at))) player.ask(asked);
    await player.hear(event, id);
  }
  for (const asked of asks) player.ask(asked);
  player.closeWindows();
  return player.played;
}

/** How many of them come before the instant; one at the instant itself is meant for what is said then. */
function countUntil(asks: readonly Asked[], until: Instant): number {
  const first = asks.findIndex(({ at }) => at >= until);
  return first === -1 ? asks.length : first;
}

function createPlayer(chat: ImportedChat, { encoder, ...parts }: Parts, options: PlayOptions) {
  const { begin = (fresh) => fresh, asks: _, opine, ...engineOptions } = options;
  const [members, fresh] = coupleOf(chat, engineOptions);
  const chance = createChance(chat.title);
  const session = createSession(begin(fresh), { ...parts, chance, options: engineOptions });
  const record = createRecord(members);
  let last: string | undefined;

  function take(event: ConsentedEvent | Opinion | Wake, at: Instant): void {
    const step: Step = session.feed(event, at);
    record.take(step.effects, { at: step.state.time, afterEvent: last });
    record.played.trace.push(...step.trace);
    for (const effect of step.effects) if (effect.do === 'ask-judge') askJudge(effect.asking);
  }

  function askJudge(asking: Asking): void {
    const said = opine?.(asking);
    if (!said) return;
    const { time: at } = session.state;
    const { bidSeq, second, past, answer } = asking;
    const offered = { ...(second ? { second } : {}), ...(past ? { past } : {}), ...(answer ? { answer } : {}) };
    take({ type: 'opinion', at, bidSeq, ...offered, ...said }, at);
  }

  function sleepUntil(until: Instant): void {
    for (let at = session.state.wakeAt; at !== undefined && at <= until; at = session.state.wakeAt) {
      take({ type: 'wake', at }, at);
    }
  }

  return {
    played: record.played,

    async hear(event: ImportedChat['events'][number]['event'], id: string): Promise<void> {
      sleepUntil(event.at);
      last = id;
      const consented = admit(event, members, session.state);
      if (consented) take(await withVector(consented, { encoder, held: session.held }), event.at);
    },

    ask({ at, by, wants }: Asked): void {
      sleepUntil(at);
      const here = admit({ type: 'interaction', at, by }, members, session.state);
      if (here) take(here, at);
      const partner = members.find(({ person }) => person === by)?.id;
      const change = partner && wants(session.state, partner);
      if (partner === undefined || change === undefined) return;
      record.played.changes.push({ at, by: partner, change });
      record.take(changeNow(session, change, { by: partner, at }), { at, afterEvent: last });
      take({ type: 'wake', at }, at); // as for a real couple, so that the next wake is planned anew
    },

    /** After the last event only what is still open is waited for; nobody knows what the next day would have brought. */
    closeWindows(): void {
      const latest = session.state.time + LONGEST_TAIL * 24 * 3_600_000;
      while (hasOpenWindow(session.state) && (session.state.wakeAt ?? latest) < latest) {
        sleepUntil(session.state.wakeAt ?? latest);
      }
    },
  };
}

function coupleOf({ partners, events }: ImportedChat, { quietStart }: EngineOptions): [Members, DyadState] {
  const at = events[0]?.event.at ?? 0;
  const members: Members = [
    { id: partnerId(1), person: partners[0].id },
    { id: partnerId(2), person: partners[1].id },
  ];
  const newPartner = (index: 0 | 1) => ({
    id: members[index].id,
    settings: everythingOn(partners[index].zone),
    consentedAt: at,
  });
  return [members, newDyad([newPartner(0), newPartner(1)], { at, quietStart })];
}

function changeNow(
  session: Session,
  change: Change | OwnChange,
  { by, at }: { readonly by: PartnerId; readonly at: Instant },
): readonly Effect[] {
  const cursor = session.state.cursor ?? messageId('0');
  const { state, effects } = apply(session.state, change, { by, at, cursor });
  session.replace(state);
  return effects;
}

/** Everything that is done, in the order in which it is. */
function createRecord(members: Members) {
  const played = {
    members,
    trace: [] as Trace[],
    effects: [] as Effect[],
    nudges: [] as Played['nudges'][number][],
    takenBack: [] as Played['takenBack'][number][],
    changes: [] as Changed[],
  };
  return {
    played,
    take(effects: readonly Effect[], { at, afterEvent }: { at: Instant; afterEvent: string | undefined }): void {
      played.effects.push(...effects);
      for (const effect of effects) {
        if (effect.do === 'nudge') played.nudges.push({ nudge: effect.nudge, ...(afterEvent ? { afterEvent } : {}) });
        if (effect.do !== 'retract') continue;
        const moot = played.nudges.find(({ nudge }) => nudge.seq === effect.seq);
        if (moot) played.takenBack.push({ nudge: moot.nudge, at });
      }
    },
  };
}

/** Whether something is still being said, may still be answered or kept, or waits for a judge. */
function hasOpenWindow({ burst, bids, promises, nudges }: DyadState): boolean {
  const isAwaited = bids.some((bid) => !bid.lapsed) || promises.some((promise) => !promise.considered);
  return burst !== undefined || isAwaited || nudges.some(({ held }) => held);
}
