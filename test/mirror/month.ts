import fc from 'fast-check';
import { REASONS } from '../../src/domain/nudge.ts';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../src/domain/time.ts';
import type { ConsentChoices } from '../../src/ports/command.ts';
import { ANSWERS, EMOJI, HE_SAYS, HE_SAYS_PLAINLY, HERS_TOO, PASSES_BY, SHE_SAYS } from './lines.ts';

/**
 * A month of Ana and Ben, lived twice. Ana's side and what Ben reaches out with are the same in both worlds;
 * how, when and whether Ben answers is not, nor anything that only Ben and Nod know of.
 *
 * Nod's messages to Ana are about what Ben wrote, so his differing answers stay clear of his reaching out, where
 * both have read what came before: a "love you" right after Ana's is read as its echo, answered or not, and
 * "you got the job!!" comes back to a job of his own.
 */

export type Who = 'ana' | 'ben';

/** One thing that one of the two does. Times name messages: nobody writes twice in one millisecond. */
export type Deed =
  | { readonly do: 'write'; readonly text: string; readonly replyTo?: Instant }
  | { readonly do: 'react'; readonly emoji: string; readonly to: Instant }
  | { readonly do: 'type' }
  /** Which command, with which options, and which of the buttons seen last. */
  | { readonly do: 'ask' | 'press'; readonly pick: number }
  /** Pauses, and resumes after so many hours. */
  | { readonly do: 'nap'; readonly hours: number };

export interface Act {
  readonly at: Instant;
  readonly by: Who;
  readonly deed: Deed;
}

/** What one of the two chose at the beginning, and what they do. */
export interface Side {
  readonly choices: ConsentChoices;
  /** Whether direct messages reach them. */
  readonly reachable: boolean;
  readonly acts: readonly Act[];
}

export interface Month {
  readonly ana: Side;
  /** What Ben writes in both worlds. */
  readonly reached: readonly Act[];
  readonly bens: readonly [Side, Side];
}

/** Midnight, UTC, after the evening on which both agreed. */
export const FIRST_DAY: Instant = Date.parse('2026-05-05T00:00:00Z');
const CYCLES = 9;
/**
 * On the first day both reach out, and Ben writes the same in both worlds; on the second his answers come at the
 * same instants in other words; on the third Ana alone reaches out, and he answers when and how he likes.
 */
const DAYS_A_CYCLE = 3;
export const DAYS = CYCLES * DAYS_A_CYCLE;

/** Words that reach out are said at the beginning of a slot, hers back in its first half, his in its second. */
const SLOT = 20 * MINUTE;
const HERS = 5 * MINUTE;
const HIS = 13 * MINUTE;
const FIRST_SLOT = 6 * HOUR;
const SLOTS = 48;

/** Ana's first words of a day, by which it begins in both worlds, and whether Ben then answers when and how he likes. */
export const FIRST_WORDS = FIRST_SLOT - HERS;
export const isFree = (nth: number) => nth % DAYS_A_CYCLE === DAYS_A_CYCLE - 1;

const below = (count: number) => fc.nat({ max: count - 1 });
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const anyPick = below(1_000_000);

const choices: fc.Arbitrary<ConsentChoices> = fc.record({
  readers: fc.constant(0),
  adult: fc.constant(true as const),
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Manila'),
  quiet: fc.constantFrom({ from: 22 * 60, until: 8 * 60 }, { from: 0, until: 0 }, { from: 60, until: 390 }),
  away: fc.constantFrom([], [{ from: 9 * 60, until: 13 * 60 }]),
  usual: fc.constantFrom([], [{ from: 21 * 60, until: 23 * 60 }]),
  purposes: fc.tuple(fc.boolean(), fc.subarray([...REASONS])).map(([typing, reasons]) => purposes(typing, reasons)),
});

function purposes(typing: boolean, reasons: readonly (typeof REASONS)[number][]): ConsentChoices['purposes'] {
  const ticked = reasons.map((reason) => `reason:${reason}` as const);
  return [...(reasons.length > 0 ? (['coaching'] as const) : []), ...ticked, ...(typing ? (['typing'] as const) : [])];
}

/** Mostly all that is offered, so that there is something to compare. */
const muchChosen = fc
  .tuple(choices, below(4))
  .map(([drawn, rarely]) => (rarely === 0 ? drawn : { ...drawn, purposes: purposes(true, REASONS) }));

