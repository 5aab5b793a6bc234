import type { Region } from './regions.ts';

/** Stands for the hours where no source tells them. */
export const HOURS_NOT_GIVEN = 'hours not given';

/** A line where a person answers. A fact about the world: each names the page that says so, and the day it was read. */
export interface SupportLine {
  readonly region: Region;
  readonly name: string;
  /** How to get through: what to call, text or open. */
  readonly reach: string;
  /** As the source says them, by local time; `HOURS_NOT_GIVEN` where it does not. */
  readonly hours: string;
  /** Where it is not answered in English, or in more than English. */
  readonly language?: string;
  /** Whom it is for, where that is not everybody. */
  readonly serves?: string;
  readonly source: string;
  /** The year of that page, where it tells: the older, the sooner it wants another look. */
  readonly written?: string;
  /** Where the hours are from, if the source does not give them. */
  readonly hoursSource?: string;
  /** ISO date on which the source was read. */
  readonly checked: string;
  readonly about: 'crisis' | 'abuse';
}

/** Whom to call when it cannot wait, where a source says so. */
export interface EmergencyNumber extends Pick<SupportLine, 'region' | 'source' | 'checked'> {
  readonly number: string;
}
