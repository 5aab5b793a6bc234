import type { PartnerId } from '../domain/ids.ts';
import type { Recap } from '../domain/mirror.ts';
import type { Moment } from '../domain/moment.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import { recap } from '../tally/recap.ts';
import type { Desk } from './desk.ts';
import { keptIn } from './kept.ts';

/** The newest closed week lies within this. */
const LATELY = 21 * DAY;

/** What the two gave lately, as far as any closed week needs it. */
export async function givenLately(
  store: Pick<Store, 'momentsBy'>,
  { id, partners }: Pick<DyadRow, 'id' | 'partners'>,
  at: Instant,
): Promise<readonly Moment[]> {
  const given = await Promise.all(partners.map((partner) => store.momentsBy(id, partner.id, at - LATELY)));
  return given.flat();
}

/** One partner's recap, from what is written down of the two. */
export async function readRecap(
  store: Pick<Store, 'momentsBy'>,
  { row, session }: Pick<Desk, 'row' | 'session'>,
  { by, at }: { readonly by: PartnerId; readonly at: Instant },
): Promise<Recap> {
  const [first, second] = row.partners;
  const told = recap(await givenLately(store, row, at), { by, partners: [first.id, second.id] }, at);
  return { ...told, ...keptIn(session.state, at) };
}
