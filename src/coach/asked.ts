import type { Bid, BidKind } from '../domain/bid.ts';
import type { Wishes } from '../domain/wishes.ts';
import { hintText } from '../texts/hints.ts';
import { HINTS_BY_KIND } from './hints/catalogue.ts';
import { GUARDED_HINTS, isGuarded } from './hints/guarded.ts';
import { type Hint, STRONG_FROM } from './hints/hint.ts';
import { HURT_HINTS, isHurt } from './hints/hurt.ts';
import { suitingOf } from './hints/pick.ts';

/** Hints for somebody who asks for them about one message; nothing is sent, and nothing follows from it. */

/** So many are shown at once: three can be weighed. Our choice, as in `/nod repair`. */
const A_FEW = 3;

type Kind = keyof typeof HINTS_BY_KIND;

/** A few hints, and the name of the next few. */
export interface AskedHints {
  readonly kind: Kind;
  readonly hints: readonly string[];
  readonly next: string;
}

/** The lists there are for a kind, by the letter that stands for them in a name. */
const LISTS = {
  k: (kind: Kind) => HINTS_BY_KIND[kind],
  g: () => GUARDED_HINTS,
  h: () => HURT_HINTS,
} as const satisfies Record<string, (kind: Kind) => readonly Hint[]>;
type List = keyof typeof LISTS;

/** Hints for what was heard; `chance`, from 0 up to 1, says with which of them they begin. */
export function askedHints(
  bid: Pick<Bid, 'because' | 'intensity'> & { kind: Kind },
  { chance, wishes }: { readonly chance: number; readonly wishes?: Wishes | undefined },
): AskedHints {
  const list: List = isGuarded(bid) ? 'g' : isHurt(bid) ? 'h' : 'k';
  const named = { kind: bid.kind, list, strong: bid.intensity >= STRONG_FROM };
  return hintsFrom({ ...named, from: Math.floor(chance * suitable(named, wishes).length) }, wishes);
}

interface Named {
  readonly kind: Kind;
  readonly list: List;
  readonly strong: boolean;
  readonly from: number;
}

const NAME = /^(?<kind>[a-z-]+)\.(?<list>[a-z])(?<strength>[01])\.(?<from>\d{1,3})$/;

/** The hints of that name; undefined for one that was made up. */
export function hintsNamed(name: string, wishes?: Wishes): AskedHints | undefined {
  const { kind = '', list = '', strength = '', from = '' } = NAME.exec(name)?.groups ?? {};
  if (!isKind(kind) || !isList(list)) return undefined;
  return hintsFrom({ kind, list, strong: strength === '1', from: Number(from) }, wishes);
}

const isKind = (name: string): name is Kind => Object.hasOwn(HINTS_BY_KIND, name);
const isList = (name: string): name is List => Object.hasOwn(LISTS, name);

function hintsFrom({ from, ...named }: Named, wishes: Wishes | undefined): AskedHints {
  const all = suitable(named, wishes);
  const few = Math.min(A_FEW, all.length);
  const hints = Array.from({ length: few }, (_, nth) => hintText(all[(from + nth) % all.length]?.id ?? '') ?? '');
  const next = `${named.kind}.${named.list}${named.strong ? 1 : 0}.${(from + few) % all.length}`;
  return { kind: named.kind, hints, next };
}

/**
 * Those that hold whatever came of the message and whatever hour it is, and that the other has not said they do not
 * like; one sort of move after the other.
 */
function suitable({ kind, list, strong }: Omit<Named, 'from'>, wishes: Wishes | undefined): readonly Hint[] {
  const all = LISTS[list](kind).filter((hint) => hint.reason === undefined && (hint.kinds?.includes(kind) ?? true));
  const strength = strong ? 'strong' : 'light';
  const liked = suitingOf(all, { strength, wishes });
  return inTurn(liked.length >= A_FEW ? liked : suitingOf(all, { strength }));
}

function inTurn(hints: readonly Hint[]): readonly Hint[] {
  const byMove = [...new Set(hints.map(({ move }) => move))].map((move) => hints.filter((hint) => hint.move === move));
  const rounds = Math.max(0, ...byMove.map((alike) => alike.length));
  return Array.from({ length: rounds }, (_, round) => byMove.flatMap((alike) => alike[round] ?? [])).flat();
}

/** Whether there are hints for the kind: there are none for `repair`. */
export function hasHints<B extends { readonly kind: BidKind }>(bid: B): bid is B & { readonly kind: Kind } {
  return isKind(bid.kind);
}
