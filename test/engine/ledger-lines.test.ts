import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { CONSENT_SCOPE, type LedgerEntry } from '../../src/domain/consent.ts';
import type { DaySpan, PartnerSettings } from '../../src/domain/dyad.ts';
import { dyadId } from '../../src/domain/ids.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { CELEBRATIONS, isEmptyCard, SUPPORTS } from '../../src/domain/wishes.ts';
import { ledgerLines, readLedger } from '../../src/engine/ledger-lines.ts';

const DYAD = dyadId(7);

const minute = fc.nat({ max: 24 * 60 - 1 });
const span: fc.Arbitrary<DaySpan> = fc.record({ from: minute, until: minute });
const wishes = fc
  .record({ low: fc.subarray([...SUPPORTS]), celebrate: fc.subarray([...CELEBRATIONS]), shared: fc.boolean() })
  .filter((card) => !isEmptyCard(card));
const chosen = fc.record({
  zone: fc.constantFrom('Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3'),
  quiet: span,
  away: fc.array(span, { maxLength: 3 }),
  usual: fc.array(span, { maxLength: 3 }),
  coaching: fc.boolean(),
  reasons: fc.subarray([...REASONS]),
  nudgesPerDay: fc.nat({ max: 2 }),
  typing: fc.boolean(),
  ownMessages: fc.boolean(),
  recap: fc.boolean(),
  checkIn: fc.boolean(),
  checkInNumbers: fc.boolean(),
  numbers: fc.boolean(),
  supportCard: fc.boolean(),
  judge: fc.constantFrom('off', 'local', 'cloud'),
  judgeVulnerable: fc.boolean(),
  judgeHost: fc.constantFrom('api.example', '127.0.0.1'),
  jokes: fc.dictionary(fc.constantFrom(...BID_KINDS), fc.integer({ min: 1, max: 99 })),
  exceptions: fc.subarray(['good-news/made-it', 'play/teases', 'affection/love']),
});
const settings: fc.Arbitrary<PartnerSettings> = fc
  .tuple(chosen, fc.option(wishes, { nil: undefined }))
  .map(([all, card]) => (card ? { ...all, wishes: card } : all));

function entries(lines: ReturnType<typeof ledgerLines>, more: Partial<LedgerEntry> = {}): readonly LedgerEntry[] {
  return lines.map((line) => ({ at: 0, dyad: DYAD, scope: CONSENT_SCOPE, ...line, ...more }));
}

describe('ledger lines', () => {
  it('hold every setting: read back, they are the same', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        expect(readLedger(entries(ledgerLines(chosen)), DYAD).settings).toEqual(chosen);
      }),
      { seed: 1 },
    );
  });

  it('of a change alone, after those of before, are the settings after it', () => {
    fc.assert(
      fc.property(settings, settings, (before, after) => {
        const ledger = [...entries(ledgerLines(before)), ...entries(ledgerLines(after, before))];

        expect(readLedger(ledger, DYAD).settings).toEqual(after);
      }),
      { seed: 1 },
    );
  });

  it('are none where nothing changed', () => {
    const same = everythingOn('Europe/Berlin');

    expect(ledgerLines({ ...same, reasons: [...same.reasons] }, same)).toEqual([]);
  });

  it('of another couple or an older consent do not count', () => {
    const lines = ledgerLines(everythingOn('Europe/Berlin'));

    for (const more of [{ dyad: dyadId(8) }, { scope: CONSENT_SCOPE - 1 }]) {
      const { settings: read, listening } = readLedger(entries(lines, more), DYAD);
      expect(read).toMatchObject({ zone: '', coaching: false, reasons: [] });
      expect(listening).toBe(false);
    }
  });

  it('say whether and since when somebody listens, by the newest word', () => {
    const said = (at: number, to: string) => entries([{ about: 'listening', to }], { at });

    expect(readLedger([...said(5, 'on')], DYAD)).toMatchObject({ listening: true, consentedAt: 5 });
    expect(readLedger([...said(5, 'on'), ...said(9, 'off')], DYAD)).toMatchObject({ listening: false, consentedAt: 9 });
    expect(readLedger([], DYAD)).not.toHaveProperty('consentedAt');
  });
});
