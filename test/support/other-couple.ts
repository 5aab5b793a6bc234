import { channelId, type DyadId, personId } from '../../src/domain/ids.ts';
import { EVERYTHING, invite, type Stage } from './runner-stage.ts';

/** Another couple, in a channel of their own. */
export const CLEO = personId('cleo');
export const DAN = personId('dan');
export const THEIRS = channelId('theirs');

/** The other couple begins: they are asked, and both agree to everything. */
export async function beginElsewhere(stage: Stage): Promise<DyadId> {
  const dyad = await invite(stage, [CLEO, DAN], THEIRS);
  for (const person of [CLEO, DAN]) await stage.nod.askerFor(person).consent(dyad, EVERYTHING);
  return dyad;
}
