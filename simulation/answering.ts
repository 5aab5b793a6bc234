import type { BidKind } from '../src/domain/bid.ts';
import { personId } from '../src/domain/ids.ts';
import { HOUR, type Instant, MINUTE } from '../src/domain/time.ts';
import { otherOf, type TrueAct, type Who } from './chronicle.ts';
import { type GrowingBid, type Life, react, say } from './life.ts';
import { AGAINST, BRIEF, HEARTS, PAST, PROMISES } from './lines/asides.ts';
import { SPANISH_ANSWERS, SPANISH_PAST } from './lines/spanish.ts';
import { instantOf, localTime } from './local-time.ts';
import type { Answering } from './people.ts';
import { canAnswer, nextFree } from './presence.ts';
import { fillForOther } from './reaching.ts';

/** What the other does with a bid, told by nobody: at once, later, by speaking of something else, or not at all. */

/** So often somebody who put it off comes back by themselves, and somebody who spoke past it still answers. */
const KEEPS_A_PROMISE = 0.6;
const ANSWERS_AFTER_ALL = 0.15;
/** So often great or hard things are asked after by themselves, and from when on. */
const ASKS_AFTER = 0.25;
/** Typing or a press shows that somebody is there though they say nothing. */
const IS_SEEN = 0.5;
const EVENING = 20 * 60;
/** "Tell me about it tonight" fits these; nobody says it to a good-night. */
const PUT_OFF: ReadonlySet<BidKind> = new Set(['good-news', 'vulnerability', 'attention'] as const);

/** They see the bid as soon as they look, and do with it as they are. */
export function meet(life: Life, bid: GrowingBid): void {
  const who = otherOf(bid.by);
  const { fate, couple } = life;
  const free = nextFree(life, who, life.now);
  if (free === undefined) return;
  const seenAt = free + fate.between(0.2, free > life.now ? 25 : 8) * MINUTE;
  const does = fate.weigh<Answering>(withHabit(couple[who].answers, life.habits[who] * couple[who].learns));
  switch (does) {
    case 'soon':
    case 'heart':
      plan(life, bid, seenAt, (now) => answer(now, bid, { asHeart: does === 'heart' }));
      return;
    case 'late':
      plan(life, bid, seenAt + fate.between(40, 190) * MINUTE, (now) => answer(now, bid));
      return;
    case 'puts-off':
      if (PUT_OFF.has(bid.kind)) life.agenda.put(seenAt, () => putOff(life, bid));
      else plan(life, bid, seenAt, (now) => answer(now, bid));
      return;
    case 'past':
      life.agenda.put(seenAt, () => speakPast(life, bid));
      return;
    case 'refuses':
      life.agenda.put(seenAt, () => refuse(life, bid));
      return;
    case 'silent':
      if (fate.happens(IS_SEEN)) life.agenda.put(seenAt, () => show(life, who));
      return;
  }
}

/** Whoever was helped by a whisper goes on answering more by themselves. */
function withHabit(answers: Readonly<Record<Answering, number>>, habit: number): Record<Answering, number> {
  const kept = Math.max(0.2, 1 - habit);
  const moved = (answers.past + answers.silent) * (1 - kept);
  return { ...answers, soon: answers.soon + moved, past: answers.past * kept, silent: answers.silent * kept };
}

export const isSettled = (bid: GrowingBid): boolean =>
  bid.acts.some(({ does }) => does === 'answers' || does === 'refuses');

/** Means to do it then; where they cannot at that time, as soon as they can. */
function plan(life: Life, bid: GrowingBid, at: Instant, act: (life: Life) => void): void {
  bid.plannedAt = at;
  life.agenda.put(at, () => {
    const who = otherOf(bid.by);
    const free = nextFree(life, who, life.now);
    if (isSettled(bid) && !bid.acts.some(({ does }) => does === 'puts-off')) return;
    if (free === undefined) delete bid.plannedAt;
    else if (free > life.now) plan(life, bid, free + MINUTE, act);
    else act(life);
  });
}

