import type { Platform } from '../ports/platform.ts';
import type { Desk } from './desk.ts';
import type { Outbox } from './outbox.ts';

/**
 * Removes direct messages of Nod's that nothing knows of any more, as a killed process leaves them: every one
 * goes within its day, whatever happens. Looked for once, after a start. Never rejects.
 */
export async function removeStrays(
  { platform, outbox }: { readonly platform: Platform; readonly outbox: Outbox },
  desks: readonly Desk[],
): Promise<void> {
  await outbox.work();
  for (const { row, members } of desks) {
    const rows = outbox.of(row.id);
    for (const { id, person } of members) {
      const own = rows.filter(({ whisper }) => whisper.to === id);
      if (own.some(({ status }) => status === 'sending')) continue; // it may be the one that is being looked for
      const found = await platform.whispers(person).catch(() => []); // direct messages may be closed
      const strays = found.filter(({ message }) => !own.some(({ sent }) => sent?.message === message));
      for (const stray of strays) await platform.remove(stray).catch(() => {});
    }
  }
}
