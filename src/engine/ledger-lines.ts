import { BID_KINDS } from '../domain/bid.ts';
import { CONSENT_SCOPE, type LedgerEntry, type Terms } from '../domain/consent.ts';
import type { DaySpan, PartnerSettings } from '../domain/dyad.ts';
import { REASONS } from '../domain/nudge.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { CELEBRATIONS, EMPTY_CARD, isEmptyCard, SUPPORTS, type WishCard } from '../domain/wishes.ts';

/**
 * Settings as ledger lines and back: the ledger is what a person can check, and before the second
 * consent it is all there is.
 */
export type Line = Pick<LedgerEntry, 'about' | 'to'>;

const onOff = (on: boolean) => (on ? 'on' : 'off');

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const spanText = (span: DaySpan) => `${clock(span.from)}–${clock(span.until)}`;
const spansText = (spans: readonly DaySpan[]) => spans.map(spanText).join(', ') || 'none';

function readSpan(text: string): DaySpan {
  const [from = 0, until = 0] = text.split('–').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return { from, until };
}

const readSpans = (text: string) => (text === 'none' ? [] : text.split(', ').map(readSpan));

function jokesText(jokes: PartnerSettings['jokes']): string {
  const counts = BID_KINDS.filter((kind) => jokes[kind]).map((kind) => `${kind} ${jokes[kind]}`);
  return counts.join(', ') || 'none';
}

function readJokes(text: string): PartnerSettings['jokes'] {
  const counts = BID_KINDS.map((kind) => [kind, Number(new RegExp(`${kind} (\\d+)`).exec(text)?.[1] ?? 0)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** Absent where nothing stands on the card, as before it was first written. */
function readCard(text: (about: string, otherwise: string) => string): { readonly wishes?: WishCard } {
  const [low, celebrate] = [text('card:low', 'none').split(', '), text('card:celebrate', 'none').split(', ')];
  const wishes: WishCard = {
    low: SUPPORTS.filter((support) => low.includes(support)),
    celebrate: CELEBRATIONS.filter((way) => celebrate.includes(way)),
    shared: text('card:shared', 'off') === 'on',
  };
  return isEmptyCard(wishes) ? {} : { wishes };
}

export function allLines(settings: PartnerSettings): readonly Line[] {
  const { low, celebrate, shared } = settings.wishes ?? EMPTY_CARD;
  return [
    { about: 'zone', to: settings.zone },
    { about: 'quiet', to: spanText(settings.quiet) },
    { about: 'away', to: spansText(settings.away) },
    { about: 'usual', to: spansText(settings.usual) },
    { about: 'coaching', to: onOff(settings.coaching) },
    ...REASONS.map((reason) => ({ about: `reason:${reason}`, to: onOff(settings.reasons.includes(reason)) })),
    { about: 'nudgesPerDay', to: String(settings.nudgesPerDay) },
    { about: 'typing', to: onOff(settings.typing) },
    { about: 'own-messages', to: onOff(settings.ownMessages) },
    { about: 'recap', to: onOff(settings.recap) },
    { about: 'check-in', to: onOff(settings.checkIn) },
    { about: 'check-in:numbers', to: onOff(settings.checkInNumbers) },
    { about: 'numbers', to: onOff(settings.numbers) },
    { about: 'supportCard', to: onOff(settings.supportCard) },
    { about: 'judge:local', to: onOff(settings.judge !== 'off') },
    { about: 'judge:cloud', to: onOff(settings.judge === 'cloud') },
    ...(settings.judgeHost === undefined ? [] : [{ about: 'judge:host', to: settings.judgeHost }]),
    { about: 'judge:vulnerable', to: onOff(settings.judgeVulnerable) },
    { about: 'exceptions', to: settings.exceptions.join(', ') || 'none' },
    { about: 'jokes', to: jokesText(settings.jokes) },
    { about: 'card:low', to: low.join(', ') || 'none' },
    { about: 'card:celebrate', to: celebrate.join(', ') || 'none' },
    { about: 'card:shared', to: onOff(shared) },
  ];
}

/** The lines that differ from the earlier settings; all of them when there were none. */
export function ledgerLines(after: PartnerSettings, before?: PartnerSettings): readonly Line[] {
  const earlier = new Map((before ? allLines(before) : []).map((line) => [line.about, line.to]));
  return allLines(after).filter((line) => earlier.get(line.about) !== line.to);
}

/** The terms a yes was given to; the scope stands in every line. */
export function termLines({ host, encrypted, readers }: Terms): readonly Line[] {
  return [
    { about: 'host', to: host },
    { about: 'encrypted', to: onOff(encrypted) },
    { about: 'readers', to: String(readers) },
  ];
}

/** What the person's ledger says of one couple: whether they listen, to what terms, and their settings. */
export function readLedger(
  entries: readonly LedgerEntry[],
  dyad: LedgerEntry['dyad'],
): {
  readonly listening: boolean;
  readonly consentedAt?: number;
  readonly terms: Terms;
  readonly settings: PartnerSettings;
} {
  const own = entries.filter((entry) => entry.dyad === dyad && entry.scope === CONSENT_SCOPE);
  const last = new Map(own.map((entry) => [entry.about, entry]));
  const text = (about: string, otherwise: string) => last.get(about)?.to ?? otherwise;
  const consent = last.get('listening');
  const settings: PartnerSettings = {
    zone: text('zone', ''),
    quiet: readSpan(text('quiet', spanText(DEFAULT_SETTINGS.quiet))),
    away: readSpans(text('away', 'none')),
    usual: readSpans(text('usual', 'none')),
    coaching: text('coaching', 'off') === 'on',
    reasons: REASONS.filter((reason) => text(`reason:${reason}`, 'off') === 'on'),
    nudgesPerDay: Number(text('nudgesPerDay', String(DEFAULT_SETTINGS.nudgesPerDay))),
    typing: text('typing', 'off') === 'on',
    ownMessages: text('own-messages', 'off') === 'on',
    recap: text('recap', 'off') === 'on',
    checkIn: text('check-in', 'off') === 'on',
    checkInNumbers: text('check-in:numbers', 'off') === 'on',
    numbers: text('numbers', 'off') === 'on',
    supportCard: text('supportCard', 'on') === 'on',
    judge: text('judge:cloud', 'off') === 'on' ? 'cloud' : text('judge:local', 'off') === 'on' ? 'local' : 'off',
    judgeVulnerable: text('judge:vulnerable', 'off') === 'on',
    exceptions: text('exceptions', 'none') === 'none' ? [] : text('exceptions', '').split(', '),
    jokes: readJokes(text('jokes', 'none')),
    ...(last.has('judge:host') ? { judgeHost: text('judge:host', '') } : {}),
    ...readCard(text),
  };
  const terms: Terms = {
    scope: CONSENT_SCOPE,
    host: text('host', ''),
    encrypted: text('encrypted', 'off') === 'on',
    readers: Number(text('readers', '0')),
  };
  return { listening: consent?.to === 'on', ...(consent ? { consentedAt: consent.at } : {}), terms, settings };
}
