import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesOf, type Draft, emptyDraft, packDraft, unpackDraft } from '../../commands/_start/draft.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { customIdOf } from '../support/pressing.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

const span = fc.record({ from: fc.nat(287), until: fc.nat(287) }).map(({ from, until }) => ({
  from: from * 5,
  until: until * 5,
}));

const drafts: fc.Arbitrary<Draft> = fc.record(
  {
    readers: fc.integer({ min: 0, max: 99_999 }),
    dyad: fc.integer({ min: 1, max: 2_000_000_000 }),
    zone: fc.constantFrom(...ZONES, 'Asia/Kolkata', 'Europe/Kyiv', 'UTC'),
    quiet: span,
    away: fc.array(span, { maxLength: 4 }),
    usual: fc.array(span, { maxLength: 3 }),
    adult: fc.boolean(),
    typing: fc.boolean(),
    reasons: fc.subarray([...REASONS]),
  },
  { requiredKeys: ['readers', 'dyad', 'quiet', 'away', 'usual', 'adult', 'typing', 'reasons'] },
);

describe('a draft of the consent card', () => {
  it('comes back from a button as it was', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(unpackDraft(packDraft(draft))).toEqual(draft);
      }),
    );
  });

  it('fits into a custom id beside the longest person id', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const customId = customIdOf({ path: 'start', action: 'picked', id: packDraft(draft) });

        expect(customId.length, customId).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('fits with every zone there is', () => {
    const full = { from: 1_435, until: 1_430 };
    const draft = { ...emptyDraft(2_000_000_000), quiet: full, away: Array(4).fill(full), usual: Array(3).fill(full) };

    for (const zone of ZONES) expect(packDraft({ ...draft, zone }).length, zone).toBeLessThanOrEqual(64);
  });

  it('carries no colon, which parts a custom id', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(packDraft(draft)).not.toContain(':');
      }),
    );
  });

  it('is nothing when the button carries something else', () => {
    for (const id of ['', '7', '7.A.x.y.z', '7.A.AAA', 'x'.repeat(100)]) expect(unpackDraft(id)).toBeUndefined();
  });

  it('drops a zone the system does not know', () => {
    const draft = unpackDraft(packDraft({ ...emptyDraft(7), zone: 'Europe/Atlantis' }));

    expect(draft).toEqual(emptyDraft(7));
  });

  it('is no consent without a zone, nor without the age', () => {
    const draft = emptyDraft(7);

    expect(choicesOf({ ...draft, adult: true })).toBeUndefined();
    expect(choicesOf({ ...draft, zone: 'Europe/Berlin' })).toBeUndefined();
    expect(choicesOf({ ...draft, zone: 'Europe/Berlin', adult: true })).toBeDefined();
  });

  it('never agrees to direct messages without a reason for them', () => {
    const draft = { ...emptyDraft(7), zone: 'Europe/Berlin', adult: true };

    expect(choicesOf(draft)?.purposes).toEqual([]);
    expect(choicesOf({ ...draft, reasons: ['silence'] })?.purposes).toEqual(['coaching', 'reason:silence']);
  });
});
