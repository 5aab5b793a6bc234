import type { DyadState, RecentUtterance } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import { choiceOf, type PairOpinion, type ReadOpinion } from '../domain/opinion.ts';
import type { Reading, ReadingContext } from '../domain/reading.ts';
import type { Instant } from '../domain/time.ts';
import type { SaidMessage } from '../domain/utterance.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Judge, JudgedLine, JudgedPartner, ReadQuestion } from '../ports/judge.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import type { Asking, Opinion } from './asking.ts';
import type { Desk } from './desk.ts';
import { isListening } from './door.ts';
import { isDoubtOpen } from './doubts.ts';
import { type Draft, otherOf } from './draft.ts';
import { isOpenTo } from './judging.ts';
import { read } from './reading.ts';

/** Carries words to a judge and its opinion back into the couple's queue; holds no word longer than that takes. */
export interface SecondOpinions {
  /** Never rejects; no opinion changes nothing. */
  ask(desk: Desk, asking: Asking): Promise<void>;
  /** Called after a desk did something: what is under way about it and no longer wanted is given up, sent or not. */
  callOff(desk: Desk): void;
}

/** A question that is not answered yet, with the words it is about as they stood. */
interface UnderWay {
  readonly desk: Desk;
  readonly asking: Asking;
  readonly about: readonly SaidMessage[];
  readonly nobodyWaits: AbortController;
}

export interface SecondOpinionParts {
  readonly judge: Judge | undefined;
  /** Knows what the two are called; where it cannot say, nobody is asked. */
  readonly platform: Pick<Platform, 'names'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Called after a desk did something. */
  readonly plan: (desk: Desk) => void;
  /** Aborted once Nod ends: nobody waits for an opinion then, or for why there is none. */
  readonly stopping: AbortSignal;
}

export function createSecondOpinions(parts: SecondOpinionParts): SecondOpinions {
  const { judge, platform, clock, log, plan, stopping } = parts;
  const underWay = new Set<UnderWay>();

  async function opinionsFrom(who: Judge, { desk, asking, nobodyWaits }: UnderWay): Promise<Opinions> {
    const signal = AbortSignal.any([nobodyWaits.signal, stopping]);
    const names = await namesOf(desk, platform);
    // Only now, as the lines stand: one that was deleted while the platform was asked is not among them.
    const question = signal.aborted ? undefined : questionsAbout(desk, asking);
    if (!names || !question) return NO_OPINIONS;
    const [read, pair] = await Promise.all([
      question.read && who.read({ ...question.read, names }, signal),
      question.pair && who.pair({ ...question.pair, names }, signal),
    ]);
    return { read, pair };
  }

  return {
    async ask(desk, asking) {
      if (!judge || !isAgreed(judge, desk)) return;
      const asked = { desk, asking, about: wordsOf(desk, asking), nobodyWaits: new AbortController() };
      underWay.add(asked);
      const opinions = await opinionsFrom(judge, asked).catch((error: unknown) => {
        if (!stopping.aborted) log.debug({ code: codeOf(error) }, 'nobody could be asked for a second opinion');
        return NO_OPINIONS;
      });
      await desk.enqueue(() => {
        underWay.delete(asked);
        if (asked.nobodyWaits.signal.aborted || stopping.aborted || (!opinions.read && !opinions.pair)) return;
        // While it is not known what else happened, time stands still.
        const at = desk.reading === 'behind' ? desk.session.state.time : clock.now();
        desk.opine(opinionOn(asking, opinions, at), clock.now());
        plan(desk);
      });
    },
    callOff(desk) {
      for (const asked of underWay) if (asked.desk === desk && !isStillWanted(asked)) asked.nobodyWaits.abort();
    },
  };
}

/** Choices and opinions together are all that a replay needs. */
function opinionOn({ bidSeq, second, past, answer }: Asking, { read, pair }: Opinions, at: Instant): Opinion {
  const offered = { ...(second ? { second } : {}), ...(past ? { past } : {}), ...(answer ? { answer } : {}) };
  return { type: 'opinion', at, bidSeq, ...offered, ...(read ? { read } : {}), ...(pair ? { pair } : {}) };
}

interface Opinions {
  readonly read: ReadOpinion | undefined;
  readonly pair: PairOpinion | undefined;
}

const NO_OPINIONS: Opinions = { read: undefined, pair: undefined };

/** Both listen and want opinions, something may still come of one, and nobody has changed or deleted what was said. */
function isStillWanted({ desk, asking, about }: UnderWay): boolean {
  const draft = desk.session.glance();
  if (!isListening(draft.state) || !isOpen(draft, asking)) return false;
  return about.every(({ id, text }) => draft.env.words.get(id)?.text === text);
}

