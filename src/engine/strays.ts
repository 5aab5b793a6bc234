import { NOBODY, type PersonId } from '../domain/ids.ts';
import type { Platform } from '../ports/platform.ts';
import type { Desk } from './desk.ts';
import type { Outbox } from './outbox.ts';
import type { Removal } from './removal.ts';
import type { Known, Support } from './support.ts';

/** What looking for strays works with. */
export interface StraysParts {
  readonly platform: Platform;
  readonly removal: Removal;
  readonly outbox: Outbox;
  readonly support: Pick<Support, 'of'>;
  /** Every couple there is by the time it is asked. */
  readonly desks: () => readonly Desk[];
}

/**
 * Removes direct messages of Nod's that nothing knows of any more, as a killed process leaves them: every one
 * goes within its day, whatever happens. Looked for once, after a start. Never rejects.
 */
export async function removeStrays(parts: StraysParts): Promise<void> {
  const { platform, removal, outbox, desks } = parts;
  const people = new Set(desks().flatMap(({ members }) => members.map(({ person }) => person)));
  people.delete(NOBODY);
  for (const person of people) {
    const found = await platform.whispers(person).catch(() => []); // direct messages may be closed
    if (found.length === 0) continue;
    // Looking takes its time, in which messages go out: what is known is asked after it, once they have gone out.
    await outbox.work();
    const known = knownTo(person, parts);
    if (known.some(({ status }) => status === 'sending')) continue; // it may be the one that was found
    const strays = found.filter(({ message }) => !known.some(({ sent }) => sent?.message === message));
    for (const stray of strays) await removal.soon(stray);
  }
}

/** What Nod knows of having sent to the person, in whichever couple: who left one may have begun another. */
function knownTo(person: PersonId, { outbox, support, desks }: StraysParts): readonly Known[] {
  return desks().flatMap(({ row, members }) => {
    const own = members.filter((member) => member.person === person);
    return own.flatMap(({ id }) => [
      ...outbox.of(row.id).filter(({ whisper }) => whisper.to === id),
      ...support.of(id),
    ]);
  });
}
