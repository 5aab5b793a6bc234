import type { Statement } from './check-in.ts';
import type { Purpose } from './consent.ts';
import type { PartnerSettings } from './dyad.ts';
import type { ExportPart } from './retention.ts';
import type { TypingLeave } from './typing-leave.ts';

/**
 * What a person can take along: theirs alone, without any time, id or kind. Asked for every day it still
 * tells no more than whole weeks, so it cannot become a diary of the other. Source: trust, "Privacy".
 */
export interface OwnExport extends Readonly<Record<ExportPart, unknown>> {
  /** What is on now, and under which edition of the consent card. */
  readonly consents: readonly { readonly to: Purpose; readonly scope: number }[];
  /** Undefined where there is no couple. */
  readonly settings: ExportedSettings | undefined;
  /** Weeks that ended at least two days ago, the oldest first; a week without an answer has no line. */
  readonly weeks: readonly ExportedWeek[];
  /** Their own numbers, where they ticked that they are kept, the oldest first. */
  readonly checkIns: readonly ExportedCheckIn[];
}

/** The settings that say nothing of what the other wrote; whatever is not named here stays out. */
export const EXPORTED_SETTINGS = [
  'zone',
  'quiet',
  'away',
  'usual',
  'coaching',
  'reasons',
  'nudgesPerDay',
  'typing',
  'recap',
  'checkIn',
  'checkInNumbers',
  'ownMessages',
  'numbers',
  'supportCard',
  'wishes',
] as const satisfies readonly (keyof PartnerSettings)[];

/** They say what is in force: of typing, what it counts for. */
export type ShownSettings = Omit<Pick<PartnerSettings, (typeof EXPORTED_SETTINGS)[number]>, 'typing'> & {
  readonly typing: TypingLeave;
};

/** Of what was asked to be left alone just how much it is: its names tell what the other had said. */
export type ExportedSettings = ShownSettings & { readonly exceptions: number };

export interface ExportedCheckIn extends Readonly<Record<Statement, number>> {
  readonly week: string;
}

export interface ExportedWeek {
  /** As ISO 8601 writes weeks: `2026-W47`. */
  readonly week: string;
  readonly answers: number;
  /** How many of them were attentive or warmer. */
  readonly warm: number;
}
