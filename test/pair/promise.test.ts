import { describe, expect, it } from 'vitest';
import { promiseIn } from '../../src/pair/promise.ts';

describe('promiseIn', () => {
  it.each([
    ['in a meeting, want to hear it tonight', { in: 'part', part: 'evening' }],
    ['tell me after work', { in: 'part', part: 'evening' }],
    ['want to hear all of it over dinner', { in: 'part', part: 'evening' }],
    ['in class, tell me everything at lunch', { in: 'part', part: 'lunch' }],
    ['we can talk about it this afternoon', { in: 'part', part: 'afternoon' }],
    ['give me 20 min', { in: 'minutes', minutes: 20 }],
    ['back in an hour and i want the full tour', { in: 'minutes', minutes: 60 }],
    ['need half an hour, then i am all ears', { in: 'minutes', minutes: 30 }],
    ["can't talk, call you in 15", { in: 'minutes', minutes: 15 }],
    ["meeting in 20 min, let's talk tonight", { in: 'part', part: 'evening' }],
    ['exam is in an hour but call you at 6pm', { in: 'clock', hour: 18, minute: 0 }],
    ['give me 20 min, then we talk before dinner tonight', { in: 'minutes', minutes: 20 }],
    ['brb in 10 min, want to hear the rest tonight', { in: 'minutes', minutes: 10 }],
    ["meeting in 20 min, let's talk on sunday", { in: 'day', day: { weekday: 7 } }],
    ['gotta run in 5 min, talk on sunday', { in: 'day', day: { weekday: 7 } }],
    ['home in 20 min, tell me about your call at 4', { in: 'minutes', minutes: 20 }],
    ['there in 10 min, tell me about tonight', { in: 'minutes', minutes: 10 }],
    ['on the bus, home in 20 min, tell me what happened at 3pm', { in: 'minutes', minutes: 20 }],
    ['driving, ring you at 21:15', { in: 'clock', hour: 21, minute: 15 }],
    ['talk at 9am?', { in: 'clock', hour: 9, minute: 0 }],
    ['tell me later', { in: 'unnamed' }],
    ['after this meeting i want every detail', { in: 'unnamed' }],
  ] as const)('hears when "%s" means', (reply, expected) => {
    expect(promiseIn('good-news', reply)).toEqual(expected);
  });

  it.each([
    ['in a meeting, call you at noon', { in: 'clock', hour: 12, minute: 0 }],
    ['in a meeting, call you at five', { in: 'clock', hour: 5, minute: 0, halfOpen: true }],
    ['in a meeting, call you at half past five', { in: 'clock', hour: 5, minute: 30, halfOpen: true }],
    ['driving, ring you at a quarter past 9', { in: 'clock', hour: 9, minute: 15, halfOpen: true }],
    ['driving, ring you at quarter to one', { in: 'clock', hour: 12, minute: 45, halfOpen: true }],
    ['tell me everything tomorrow at six', { in: 'clock', hour: 6, minute: 0, halfOpen: true, tomorrow: true }],
    ['in a meeting, call you in an hour and a half', { in: 'minutes', minutes: 90 }],
  ] as const)('reads hours in words as in digits: "%s"', (reply, expected) => {
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
    'she called at noon',
    'get off your phone and sleep at nine',
    'ring the vet at nine',
    'i was on my phone since noon',
  ])('hears none in "%s"', (reply) => {
    expect(promiseIn('vulnerability', reply)).toBeUndefined();
  });

  it.each([
    ['let us talk tonight, i pick up the kids at 4', { in: 'part', part: 'evening' }],
    ['i pick up the kids at 4, let us talk tonight', { in: 'part', part: 'evening' }],
    ['at work until 5, call you tonight', { in: 'part', part: 'evening' }],
    ['let us talk tonight, i have to be up early tomorrow', { in: 'part', part: 'evening' }],
    ['call you tonight, 8pm ok?', { in: 'clock', hour: 20, minute: 0 }],
    ['tell me tonight, at 8', { in: 'clock', hour: 20, minute: 0 }],
    ['in a meeting till 5, call you then', { in: 'clock', hour: 5, minute: 0, halfOpen: true }],
  ] as const)('takes the time that belongs to coming back: "%s"', (reply, expected) => {
    expect(promiseIn('good-news', reply)).toEqual(expected);
  });

  it.each([
    ['in a meeting, call you in two days', 2],
    ['call you in a few days', 3],
    ['in a meeting, tell me everything in 3 days', 3],
    ['at work, want to hear it in a week', 7],
  ] as const)('hears a wait of days: "%s"', (reply, days) => {
    expect(promiseIn('good-news', reply)).toEqual({ in: 'minutes', minutes: days * 1440 });
  });

  it.each([
    ['at 7:30', { in: 'clock', hour: 7, minute: 30, halfOpen: true }],
    ['tell me all about it at 11', { in: 'clock', hour: 11, minute: 0, halfOpen: true }],
    ["i'll call you at 12", { in: 'clock', hour: 12, minute: 0, halfOpen: true }],
  ] as const)('leaves open which half of the day "%s" means', (reply, expected) => {
    expect(promiseIn('good-news', reply)).toEqual(expected);
  });

  it.each([
    ['tell me at 07:30', { in: 'clock', hour: 7, minute: 30 }],
    ['tell me at 8 in the morning', { in: 'clock', hour: 8, minute: 0 }],
    ['tell me tonight at 8', { in: 'clock', hour: 20, minute: 0 }],
    ['want to hear all of it at 12 tonight', { in: 'clock', hour: 0, minute: 0 }],
    ['good morning! tell me everything at 7 pm', { in: 'clock', hour: 19, minute: 0 }],
    ['talk at 12am', { in: 'clock', hour: 0, minute: 0 }],
    ['talk at 12pm', { in: 'clock', hour: 12, minute: 0 }],
  ] as const)('knows which half of the day "%s" means', (reply, expected) => {
    expect(promiseIn('good-news', reply)).toEqual(expected);
  });

  it.each([
    ['tell me everything tomorrow at 6pm', { in: 'clock', hour: 18, minute: 0, tomorrow: true }],
    ['tell me everything tomorrow, at 6.30pm', { in: 'clock', hour: 18, minute: 30, tomorrow: true }],
    ["i promise we'll talk tomorrow at 9", { in: 'clock', hour: 9, minute: 0, halfOpen: true, tomorrow: true }],
    ['tell me tomorrow night', { in: 'part', part: 'evening', tomorrow: true }],
    ['want to hear it over dinner tomorrow', { in: 'part', part: 'evening', tomorrow: true }],
    ['talk tomorrow at lunch', { in: 'part', part: 'lunch', tomorrow: true }],
    ['talk tomorrow afternoon', { in: 'part', part: 'afternoon', tomorrow: true }],
    ['tell me tomorrow morning', { in: 'part', part: 'tomorrow' }],
    ["talk tomorrow, i'm in a meeting till 5", { in: 'part', part: 'tomorrow' }],
    ['busy tonight, tell me tomorrow', { in: 'part', part: 'tomorrow' }],
    ['busy tonight tell me tomorrow', { in: 'part', part: 'tomorrow' }],
  ] as const)('reads the day and the time of "%s" together', (reply, expected) => {
    expect(promiseIn('good-news', reply)).toEqual(expected);
  });

  it.each(['tell me at <t:1767225600:t>', 'in a meeting, talk <t:1767225600>', 'call you <t:1767225600:R>, at 5ish'])(
    'reads the moment Discord spells out in "%s"',
    (reply) => {
      expect(promiseIn('good-news', reply)).toEqual({ in: 'instant', at: Date.UTC(2026, 0, 1) });
    },
  );

  it('takes a time as the answer to a request, unless it puts the request off', () => {
    expect(promiseIn('request', 'be there in 20 min')).toBeUndefined();
    expect(promiseIn('request', 'in a meeting, ask me tonight')).toEqual({ in: 'part', part: 'evening' });
  });
});

