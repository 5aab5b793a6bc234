import { nextTimeOfDay } from '../../domain/availability.ts';
import { FOLLOW_UP } from '../../domain/settings.ts';
import { sidesOf } from '../moment.ts';
import { addedAgainFrom } from './patience.ts';
import type { AnsweredRule } from './rule.ts';

/** The hours of the next day in which to ask after something, in minutes since midnight. Design, "Coach". */
const FROM = 10 * 60;
const UNTIL = 20 * 60;
const MIDNIGHT = 0;

/** A question the day after shows that it stayed in mind; telling it goes on being good (Peters et al. 2018). */
export const followUp = {
  reason: 'follow-up',
  about: 'answered',
  because: 'Yesterday there was something worth asking after.',
  hears: [
    { story: 'good news of yesterday; ten in the morning', kind: 'good-news', answered: 'attentive', asked: 1200 },
    { story: 'a hard thing of yesterday; noon', kind: 'vulnerability', answered: 'attentive', asked: 1320 },
    { story: 'good news of yesterday, answered briefly', kind: 'good-news', answered: 'low', asked: 1200 },
  ],
  ignores: [
    { story: 'the same evening', kind: 'good-news', answered: 'attentive', asked: 360 },
    { story: 'before ten', kind: 'good-news', answered: 'attentive', asked: 1199 },
    { story: 'the next evening at eight', kind: 'good-news', answered: 'attentive', asked: 1800 },
    { story: 'a small ask', kind: 'request', answered: 'attentive', asked: 1200 },
    { story: 'asked after something this week', kind: 'good-news', answered: 'attentive', told: 1, asked: 1200 },
    {
      story: 'they promised to come back to it',
      kind: 'good-news',
      answered: 'attentive',
      promisedFor: 1700,
      asked: 1200,
    },
    { story: 'a nudge went out about it before', kind: 'good-news', answered: 'low', nudged: true, asked: 1200 },
  ],
  dueAt: (state, { bidSeq, by, kind, intensity, endedAt, nudged }) => {
    if (state.promises.some((promise) => promise.bidSeq === bidSeq)) return undefined; // that has a time of its own
    if ((kind !== 'good-news' && kind !== 'vulnerability') || intensity < FOLLOW_UP.intensity || nudged)
      return undefined;
    const { recipient } = sidesOf(state, by);
    const { zone } = recipient.settings;
    const nextDay = nextTimeOfDay(endedAt, zone, MIDNIGHT);
    const again = addedAgainFrom(recipient, 'follow-up', FOLLOW_UP.aWeek);
    const due = Math.max(nextTimeOfDay(nextDay, zone, FROM), again);
    return Math.max(due, state.time) < nextTimeOfDay(nextDay, zone, UNTIL) ? due : undefined;
  },
} satisfies AnsweredRule;
