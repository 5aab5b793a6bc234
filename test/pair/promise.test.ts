import { describe, expect, it } from 'vitest';
import { promiseIn } from '../../src/pair/promise.ts';

describe('promiseIn', () => {
  it.each([
    ['in a meeting, want to hear it tonight', { in: 'part', part: 'evening' }],
    ['tell me after work', { in: 'part', part: 'evening' }],
    ['want to hear all of it over dinner', { in: 'part', part: 'evening' }],
    ['in class, tell me everything at lunch', { in: 'part', part: 'lunch' }],
    ['we can talk about it this afternoon', { in: 'part', part: 'afternoon' }],
    ["i promise we'll talk tomorrow at 9", { in: 'part', part: 'tomorrow' }],
    ['give me 20 min', { in: 'minutes', minutes: 20 }],
    ['back in an hour and i want the full tour', { in: 'minutes', minutes: 60 }],
    ['need half an hour, then i am all ears', { in: 'minutes', minutes: 30 }],
    ["can't talk, call you in 15", { in: 'minutes', minutes: 15 }],
    ['at 7:30', { in: 'clock', hour: 19, minute: 30 }],
    ["i'll call you at 8", { in: 'clock', hour: 20, minute: 0 }],
    ['driving, ring you at 21:15', { in: 'clock', hour: 21, minute: 15 }],
    ['talk at 9am?', { in: 'clock', hour: 9, minute: 0 }],
    ['tell me later', { in: 'unnamed' }],
    ['after this meeting i want every detail', { in: 'unnamed' }],
  ] as const)('hears when "%s" means', (reply, expected) => {
    expect(promiseIn('good-news', reply)).toEqual(expected);
  });

  it.each([
    'dentist at 7:30',
    'can you pick up milk at 7',
    'omg tell me everything',
    "let's celebrate tonight",
    "not now, can't you see i'm busy",
    'leave me alone tonight',
    'i called you at 7 and you did not answer',
    'i waited 2 hours for the plumber',
    'take your time',
    'give me 500 years',
    'call at 99',
  ])('hears none in "%s"', (reply) => {
    expect(promiseIn('vulnerability', reply)).toBeUndefined();
  });

  it('takes a time as the answer to a request, unless it puts the request off', () => {
    expect(promiseIn('request', 'be there in 20 min')).toBeUndefined();
    expect(promiseIn('request', 'in a meeting, ask me tonight')).toEqual({ in: 'part', part: 'evening' });
  });
});
