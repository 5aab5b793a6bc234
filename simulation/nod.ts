import type { ChatEvent } from '../src/domain/chat-event.ts';
import type { PartnerSettings } from '../src/domain/dyad.ts';
import { messageId, type PersonId, partnerId, personId } from '../src/domain/ids.ts';
import { DAY_OFF_CHANCE } from '../src/domain/settings.ts';
import type { Instant } from '../src/domain/time.ts';
import { apply, type OwnChange } from '../src/engine/apply.ts';
import { createChance } from '../src/engine/chance.ts';
import { admit, type Members } from '../src/engine/door.ts';
import type { EngineOptions } from '../src/engine/draft.ts';
import type { Effect, Trace } from '../src/engine/effects.ts';
import { newDyad } from '../src/engine/new-dyad.ts';
import { createSession, type SessionParts } from '../src/engine/session.ts';
import type { Change } from '../src/ports/command.ts';
import { otherOf, type Who } from './chronicle.ts';

/** The real engine with the couple's words, on a clock that is moved by hand. */
export interface Nod {
  /** When time alone next changes something. */
  nextAt(): Instant;
  wake(): void;
  hear(event: ChatEvent<PersonId>): void;
  change(by: Who, change: Change | OwnChange, at: Instant): void;
}

export interface NodTerms {
  readonly title: string;
  readonly startedAt: Instant;
  readonly settings: Readonly<Record<Who, PartnerSettings>>;
  readonly parts: Pick<SessionParts, 'reader' | 'pairer'>;
  readonly options: EngineOptions;
}

/** What Nod did, as soon as it does it. */
export interface Watcher {
  did(effect: Effect, at: Instant): void;
  saw(trace: Trace): void;
  /** A silent day off was drawn, by the first utterance after its time has come. */
  drewDayOff(): void;
}

const MEMBERS: Members = [
  { id: partnerId(1), person: personId('ana') },
  { id: partnerId(2), person: personId('ben') },
];
const numberOf = (who: Who) => MEMBERS[who === 'ana' ? 0 : 1].id;
export const whoIs = (partner: number): Who => (partner === MEMBERS[0].id ? 'ana' : otherOf('ana'));

export function createNod({ title, startedAt, settings, parts, options }: NodTerms, watcher: Watcher): Nod {
  const newPartner = (who: Who) => ({ id: numberOf(who), settings: settings[who], consentedAt: startedAt });
  const draw = createChance(title);
  const chance = (key: string): number => {
    const drawn = draw(key);
    if (key.startsWith('day-off:') && drawn < DAY_OFF_CHANCE) watcher.drewDayOff();
    return drawn;
  };
  const session = createSession(newDyad([newPartner('ana'), newPartner('ben')], { at: startedAt }), {
    ...{ ...parts, chance, options },
  });

  function feed(event: Parameters<typeof session.feed>[0]): void {
    const step = session.feed(event, event.at);
    for (const trace of step.trace) watcher.saw(trace);
    for (const effect of step.effects) watcher.did(effect, step.state.time);
  }

  return {
    nextAt: () => session.state.wakeAt ?? Number.POSITIVE_INFINITY,
    wake: () => feed({ type: 'wake', at: session.state.wakeAt ?? session.state.time }),
    hear(event) {
      const consented = admit(event, MEMBERS, session.state);
      if (consented) feed(consented);
    },
    change(by, change, at) {
      feed({ type: 'wake', at });
      const cursor = session.state.cursor ?? messageId('0');
      const changed = apply(session.state, change, { by: numberOf(by), at, cursor });
      session.replace(changed.state);
      for (const effect of changed.effects) watcher.did(effect, at);
      feed({ type: 'wake', at }); // as the runner does, so that the next wake is planned anew
    },
  };
}
