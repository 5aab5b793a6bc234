/** What may do somebody good who has it hard. */
export const SUPPORTS = ['comfort', 'ideas', 'company', 'space'] as const;
export type Support = (typeof SUPPORTS)[number];

/** With what good news can be met, and how loudly. */
export const CELEBRATION_WAYS = ['words', 'questions', 'plans'] as const;
export const CELEBRATION_VOLUMES = ['loud', 'quiet'] as const;
export const CELEBRATIONS = [...CELEBRATION_WAYS, ...CELEBRATION_VOLUMES] as const;
export type Celebration = (typeof CELEBRATIONS)[number];

/** How somebody likes to be met, as they said themselves; absent or empty where they said nothing. */
export interface Wishes {
  /** When something is hard. */
  readonly low?: readonly Support[];
  /** When something is good. */
  readonly celebrate?: readonly Celebration[];
}

/** A person's own card; only they write it, and nothing follows it before they share it. */
export interface WishCard extends Required<Wishes> {
  /** Whether the other can see it. */
  readonly shared: boolean;
}

export const EMPTY_CARD: WishCard = { low: [], celebrate: [], shared: false };

export function isEmptyCard({ low, celebrate }: WishCard): boolean {
  return low.length + celebrate.length === 0;
}

/** What the other can see of the card: all that stands on it, or nothing that tells whether there is one. */
export function sharedWishes(card: WishCard = EMPTY_CARD): Wishes | undefined {
  const { shared, ...wishes } = card;
  return shared && !isEmptyCard(card) ? wishes : undefined;
}
