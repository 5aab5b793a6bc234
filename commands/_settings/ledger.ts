import type { LedgerEntry } from '../../src/domain/consent.ts';
import type { Button, Card } from '../../src/ports/card.ts';
import { texts } from '../../src/texts/texts.ts';
import { sayDayAndTime } from '../../src/texts/times.ts';
import { backButton } from './pages.ts';

const wording = texts.settings;

/** So many lines of at most 120 characters stay below the 2,000 a card can hold. */
const LINES_A_PAGE = 15;
const LONGEST_LINE = 120;

/** What the person agreed to or set, and when; page 0 is the newest, oldest first within a page. */
export function ledgerPage(entries: readonly LedgerEntry[], page: number): Card {
  const pages = Math.max(1, Math.ceil(entries.length / LINES_A_PAGE));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const end = entries.length - shown * LINES_A_PAGE;
  const lines = entries.slice(Math.max(0, end - LINES_A_PAGE), end).map(sayEntry);
  const turn = (label: string, to: number): Button => ({ label, path: 'settings', action: 'ledger', id: String(to) });
  const turns: Button[] = [];
  if (shown + 1 < pages) turns.push(turn(wording.earlier, shown + 1));
  if (shown > 0) turns.push(turn(wording.later, shown - 1));
  return {
    text: [wording.ledgerHeading, ...(lines.length === 0 ? [wording.ledgerEmpty] : lines)].join('\n'),
    rows: [{ buttons: [...turns, backButton()] }],
  };
}

function sayEntry(entry: LedgerEntry): string {
  const about = wording.about[entry.about] ?? entry.about;
  return wording.ledgerLine(sayDayAndTime(entry.at), about, sayValue(entry)).slice(0, LONGEST_LINE);
}

/** Exceptions name cues, which say what Nod heard in the other's words: only how many there are is shown. */
function sayValue({ about, to }: LedgerEntry): string {
  if (about !== 'exceptions') return to;
  return to === 'none' ? to : wording.ledgerExceptions(to.split(', ').length);
}
