import type { ChatEvent } from '../domain/chat-event.ts';
import type { PersonId } from '../domain/ids.ts';

/** A chat read from a file: who the two are, and what happened, oldest first. */
export interface ImportedChat {
  readonly title: string;
  readonly partners: readonly [ImportedPartner, ImportedPartner];
  readonly events: readonly { readonly id: string; readonly event: ChatEvent<PersonId> }[];
}

export interface ImportedPartner {
  readonly id: PersonId;
  readonly name: string;
  readonly zone: string;
}

/** Reads one kind of file; throws a NodError that names the place of the first thing it cannot read. */
export interface Importer {
  read(source: string): ImportedChat;
}
