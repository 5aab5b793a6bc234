/** What a person says of a week, in this order. Source: science, "Weekly self-report" (after Reis); the wording is ours. */
export const STATEMENTS = ['understood', 'took-seriously', 'cared'] as const;
export type Statement = (typeof STATEMENTS)[number];

/** From not at all to wholly. Source: science, "Weekly self-report". */
export const LEAST_AGREED = 1;
export const MOST_AGREED = 7;

/** One number for each statement. */
export type Agreed = readonly [number, number, number];

/** The numbers of one week, kept only for those who ticked it. */
export interface CheckIn {
  /** Days since the epoch of the week's Monday. */
  readonly week: number;
  readonly agreed: Agreed;
}

export function isAgreed(numbers: readonly (number | undefined)[]): numbers is Agreed {
  const isOnScale = (one: number | undefined) =>
    one !== undefined && Number.isInteger(one) && one >= LEAST_AGREED && one <= MOST_AGREED;
  return numbers.length === STATEMENTS.length && numbers.every(isOnScale);
}
