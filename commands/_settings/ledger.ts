import { type LedgerEntry, PAUSES_ASKED_SINCE } from '../../src/domain/consent.ts';
import type { Button, Card } from '../../src/ports/card.ts';
import { texts } from '../../src/texts/texts.ts';
import { sayDayAndTime, sayZone } from '../../src/texts/times.ts';
import { backButton } from './pages.ts';

const wording = texts.ledger;

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
    text: [wording.heading, ...(lines.length === 0 ? [wording.empty] : lines)].join('\n'),
    rows: [{ buttons: [...turns, backButton()] }],
  };
}

function sayEntry(entry: LedgerEntry): string {
  return wording.line(sayDayAndTime(entry.at), sayAbout(entry), sayValue(entry)).slice(0, LONGEST_LINE);
}

/** What was asked when they said so. */
export function sayAbout({ about, scope }: Pick<LedgerEntry, 'about' | 'scope'>): string {
  const isBefore = about === 'typing' && scope < PAUSES_ASKED_SINCE;
  return isBefore ? wording.aboutBefore.typing : (wording.about[about] ?? about);
}

/** Words for the names that rest in the ledger, each of which the engine reads back. */
function sayValue({ about, to }: LedgerEntry): string {
  if (to !== 'none' && about in LISTS) return LISTS[about as keyof typeof LISTS](to.split(', '));
  if (about === 'zone') return sayZone(to);
  if (about === 'encrypted') return wording.values[to === 'on' ? 'yes' : 'no'];
  return isNamed(to) ? wording.values[to] : to;
}

/** Exceptions name cues, and jokes kinds, which say what Nod heard in the other's words: only how many is shown. */
const LISTS = {
  exceptions: (names: readonly string[]) => wording.exceptions(names.length),
  jokes: (counts: readonly string[]) => wording.jokes(counts.reduce((sum, one) => sum + Number(one.split(' ')[1]), 0)),
  'card:low': (names: readonly string[]) => names.map((name) => wordOr(texts.card.low, name)).join(', '),
  'card:celebrate': (names: readonly string[]) => names.map((name) => wordOr(texts.card.celebrate, name)).join(', '),
};

const isNamed = (to: string): to is keyof typeof wording.values => Object.hasOwn(wording.values, to);

/** What an earlier version knew has no word any more. */
function wordOr(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}
