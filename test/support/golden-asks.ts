import { nextTimeOfDay } from '../../src/domain/availability.ts';
import type { DyadState, PartnerState } from '../../src/domain/dyad.ts';
import type { PartnerId, PersonId } from '../../src/domain/ids.ts';
import { isMostlyOther } from '../../src/domain/language.ts';
import type { Instant } from '../../src/domain/time.ts';
import { weekOf } from '../../src/domain/week.ts';
import { CELEBRATIONS, SUPPORTS, type WishCard } from '../../src/domain/wishes.ts';
import type { OwnChange } from '../../src/engine/apply.ts';
import type { Change } from '../../src/ports/command.ts';

/** What the two of a golden chat press or type to Nod, and what lies behind them when it begins. */

type Wants = (state: DyadState, by: PartnerId) => Change | OwnChange | undefined;

/** What is pressed on the newest message of Nod's, as its buttons do it. */
const ON_THE_NEWEST = {
  helpful: 'helpful',
  'not this': 'not-this',
  joke: 'joke',
  'we talked': 'talked',
} as const;

/** What can be wanted besides all that both have from the beginning. */
const WANTED = {
  recap: { recap: true },
  'check-in': { checkIn: true },
  'two a day': { nudgesPerDay: 2 },
} as const;

const MIDNIGHT = 0;
const DAYS_A_WEEK = 7;

/** What a line such as `~not this` or `~sign 🫖` asks of Nod; undefined where it is none of these. */
export function readAsk(deed: string, at: Instant): Wants | undefined {
  const [verb = '', ...rest] = deed.split(' ');
  const what = rest.join(' ');
  if (verb === 'sign') return () => ({ do: 'sign', emoji: what });
  if (verb === 'wants' && Object.hasOwn(WANTED, what))
    return () => ({ do: 'settings', settings: WANTED[what as keyof typeof WANTED] });
  if (verb === 'card') return () => ({ do: 'settings', settings: { wishes: readCard(what) } });
  if (deed === 'open') return opens;
  if (deed === 'not today') return (state, by) => ({ do: 'snooze', until: midnightAfter(at, partnerOf(state, by)) });
  if (deed === 'status') return hearsOfTheLanguage;
  if (!Object.hasOwn(ON_THE_NEWEST, deed)) return undefined;
  return (state, by) => {
    const newest = state.nudges.findLast(({ to }) => to === by);
    return newest && { do: ON_THE_NEWEST[deed as keyof typeof ON_THE_NEWEST], seq: newest.seq };
  };
}

/** A card that is shared, from a list such as `space, quiet`. */
function readCard(list: string): WishCard {
  const wishes = list.split(/,\s*/);
  return {
    low: SUPPORTS.filter((support) => wishes.includes(support)),
    celebrate: CELEBRATIONS.filter((way) => wishes.includes(way)),
    shared: true,
  };
}

/** A message about no moment changes something only where Nod steps back. */
const opens: Wants = (state, by) => {
  const out = [...state.nudges, ...state.notices].filter(({ to }) => to === by).sort((one, other) => one.at - other.at);
  const newest = out.at(-1);
  if (!newest) return undefined;
  if ('bidSeq' in newest) return { do: 'nudge-opened', seq: newest.seq };
  return newest.reason === 'graduation' ? { do: 'step-back', seq: newest.seq } : undefined;
};

/** With the answer to any command, once. */
const hearsOfTheLanguage: Wants = (state, by) => {
  const { toldUnread, languages } = partnerOf(state, by);
  return !toldUnread && isMostlyOther(languages) ? { do: 'told-unread' } : undefined;
};

function partnerOf(state: DyadState, id: PartnerId): PartnerState {
  return state.partners[0].id === id ? state.partners[0] : state.partners[1];
}

const midnightAfter = (at: Instant, { settings }: PartnerState) => nextTimeOfDay(at, settings.zone, MIDNIGHT);

/** How often somebody answered by themselves in each of the last weeks; the last is the week in which the chat begins. */
function answeredBefore(counts: readonly number[], at: Instant): Pick<PartnerState, 'ownAccord'> {
  const monday = (index: number) => weekOf(at) - DAYS_A_WEEK * (counts.length - 1 - index);
  return { ownAccord: counts.map((count, index) => ({ week: monday(index), count })) };
}

/** A couple in which these people answered by themselves so often, week by week. */
export function withBehind(behind: ReadonlyMap<PersonId, readonly number[]>, people: readonly [PersonId, PersonId]) {
  return (fresh: DyadState): DyadState => {
    const [first, second] = fresh.partners;
    const before = (index: 0 | 1) => {
      const counts = behind.get(people[index]);
      return counts && answeredBefore(counts, fresh.time);
    };
    return {
      ...fresh,
      partners: [
        { ...first, ...before(0) },
        { ...second, ...before(1) },
      ],
    };
  };
}