/** Answers in words or with a heart; a short word to something further up is a reply to it, as people do. */
export function answer(life: Life, bid: GrowingBid, how: { asHeart?: boolean; prompted?: true } = {}): void {
  const { fate, couple } = life;
  const who = otherOf(bid.by);
  if (isSettled(bid)) return;
  const marks = how.prompted ? ({ prompted: true } as const) : {};
  if (how.asHeart) {
    react(life, who, { target: bid.messages.at(-1) as string, emoji: fate.pick(HEARTS[bid.kind]) });
    bid.acts.push({ at: life.now, does: 'answers', warm: true, ...marks });
    return;
  }
  const { topic, thing } = topicOf(life, bid);
  const isWarm = how.prompted ? fate.happens(Math.max(0.5, couple[who].warmth)) : fate.happens(couple[who].warmth);
  const words = isWarm ? fillForOther(fate.pick(topic.warm), thing) : fate.pick(topic.brief ?? BRIEF[bid.kind]);
  const isSpanish = couple[who].language === 'spanish' && fate.happens(0.8);
  const spoken = say(life, who, isSpanish ? fate.pick(SPANISH_ANSWERS) : words, referenceTo(life, bid, isWarm));
  bid.acts.push({ at: spoken.startedAt, does: 'answers', warm: isWarm, ...marks });
  if (bid.kind === 'repair') life.truth.mended.push(spoken.endedAt);
  if (bid.intensity >= 0.8 && fate.happens(ASKS_AFTER)) {
    life.agenda.put(spoken.endedAt + fate.between(6, 26) * HOUR, () => comeBack(life, bid));
  }
}

/** Whether anything was said since, so that one would point at what one answers. */
function referenceTo(life: Life, bid: GrowingBid, isWarm: boolean): string | undefined {
  const last = life.truth.lines.at(-1);
  const isLast = last !== undefined && bid.messages.includes(last.id);
  if (isLast) return life.fate.happens(0.1) ? bid.messages[0] : undefined;
  return !isWarm || life.fate.happens(0.8) ? bid.messages[0] : undefined;
}

/** Takes up again what was put off, or asks after what was answered. */
export function comeBack(life: Life, bid: GrowingBid, marks: Pick<TrueAct, 'prompted'> = {}): void {
  const who = otherOf(bid.by);
  if (!canAnswer(life, who, life.now) || bid.acts.some(({ does }) => does === 'comes-back')) return;
  const { topic, thing } = topicOf(life, bid);
  const reference = life.fate.happens(0.6) ? bid.messages[0] : undefined;
  const spoken = say(life, who, fillForOther(life.fate.pick(topic.back), thing), reference);
  bid.acts.push({ at: spoken.startedAt, does: 'comes-back', warm: true, ...marks });
}

function putOff(life: Life, bid: GrowingBid): void {
  const who = otherOf(bid.by);
  if (isSettled(bid) || !canAnswer(life, who, life.now)) return;
  const { fate } = life;
  const promise = fate.pick(PROMISES);
  const spoken = say(life, who, promise.says, referenceTo(life, bid, false));
  bid.acts.push({ at: spoken.startedAt, does: 'puts-off', warm: true });
  const { zone } = life.couple[who];
  const evening = instantOf(localTime(life.now, zone).day, EVENING, zone);
  const meant = promise.for === 'evening' ? evening : spoken.endedAt + (promise.for === 'hour' ? 1 : 3) * HOUR;
  if (meant < life.now || !fate.happens(KEEPS_A_PROMISE)) return;
  plan(life, bid, meant + fate.between(-30, 45) * MINUTE, (now) => comeBack(now, bid));
}

function speakPast(life: Life, bid: GrowingBid): void {
  const who = otherOf(bid.by);
  if (isSettled(bid) || !canAnswer(life, who, life.now)) return;
  say(life, who, life.fate.pick(life.couple[who].language === 'spanish' ? SPANISH_PAST : PAST));
  if (!life.fate.happens(ANSWERS_AFTER_ALL)) return;
  plan(life, bid, life.now + life.fate.between(10, 150) * MINUTE, (now) => answer(now, bid));
}

function refuse(life: Life, bid: GrowingBid): void {
  const who = otherOf(bid.by);
  if (isSettled(bid) || !canAnswer(life, who, life.now)) return;
  const spoken = say(life, who, life.fate.pick(AGAINST), referenceTo(life, bid, false));
  bid.acts.push({ at: spoken.startedAt, does: 'refuses', warm: false });
}

function show(life: Life, who: Who): void {
  if (canAnswer(life, who, life.now)) life.nod.hear({ type: 'typing', at: life.now, by: personId(who) });
}

function topicOf(life: Life, bid: GrowingBid) {
  const found = life.topics.get(bid);
  if (!found) throw new RangeError('a bid without a topic');
  return found;
}