describe('promiseIn, without a time one could keep', () => {
  it.each([
    'tell me all about it at 25:00',
    'tell me all about it at 23:60',
    'tell me all about it at 24:00',
    'in a meeting, want to hear it',
    "congrats!! i'm at work but i want to hear everything",
    "can't talk right now, can't wait to hear all of it",
    'not now love, tell me everything though',
  ])('hears "not now" beside "i want to hear it" in "%s"', (reply) => {
    expect(promiseIn('good-news', reply)).toEqual({ in: 'unnamed' });
  });

  it.each([
    'in a meeting, congrats!!',
    'congrats!! i am busy on friday, but tell me everything now',
    'the exam is in two days, tell me more!!',
    'glad to hear it, at work',
    'tell me more!!',
    'tell me about your busy day',
    'did they say that at work? tell me',
    'tell me what happened on friday',
    "don't tell me, i'm at work",
    "leave me alone, i'm in a meeting, i don't want to hear it",
  ])('hears none in "%s"', (reply) => {
    expect(promiseIn('good-news', reply)).toBeUndefined();
  });

  it('puts a request off only in words that do', () => {
    expect(promiseIn('request', 'at work, want to know more')).toBeUndefined();
    expect(promiseIn('request', "at work, i want to hear it, i'll get back to you")).toEqual({ in: 'unnamed' });
  });
});

