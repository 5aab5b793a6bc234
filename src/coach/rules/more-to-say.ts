import { dayOf, minuteOfDay, nextTimeOfDay } from '../../domain/availability.ts';
import type { AnsweredBid, DyadState, PartnerState } from '../../domain/dyad.ts';
import { MORE_TO_SAY } from '../../domain/settings.ts';
import { HOUR, type Instant } from '../../domain/time.ts';
import { sidesOf } from '../moment.ts';
import { addedAgainFrom } from './patience.ts';
import type { AnsweredRule } from './rule.ts';

/** The evening, on the responder's clock, in minutes since midnight; our choice. */
const EVENING = 19 * 60 + 30;
const LATEST = 21 * 60 + 30;

/** Great news got less than this person usually gives: often somebody was busy. That evening there is time for more. */
export const moreToSay = {
  reason: 'more-to-say',
  about: 'answered',
  because: 'There was great news, and the answer was shorter than theirs usually are.',
  hears: [
    {
      story: 'a short "nice" from somebody who cheers; that evening',
      kind: 'good-news',
      answered: 'low',
      usually: 1.6,
      asked: 330,
    },
    { story: 'the same, asked an hour into the evening', kind: 'good-news', answered: 'low', usually: 1.2, asked: 390 },
    { story: 'told once this week', kind: 'good-news', answered: 'low', usually: 1.6, told: 1, asked: 330 },
  ],
  ignores: [
    { story: 'still the afternoon', kind: 'good-news', answered: 'low', usually: 1.6, asked: 300 },
    {
      story: 'a short answer from somebody who is always brief',
      kind: 'good-news',
      answered: 'low',
      usually: 0.4,
      asked: 330,
    },
    { story: 'what they usually give is not known', kind: 'good-news', answered: 'low', asked: 330 },
    {
      story: 'a short answer with confetti',
      kind: 'good-news',
      answered: 'low',
      emoji: true,
      usually: 1.6,
      asked: 330,
    },
    { story: 'answered with questions', kind: 'good-news', answered: 'attentive', usually: 1.9, asked: 330 },
    { story: 'told twice this week', kind: 'good-news', answered: 'low', usually: 1.6, told: 2, asked: 330 },
    { story: 'not good news', kind: 'vulnerability', answered: 'low', usually: 1.6, asked: 330 },
    { story: 'the evening is over', kind: 'good-news', answered: 'low', usually: 1.6, asked: 480 },
  ],
  dueAt: (state, answered) => {
    const { recipient } = sidesOf(state, answered.by);
    if (!isBelowUsual(answered, recipient)) return undefined;
    return thatEvening(answered.answeredAt, state, recipient);
  },
} satisfies AnsweredRule;

function isBelowUsual({ kind, intensity, energy, withEmoji }: AnsweredBid, { usualJoy }: PartnerState): boolean {
  if (kind !== 'good-news' || intensity < MORE_TO_SAY.intensity || energy !== 'low' || withEmoji) return false;
  return usualJoy !== undefined && usualJoy.count >= MORE_TO_SAY.knownFrom && usualJoy.mean >= MORE_TO_SAY.belowUsual;
}

/** The evening of the same day, at the earliest an hour after the answer; undefined once it is over. */
function thatEvening(answeredAt: Instant, { time }: DyadState, recipient: PartnerState): Instant | undefined {
  const { zone } = recipient.settings;
  const begins = minuteOfDay(answeredAt, zone) < EVENING ? nextTimeOfDay(answeredAt, zone, EVENING) : answeredAt;
  const again = addedAgainFrom(recipient, 'more-to-say', MORE_TO_SAY.aWeek);
  const due = Math.max(begins, answeredAt + HOUR, again);
  const isThatEvening = (at: Instant) => dayOf(at, zone) === dayOf(answeredAt, zone) && minuteOfDay(at, zone) < LATEST;
  return isThatEvening(due) && isThatEvening(Math.max(due, time)) ? due : undefined;
}