/** Somebody reaches out; `slots` later comes what Ana says to it in both worlds, or Ben in each. */
interface Turn {
  readonly slot: number;
  readonly by: Who;
  readonly line: number;
  readonly slots: number;
  readonly reply: 'words' | 'by reference' | 'emoji' | 'nothing';
  readonly words: readonly [number, number];
  /** Only in words that cannot be an answer. */
  readonly plain?: true;
}

function turns(by: readonly Who[]): fc.Arbitrary<readonly Turn[]> {
  const turn = fc.record({
    slot: below(SLOTS),
    by: fc.constantFrom(...by),
    line: anyPick,
    slots: below(12),
    reply: fc.constantFrom('words' as const, 'words', 'by reference', 'emoji', 'nothing'),
    words: fc.tuple(anyPick, anyPick),
  });
  return fc.uniqueArray(turn, { minLength: 1, maxLength: 6, selector: ({ slot }) => slot, size: 'max' });
}

/** When and how Ben answers on a day on which Ana alone reaches out. */
interface Freely {
  readonly minutes: number;
  readonly reply: 'words' | 'emoji' | 'nothing';
  readonly word: number;
}

/**
 * What Nod writes to her is due at a full five minutes, and waits while either is saying something, which both see: his
 * words are over by then.
 */
const EVERY = 5;
const BEFORE_DUE = 3;

const freely: fc.Arbitrary<readonly Freely[]> = fc.array(
  fc.record({
    minutes: fc.tuple(fc.integer({ min: 1, max: 180 }), below(BEFORE_DUE)).map(([fives, more]) => EVERY * fives + more),
    reply: fc.constantFrom('words' as const, 'emoji', 'nothing'),
    word: anyPick,
  }),
  { minLength: 6, maxLength: 6 },
);

const cycles = fc.array(
  fc.record({
    alike: turns(['ana', 'ben', 'ben']),
    inOtherWords: turns(['ana', 'ben', 'ben']),
    alone: turns(['ana']),
    his: fc.tuple(freely, freely),
  }),
  { minLength: CYCLES, maxLength: CYCLES },
);
type Cycle = typeof cycles extends fc.Arbitrary<(infer One)[]> ? One : never;

interface Written {
  readonly ana: Act[];
  readonly reached: Act[];
  readonly bens: readonly [Act[], Act[]];
}

function writeCycle(written: Written, { alike, inOtherWords, alone, his }: Cycle, nth: number): void {
  const day = FIRST_DAY + nth * DAYS_A_CYCLE * DAY;
  for (let later = 0; later < DAYS_A_CYCLE; later += 1) beginDay(written, day + later * DAY);
  for (const turn of alike) writeTurn(written, day, { ...turn, words: [turn.words[0], turn.words[0]] });
  for (const turn of inOtherWords) writeTurn(written, day + DAY, { ...turn, plain: true });
  alone.forEach((turn, place) => {
    const at = reach(written, day + 2 * DAY, turn);
    written.bens.forEach((acts, world) => {
      answerFreely(acts, at, his[world as 0 | 1][place] as Freely);
    });
  });
}

/** She speaks before he reaches out: how much he has said since she last did, both have read, and Nod goes by it. */
function beginDay(written: Written, day: Instant): void {
  written.ana.push({ at: day + FIRST_WORDS, by: 'ana', deed: { do: 'write', text: PASSES_BY } });
}

/** Until here what was said the evening before may be echoed. */
const NOON = 12 * HOUR;

function reach(written: Written, day: Instant, { slot, by, line, plain }: Turn): Instant {
  const at = day + FIRST_SLOT + slot * SLOT;
  const lines = by === 'ana' ? SHE_SAYS : plain || at < day + NOON ? HE_SAYS_PLAINLY : HE_SAYS;
  (by === 'ana' ? written.ana : written.reached).push({ at, by, deed: { do: 'write', text: pick(lines, line) } });
  return at;
}

function writeTurn(written: Written, day: Instant, turn: Turn): void {
  const at = reach(written, day, turn);
  const slot = Math.min(at + turn.slots * SLOT, day + DAY - SLOT);
  if (turn.reply === 'nothing') return;
  if (turn.by === 'ben') {
    written.ana.push({ at: slot + HERS, by: 'ana', deed: hersTo(at, turn) });
    return;
  }
  written.bens.forEach((acts, world) => {
    const text = pick(ANSWERS, turn.words[world as 0 | 1]);
    acts.push({ at: slot + HIS, by: 'ben', deed: { do: 'write', text } });
  });
}

