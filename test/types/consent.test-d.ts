import type { ChatEvent } from '../../src/domain/chat-event.ts';
import type { DyadState } from '../../src/domain/dyad.ts';
import type { PartnerId, PersonId } from '../../src/domain/ids.ts';
import { admit, type ConsentedEvent, type Members } from '../../src/engine/door.ts';
import type { SessionParts } from '../../src/engine/session.ts';
import { createSession } from '../../src/engine/session.ts';

// Read by the compiler alone (npm run check): what must not compile is marked, and a mark without an error is one.
declare const heard: ChatEvent<PersonId>;
declare const numbered: ChatEvent<PartnerId>;
declare const state: DyadState;
declare const members: Members;
declare const parts: SessionParts;

export function consentIsAType(): void {
  const session = createSession(state, parts);

  // @ts-expect-error what a platform heard has not been through the door
  session.feed(heard, 0);
  // @ts-expect-error naming the partner is not consent
  session.feed(numbered, 0);
  // @ts-expect-error nobody but the door can say so
  const forged: ConsentedEvent = { ...numbered };
  // @ts-expect-error the door may refuse
  session.feed(admit(heard, members, state), 0);

  const consented = admit(heard, members, state);
  if (consented) session.feed(consented, 0);
  session.feed(forged, 0);
}
