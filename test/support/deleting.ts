import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartnerId, PersonId } from '../../src/domain/ids.ts';
import { numberIn, openNumbered } from './numbered-store.ts';
import { openCouple, type Stage } from './runner-stage.ts';
import { databaseBytes } from './search-bytes.ts';

/** Couples whose numbers can be found in what rests of them, and how one of them deletes what is theirs. */

const folders: string[] = [];

/** For `afterAll`. */
export function removeFiles(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A couple on a file, and every way in which a partner's number still lies in it. */
export async function openFiled(around: Parameters<typeof openCouple>[0] = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'nod-forgetting-'));
  folders.push(folder);
  const file = join(folder, 'nod.db');
  const store = await openNumbered(file);
  const stage = await openCouple({ ...around, store: () => store });
  const [couple] = await store.dyads('memory');
  const [ana, ben] = (couple?.partners ?? []).map(({ id }) => id) as [PartnerId, PartnerId];
  const traces = (id: PartnerId) => numberIn(databaseBytes(file), id);
  return { stage, file, ana, ben, traces };
}

/** Deletes as the command does: all that there is now. */
export async function forget({ nod }: Stage, person: PersonId): Promise<boolean> {
  const asker = nod.askerFor(person);
  return asker.forget(await asker.newestCouple());
}

/** What became of Nod's messages to the person. */
export function fates(stage: Stage, to: PersonId) {
  return stage.whispers.filter((whisper) => whisper.to === to).map(({ fate }) => fate);
}