function hersTo(said: Instant, { reply, words: [word] }: Turn): Deed {
  if (reply === 'emoji') return { do: 'react', emoji: pick(EMOJI, word), to: said };
  const reference = reply === 'by reference' ? { replyTo: said } : {};
  return { do: 'write', text: pick(HERS_TOO, word), ...reference };
}

/** Words of one's own, said in this second of a minute, are never said at the instant of others. */
const ODD_SECOND = 31 * SECOND;

/** Before the day ends by UTC: who writes first on a day, and so may begin a day off, is the same in both worlds. */
function answerFreely(acts: Act[], said: Instant, { minutes, reply, word }: Freely): void {
  const night = Math.floor(said / DAY) * DAY + DAY - BEFORE_DUE * MINUTE;
  const at = Math.min(said + minutes * MINUTE, night) + ODD_SECOND;
  if (reply === 'emoji') acts.push({ at, by: 'ben', deed: { do: 'react', emoji: pick(EMOJI, word), to: said } });
  if (reply === 'words' && !acts.some((one) => one.at === at))
    acts.push({ at, by: 'ben', deed: { do: 'write', text: pick(ANSWERS, word) } });
}

/** What nobody but Nod notices: at any time, or in the seconds after a nudge may have become due. */
interface Unseen {
  readonly any: Instant;
  readonly after: number | undefined;
  readonly delay: number;
  readonly deed: Deed;
}

/** The patience of the rules, and half of the window. Source: design, "Coach". */
const PATIENCE = [10 * MINUTE, 15 * MINUTE, 30 * MINUTE, 2 * HOUR] as const;

function unseen(deed: fc.Arbitrary<Deed>, count: number): fc.Arbitrary<readonly Unseen[]> {
  const one = fc.record({
    any: below(DAYS * DAY).map((later) => FIRST_DAY + later),
    after: fc.option(anyPick, { nil: undefined }),
    delay: fc.tuple(fc.constantFrom(...PATIENCE), below(4 * SECOND)).map(([due, more]) => due + more),
    deed,
  });
  return fc.array(one, { minLength: count / 2, maxLength: count, size: 'max' });
}

function placed(by: Who, drawn: readonly Unseen[], reached: readonly Act[]): readonly Act[] {
  return drawn.map(({ any, after, delay, deed }) => {
    const near = after === undefined || reached.length === 0 ? undefined : pick(reached, after);
    const at = near ? near.at + delay : any;
    return { at: at - (at % 2) + 1, by, deed }; // odd: what is written is written at even milliseconds
  });
}

const asks = fc.record({ do: fc.constantFrom('ask' as const, 'press' as const), pick: anyPick });
const naps = fc.record({ do: fc.constant('nap' as const), hours: fc.integer({ min: 1, max: 6 }) });
const typing = fc.constant<Deed>({ do: 'type' });

const hersUnseen = unseen(
  fc.oneof({ weight: 20, arbitrary: asks }, { weight: 1, arbitrary: naps }, { weight: 2, arbitrary: typing }),
  60,
);
const his = fc.record({
  choices: fc.oneof(choices, muchChosen),
  reachable: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  unseen: unseen(fc.oneof({ weight: 3, arbitrary: asks }, { weight: 2, arbitrary: typing }), 60),
});

export const months: fc.Arbitrary<Month> = fc
  .record({ cycles, choices: muchChosen, unseen: hersUnseen, his: fc.tuple(his, his) })
  .map((drawn): Month => {
    const written: Written = { ana: [], reached: [], bens: [[], []] };
    drawn.cycles.forEach((cycle, nth) => {
      writeCycle(written, cycle, nth);
    });
    const { reached } = written;
    const sideOf = (world: 0 | 1): Side => {
      const { choices: chosen, reachable, unseen: alone } = drawn.his[world];
      return { choices: chosen, reachable, acts: [...written.bens[world], ...placed('ben', alone, reached)] };
    };
    const ana = { choices: drawn.choices, reachable: true };
    return {
      ana: { ...ana, acts: [...written.ana, ...placed('ana', drawn.unseen, reached)] },
      reached,
      bens: [sideOf(0), sideOf(1)],
    };
  });