const isOpen = (draft: Draft, asking: Asking): boolean => (asking.answer ? isDoubtOpen : isOpenTo)(draft, asking);

/** What the two are called, asked anew each time and kept nowhere; undefined where one of them is there no more. */
async function namesOf(desk: Desk, platform: Pick<Platform, 'names'>): Promise<ReadQuestion['names'] | undefined> {
  const { row, members } = desk;
  const people = members.map(({ person }) => person);
  const names = await platform.names(row.channel, people);
  const known = members.map(({ id, person }) =>
    (names.get(person) ?? []).map((name) => ({ of: namelessIn(desk, id), name })),
  );
  return known.every((some) => some.length > 0) ? known.flat() : undefined;
}

/** The first of the two as the state has them is A. */
function namelessIn({ session }: Desk, partner: PartnerId): JudgedPartner {
  return session.state.partners[0].id === partner ? 'A' : 'B';
}

function wordsOf(desk: Desk, { messages, past, answer }: Asking): readonly SaidMessage[] {
  const { words } = desk.session.glance().env;
  return [...messages, ...((answer ?? past)?.messages ?? [])].flatMap((id) => words.get(id) ?? []);
}

/** Whether both said yes to this very computer: until they have said so, a new one is sent nothing. */
function isAgreed({ host }: Judge, { session }: Desk): boolean {
  return session.state.partners.every(({ settings }) => settings.judgeHost === host);
}

function questionsAbout(desk: Desk, { bidSeq, by, messages, kind, second, intensity, past, answer }: Asking) {
  const draft = desk.session.glance();
  const { env, state } = draft;
  const [first] = messages.flatMap((id) => env.words.get(id) ?? []);
  if (!first) return undefined;
  const nameless = (one: PartnerId) => namelessIn(desk, one);
  const line = (author: PartnerId, ids: readonly MessageId[]): JudgedLine => ({
    by: nameless(author),
    text: env.words.said(ids).text,
  });
  const { isSensitive, mayStandBeside, mayStandBefore } = createSieve(draft);
  const earlier = state.recent
    .filter((one) => one.startedAt < first.at && mayStandBefore(one))
    .map((one) => line(one.by, one.messages))
    .filter(({ text }) => text !== '');
  const said = line(by, messages);
  const asked = answer ?? past;
  const sensitive = isSensitive(messages) || (asked !== undefined && isSensitive(asked.messages));
  const shared = { couple: desk.row.id, earlier, sensitive };
  const read = answer ? undefined : { ...shared, said, candidates: [kind, ...(second ? [second] : [])], intensity };
  if (answer && !bidAndBurst(state, bidSeq).every(mayStandBefore)) return undefined;
  const reply = asked && line(otherOf(state, by).id, asked.messages);
  if (!asked || !reply?.text || !mayStandBeside(asked.messages)) return { read };
  const pair = {
    ...shared,
    bidKind: kind,
    bid: said,
    reply,
    candidates: [choiceOf(asked.read), ...(asked.second ? [asked.second] : [])],
  };
  return { read, pair };
}

/** What a reply in doubt was said to, and the reply: looked at as both were heard. */
function bidAndBurst({ bids, burst }: DyadState, bidSeq: number): readonly RecentUtterance[] {
  return [...bids.filter(({ seq }) => seq === bidSeq), ...(burst ? [burst] : [])];
}

/** Whatever came before. */
const ALONE: ReadingContext = { tense: false, earlier: [] };

/**
 * What Nod recognises never leaves; lines beside the one in question need the same yes as it does (trust, "Privacy").
 * A line is recognised as it was heard, with its vector and what is still held of what came before it, and also by its words
 * alone, with the vector and without.
 */
function createSieve(draft: Draft) {
  const { env, state } = draft;
  const showsVulnerable = state.partners.every(({ settings }) => settings.judgeVulnerable);
  const isRecognised = ({ risk, tender }: Reading) => tender || risk !== undefined;
  const isVulnerable = ({ bid, second }: Reading) => [bid?.kind, second].includes('vulnerability');
  const mayBeShown = (reading: Reading) => !isRecognised(reading) && (showsVulnerable || !isVulnerable(reading));

  function readingsOf(ids: readonly MessageId[]): readonly Reading[] {
    const said = env.words.said(ids);
    return [said, { text: said.text, attachments: [] }].map((one) => env.reader(one, ALONE));
  }
  return {
    isSensitive: (ids: readonly MessageId[]): boolean => readingsOf(ids).some(isRecognised),
    mayStandBeside: (ids: readonly MessageId[]): boolean => readingsOf(ids).every(mayBeShown),
    mayStandBefore: (one: RecentUtterance): boolean =>
      (showsVulnerable || one.kind !== 'vulnerability') &&
      [...readingsOf(one.messages), read(draft, one)].every(mayBeShown),
  };
}
