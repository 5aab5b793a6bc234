import type { BidKind } from '../src/domain/bid.ts';
import { MINUTE } from '../src/domain/time.ts';
import { meet } from './answering.ts';
import type { Who } from './chronicle.ts';
import { type GrowingBid, type Life, say } from './life.ts';
import { EVERYDAY } from './lines/everyday.ts';
import { GOOD_NEWS } from './lines/good-news.ts';
import { LOW } from './lines/low.ts';
import { SPANISH_BIDS } from './lines/spanish.ts';
import type { Topic } from './lines/topic.ts';
import { localTime } from './local-time.ts';
import { USUAL_KINDS } from './people.ts';
import { isAwake } from './presence.ts';

const TOPICS = [...GOOD_NEWS, ...LOW, ...EVERYDAY];
/** The share of a Spanish speaker's bids that are in Spanish. */
const IN_SPANISH = 0.7;

/** Somebody reaches out with whatever is on their mind; nobody does in their sleep. */
export function reachOut(life: Life, by: Who): void {
  if (!isAwake(life, by, life.now)) return;
  const { fate, couple } = life;
  if (couple[by].language === 'spanish' && fate.happens(IN_SPANISH)) {
    reachWith(life, by, spanishTopic(life));
    return;
  }
  const kind = fate.weigh<BidKind>({ ...USUAL_KINDS, ...couple[by].kinds });
  const { minute } = localTime(life.now, couple[by].zone);
  const fits = ({ hours }: Topic) => hours === undefined || (minute >= hours.from && minute < hours.until);
  reachWith(life, by, fate.pick(TOPICS.filter((topic) => topic.kind === kind && fits(topic))));
}

/** Puts the topic's words in the channel, and lets the other meet them. */
export function reachWith(life: Life, by: Who, topic: Topic): GrowingBid {
  const { fate } = life;
  const thing = fate.pick(topic.things);
  const text = fill(fate.pick(topic.says), thing);
  const spoken = say(life, by, text);
  const { kind, intensity } = topic;
  const bid: GrowingBid = { messages: [...spoken.ids], by, kind, intensity, text, endedAt: spoken.endedAt, acts: [] };
  life.truth.bids.push(bid);
  life.topics.set(bid, { topic, thing });
  life.agenda.put(spoken.endedAt + MINUTE / 2, () => meet(life, bid));
  return bid;
}

const fill = (text: string, thing: string): string => text.replaceAll('[x]', thing);

/** The same thing in the other's mouth: my mom is your mom. */
export function fillForOther(text: string, thing: string): string {
  const turned = thing.replace(/\b(my|your)\b/g, (word) => (word === 'my' ? 'your' : 'my'));
  return fill(text, turned);
}

function spanishTopic({ fate }: Life): Topic {
  const { says, ...bid } = fate.pick(SPANISH_BIDS);
  return { ...bid, things: [''], says: [says], warm: ['te quiero'], back: ['cuéntame'] };
}
