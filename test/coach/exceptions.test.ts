import { describe, expect, it } from 'vitest';
import { consider } from '../../src/coach/consider.ts';
import { exceptionFor, withException } from '../../src/domain/exception.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { HOUR } from '../../src/domain/time.ts';
import { BEN, BID_END, dyadState, openBid, partnerState } from '../support/dyad-state.ts';

/** What becomes of Ana's news, waiting for two hours, where Ben asked to leave merely likely news alone. */
function verdictOn(because: readonly string[]): string {
  const settings = { ...everythingOn('Europe/Berlin'), exceptions: ['good-news/likeness'] };
  const state = dyadState({
    time: BID_END + 2 * HOUR,
    partners: [partnerState(), partnerState({ id: BEN, settings })],
    bids: [openBid({ because })],
  });
  const env = { chance: () => 0, options: { quietStart: false } };
  const [one] = consider(state, BID_END + 2 * HOUR, env);
  return one?.verdict === 'silent' ? one.gate : (one?.verdict ?? 'nothing due');
}

describe('what “Not this” leaves alone', () => {
  it('where no cue could be named, is the kind of moment for which none can be named', () => {
    expect(verdictOn([])).toBe('exception');
    expect(verdictOn(['good-news/made-it'])).toBe('nudge');
  });

  it('is named by the strongest cue, or by the kind and its likeness', () => {
    expect(exceptionFor({ kind: 'play', because: ['play/dare', 'play/wink'] })).toBe('play/dare');
    expect(exceptionFor({ kind: 'play', because: [] })).toBe('play/likeness');
  });

  it('is kept once, fifty of it at most, the oldest forgotten first', () => {
    const many = Array.from({ length: 60 }, (_, number) => `play/${number}`);

    const kept = many.reduce<readonly string[]>(withException, []);

    expect(kept).toEqual(many.slice(10));
    expect(withException(kept, 'play/59')).toBe(kept);
  });
});
