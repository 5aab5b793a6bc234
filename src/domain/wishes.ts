/** What may do somebody good who has it hard. */
export const SUPPORTS = ['comfort', 'ideas', 'company', 'space'] as const;
export type Support = (typeof SUPPORTS)[number];

/** With what good news can be met, and how loudly. */
export const CELEBRATION_WAYS = ['words', 'questions', 'plans'] as const;
export const CELEBRATION_VOLUMES = ['loud', 'quiet'] as const;
export type Celebration = (typeof CELEBRATION_WAYS)[number] | (typeof CELEBRATION_VOLUMES)[number];

/** How somebody likes to be met, as they said themselves; absent or empty where they said nothing. */
export interface Wishes {
  /** When something is hard. */
  readonly low?: readonly Support[];
  /** When something is good. */
  readonly celebrate?: readonly Celebration[];
}
