import type { ChatEvent } from '../../src/domain/chat-event.ts';
import type { DyadState } from '../../src/domain/dyad.ts';
import type { MessageId, PartnerId, PersonId } from '../../src/domain/ids.ts';
import { admit, type Members } from '../../src/engine/door.ts';
import type { StepEnv } from '../../src/engine/draft.ts';
import { step } from '../../src/engine/step.ts';

// The engine's one way in. What must not compile is marked; `unconsented.test.ts` counts the marks.
declare const state: DyadState;
declare const env: StepEnv;
declare const members: Members;
declare const heard: ChatEvent<PersonId>;
declare const numbered: ChatEvent<PartnerId>;
declare const ana: PartnerId;
declare const id: MessageId;

export function noWayRoundTheDoor(): void {
  // @ts-expect-error an event as the platform heard it
  step(state, heard, env);
  // @ts-expect-error an event with the partner's number on it
  step(state, numbered, env);
  // @ts-expect-error an event made by hand
  step(state, { type: 'message', at: 0, by: ana, id, text: 'hello', attachments: [] }, env);
  // @ts-expect-error an event without an author, made by hand
  step(state, { type: 'edit', at: 0, target: id, text: 'hello' }, env);
  // @ts-expect-error what the door may have refused
  step(state, admit(heard, members, state), env);
  // @ts-expect-error time alone says nothing
  step(state, { type: 'wake', at: 0, text: 'hello' }, env);

  step(state, { type: 'wake', at: 0 }, env);
  const consented = admit(heard, members, state);
  if (consented) step(state, consented, env);
}
