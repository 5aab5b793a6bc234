import type { Considered } from '../coach/consider.ts';
import type { FirstMoment, PartnerState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import { FIRST_MOMENTS, QUIET_START } from '../domain/settings.ts';
import { DAY } from '../domain/time.ts';
import { isOfPause } from './by-pause.ts';
import { changePartner, type Draft } from './draft.ts';

/**
 * The first days are quiet. When they are over, one message tells what the person gave, and asks about at most two
 * moments whether a word would have helped. Only the last of those days is remembered, and that for a day, since
 * nothing that went past is kept longer (design, "Tally").
 */

/** Notes a moment about which Nod would have written, had it not been among the first days. */
export function noteQuietMoment(draft: Draft, { moment, gate }: Extract<Considered, { verdict: 'silent' }>): void {
  if (gate !== 'quiet-start' || isOfPause(draft.state, moment.bidSeq)) return; // it would outlast the leave to hear it
  const over = Math.max(...draft.state.partners.map(({ consentedAt }) => consentedAt)) + QUIET_START;
  if (over - draft.state.time > DAY) return;
  const [cue] = moment.because;
  const noted: FirstMoment = { kind: moment.kind, ...(cue === undefined ? {} : { cue }) };
  changePartner(draft, moment.to, (partner) => {
    const { firstLook = [] } = partner;
    return firstLook.length < FIRST_MOMENTS ? { ...partner, firstLook: [...firstLook, noted] } : partner;
  });
}

/** Nothing of the first days is remembered any more. */
export function forgetFirstDays(draft: Draft, of: PartnerId): void {
  changePartner(draft, of, withoutFirstDays);
}

export function withoutFirstDays({ firstLook: _, ...partner }: PartnerState): PartnerState {
  return partner;
}
