import { isZone } from '../../src/domain/availability.ts';
import type { Purpose } from '../../src/domain/consent.ts';
import type { DaySpan } from '../../src/domain/dyad.ts';
import { REASONS, type Reason } from '../../src/domain/nudge.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import type { ConsentChoices } from '../../src/ports/command.ts';
import { type Hours, MINUTE_STEP, MOST_AWAY, MOST_USUAL } from '../_hours/hours.ts';

/**
 * What a person has chosen so far on the consent card. It lives in the buttons alone: nothing of it is
 * stored before "I agree", and the card goes on where it was after a restart.
 */
export interface Draft extends Hours {
  readonly dyad: number;
  /** How many others could read the channel when the card said so: what is agreed to is what was shown. */
  readonly readers: number;
  readonly zone?: string;
  readonly adult: boolean;
  readonly typing: boolean;
  readonly reasons: readonly Reason[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = DIGITS.length;
const STEPS_A_DAY = (24 * 60) / MINUTE_STEP;
/** 288 × 288 stretches fit into 64³. */
const SPAN_LENGTH = 3;

/** Bits by name, not by order: a button that is out keeps its meaning when a reason is added. */
const BITS: Readonly<Record<Reason | 'adult' | 'typing', number>> = {
  adult: 1,
  typing: 2,
  'passed-over': 4,
  silence: 8,
  promise: 16,
  'more-to-say': 32,
  'follow-up': 64,
};

/** The zones' long first names; the short ones carry no slash, so they cannot be taken for a zone. */
const REGIONS: Readonly<Record<string, string>> = {
  F: 'Africa',
  A: 'America',
  Q: 'Antarctica',
  S: 'Asia',
  T: 'Atlantic',
  U: 'Australia',
  E: 'Europe',
  I: 'Indian',
  P: 'Pacific',
};

/** A card on which nothing was chosen yet: every purpose off, no zone. */
export function emptyDraft(dyad: number, readers = 0): Draft {
  const { quiet, away, usual } = DEFAULT_SETTINGS;
  return { dyad, readers, quiet, away, usual, adult: false, typing: false, reasons: [] };
}

/** `dyad~readers.ticks.quiet.away.usual.zone`, at most 68 characters. */
export function packDraft(draft: Draft): string {
  const ticked = [draft.adult && BITS.adult, draft.typing && BITS.typing, ...draft.reasons.map((it) => BITS[it])];
  const ticks = ticked.reduce<number>((sum, bit) => sum + (bit || 0), 0);
  const spans = [[draft.quiet], draft.away.slice(0, MOST_AWAY), draft.usual.slice(0, MOST_USUAL)];
  return [
    `${draft.dyad.toString(36)}${draft.readers === 0 ? '' : `~${draft.readers.toString(36)}`}`,
    packTicks(ticks),
    ...spans.map((list) => list.map(packSpan).join('')),
    packZone(draft.zone ?? ''),
  ].join('.');
}

/** The choices on a button, or undefined when it carries none that can be read. */
export function unpackDraft(id: string): Draft | undefined {
  const match =
    /^([0-9a-z]{1,10})(?:~([0-9a-z]{1,5}))?\.([\w-]{1,2})\.([\w-]{3})\.((?:[\w-]{3})*)\.((?:[\w-]{3})*)\.(.*)$/.exec(
      id,
    );
  if (!match) return undefined;
  const [, dyad = '', readers = '0', ticks = '', quiet = '', away = '', usual = '', packed = ''] = match;
  const bits = unpackTicks(ticks);
  const has = (name: keyof typeof BITS) => (bits & BITS[name]) !== 0;
  const zone = unpackZone(packed);
  return {
    dyad: Number.parseInt(dyad, 36),
    readers: Number.parseInt(readers, 36),
    quiet: unpackSpan(quiet),
    away: unpackSpans(away),
    usual: unpackSpans(usual),
    adult: has('adult'),
    typing: has('typing'),
    reasons: REASONS.filter(has),
    ...(isZone(zone) ? { zone } : {}),
  };
}

/** What the person agrees to, or undefined while a zone or the age is missing. */
export function choicesOf(draft: Draft): ConsentChoices | undefined {
  if (draft.zone === undefined || !draft.adult) return undefined;
  const purposes: Purpose[] = draft.reasons.map((reason) => `reason:${reason}` as const);
  if (draft.reasons.length > 0) purposes.unshift('coaching');
  if (draft.typing) purposes.push('typing');
  const { zone, quiet, away, usual, readers } = draft;
  return { adult: true, readers, zone, quiet, away, usual, purposes };
}

/** One digit, and a second where one is not enough, so that cards of an earlier release are still read. */
function packTicks(ticks: number): string {
  const high = Math.floor(ticks / BASE);
  return `${DIGITS[ticks % BASE]}${high === 0 ? '' : DIGITS[high]}`;
}

function unpackTicks(packed: string): number {
  return [...packed].reduceRight((sum, digit) => sum * BASE + DIGITS.indexOf(digit), 0);
}

function packSpan(span: DaySpan): string {
  let rest = Math.round(span.from / MINUTE_STEP) * STEPS_A_DAY + Math.round(span.until / MINUTE_STEP);
  let packed = '';
  for (let place = 0; place < SPAN_LENGTH; place += 1) {
    packed = `${DIGITS[rest % BASE]}${packed}`;
    rest = Math.floor(rest / BASE);
  }
  return packed;
}

function unpackSpan(packed: string): DaySpan {
  const value = [...packed].reduce((sum, digit) => sum * BASE + DIGITS.indexOf(digit), 0);
  const steps = (count: number) => (count % STEPS_A_DAY) * MINUTE_STEP;
  return { from: steps(Math.floor(value / STEPS_A_DAY)), until: steps(value) };
}

function unpackSpans(packed: string): readonly DaySpan[] {
  return (packed.match(/.{3}/g) ?? []).map(unpackSpan);
}

function packZone(zone: string): string {
  const short = Object.entries(REGIONS).find(([, region]) => zone.startsWith(`${region}/`));
  return short ? `${short[0]}~${zone.slice(short[1].length + 1)}` : zone;
}

function unpackZone(packed: string): string {
  return packed.replace(/^([A-Z])~/, (all, short: string) => (REGIONS[short] ? `${REGIONS[short]}/` : all));
}
