import type { DaySpan, PartnerSettings } from '../../src/domain/dyad.ts';
import type { Modal } from '../../src/ports/card.ts';
import { texts } from '../../src/texts/texts.ts';
import { readTimeOfDay } from './time-of-day.ts';

/** When a person sleeps, works and usually talks. */
export type Hours = Pick<PartnerSettings, 'quiet' | 'away' | 'usual'>;

/** How many stretches a form takes, so that a whole consent card still fits into a custom id. */
export const MOST_AWAY = 4;
export const MOST_USUAL = 3;

/** Times are kept to this many minutes, so that a stretch packs into three characters. */
export const MINUTE_STEP = 5;

const wording = texts.consent.hours;
const NONE = /^(?:|-|–|no|none|never)$/;

/** The form in which a person writes their hours, filled in with what they are now. */
export function hoursModal(target: Pick<Modal, 'path' | 'action' | 'id'>, hours: Hours): Modal {
  const field = (name: keyof Hours, example: string, spans: readonly DaySpan[]) => ({
    name,
    label: wording[name],
    value: texts.times.spans(spans),
    placeholder: example,
    required: false,
    longest: 100,
  });
  return {
    ...target,
    title: wording.title,
    fields: [
      field('quiet', wording.quietExample, [hours.quiet]),
      field('away', wording.awayExample, hours.away),
      field('usual', wording.usualExample, hours.usual),
    ],
  };
}

/** What was written into the form, or one sentence that says what cannot be read and how to write it. */
export function readHours(fields: Readonly<Record<string, string>>): Hours | { readonly problem: string } {
  const quiet = readSpans(fields['quiet'] ?? '', wording.quiet, 1);
  if ('problem' in quiet) return quiet;
  const away = readSpans(fields['away'] ?? '', wording.away, MOST_AWAY);
  if ('problem' in away) return away;
  const usual = readSpans(fields['usual'] ?? '', wording.usual, MOST_USUAL);
  if ('problem' in usual) return usual;
  // Empty from midnight to midnight: no quiet hours at all.
  return { quiet: quiet.spans[0] ?? { from: 0, until: 0 }, away: away.spans, usual: usual.spans };
}

type Spans = { readonly spans: readonly DaySpan[] } | { readonly problem: string };

function readSpans(typed: string, field: string, most: number): Spans {
  const words = typed.trim().toLowerCase();
  if (NONE.test(words) || words === texts.times.none) return { spans: [] };
  const parts = typed.split(/[,;\n]|\band\b/).filter((part) => part.trim() !== '');
  if (parts.length > most) return { problem: wording.tooMany(field, most) };
  const spans = parts.map(readSpan);
  if (!spans.every((span) => span !== undefined)) return { problem: wording.unreadable(field) };
  return { spans };
}

function readSpan(typed: string): DaySpan | undefined {
  const ends = /^(.+?)\s*(?:-|–|—|\bto\b|\buntil\b)\s*(.+)$/i.exec(typed.trim());
  const from = readTimeOfDay(ends?.[1] ?? '');
  const until = readTimeOfDay(ends?.[2] ?? '');
  if (from === undefined || until === undefined) return undefined;
  const span = { from: toStep(from.minute), until: toStep(until.minute) };
  return span.from === span.until ? undefined : span;
}

function toStep(minute: number): number {
  return (Math.round(minute / MINUTE_STEP) * MINUTE_STEP) % (24 * 60);
}