describe('promiseIn, for another day', () => {
  it.each([
    ['tell me all about it on friday', { day: { weekday: 5 } }],
    ['on friday i want to hear every detail', { day: { weekday: 5 } }],
    ['in a meeting, tell me everything saturday morning', { day: { weekday: 6 }, at: 'morning' }],
    ['i want to hear all of it this weekend', { day: { weekend: true } }],
    ['lets talk next week, promise', { day: { week: true, next: true } }],
    ['not now, on sunday i am all ears', { day: { weekday: 7 } }],
    ["can't talk now, call you on thursday at 8pm", { day: { weekday: 4 }, at: { hour: 20, minute: 0 } }],
    ['talk wednesday night', { day: { weekday: 3 }, at: 'evening' }],
    ['tell me properly on sat, over dinner', { day: { weekday: 6 } }],
    ['tell me over dinner on saturday', { day: { weekday: 6 }, at: 'evening' }],
    ['talk to you next tuesday', { day: { weekday: 2, next: true } }],
    ["i'll call you monday at 07:30", { day: { weekday: 1 }, at: { hour: 7, minute: 30 } }],
    ["i'm busy till 5, want to hear it all on friday", { day: { weekday: 5 } }],
    ['tell me on friday at 25:00', { day: { weekday: 5 } }],
    ['this weekend', { day: { weekend: true } }],
    ['sunday evening love', { day: { weekday: 7 }, at: 'evening' }],
  ] as const)('hears which day "%s" means', (reply, expected) => {
    expect(promiseIn('good-news', reply)).toEqual({ in: 'day', ...expected });
  });

  it.each([
    'tell me what happened on friday',
    'did you talk to her on friday?',
    'tell me about your weekend',
    'how was friday?',
    'the dentist called, friday is fine',
    'on friday we have the dentist',
    "congrats! i'm so happy, see the photos from last weekend",
    'i told you on monday',
  ])('hears none in "%s"', (reply) => {
    expect(promiseIn('good-news', reply)).toBeUndefined();
  });

  it('takes a day as the answer to a request, unless it puts the request off', () => {
    expect(promiseIn('request', 'on friday, sure')).toBeUndefined();
    expect(promiseIn('request', "i'll let you know on friday")).toEqual({ in: 'day', day: { weekday: 5 } });
  });
});
