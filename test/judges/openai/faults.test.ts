import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSystemClock } from '../../../src/clock.ts';
import type { Log, LogFields } from '../../../src/ports/log.ts';
import { pairQuestion, readQuestion } from '../../contracts/judge-contract.ts';
import {
  answers,
  type Behaviour,
  breaksOff,
  drips,
  floods,
  hangs,
  html,
  json,
  READ,
  redirects,
  refuses,
  StandIn,
  says,
} from './stand-in.ts';
import { judgeAt, NOON } from './trial.ts';

const standIn = new StandIn();
const elsewhere = new StandIn();
beforeAll(() => Promise.all([standIn.start(), elsewhere.start()]));
beforeEach(() => standIn.reset());
afterAll(() => Promise.all([standIn.stop(), elsewhere.stop()]));

/** Hears everything that is ever logged. */
function listeningLog() {
  const heard: { readonly level: string; readonly fields: LogFields; readonly message: string }[] = [];
  const at = (level: string) => (fields: LogFields, message: string) => void heard.push({ level, fields, message });
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { log, heard };
}

/** Little enough to wait for, and much more than a busy machine takes for an answer from beside it. */
const LOCAL = { longest: 1_000 };
const whole = JSON.stringify({ ...READ, kind: 'good-news' });

describe('a judge that misbehaves gives no opinion, and only a code is logged', () => {
  it.each<[string, Behaviour, string]>([
    ['hangs', hangs, 'timed-out'],
    ['drips', drips(' ', 20), 'timed-out'],
    ['floods', floods, 'too-long'],
    ['breaks off', breaksOff, 'unreachable'],
    ['is busy', refuses(429), 'busy'],
    ['is busy for longer than there is time', refuses(429, { 'retry-after': '60' }), 'busy'],
    ['is out of order', refuses(500), 'server-broken'],
    ['refuses the key', refuses(401), 'key-refused'],
    ['knows no such model', refuses(404), 'model-unknown'],
    ['accepts no form of the question', refuses(400), 'not-understood'],
    ['answers with a page', html(200), 'not-an-answer'],
    ['answers with a page that it calls JSON', html(200, 'application/json'), 'not-an-answer'],
    ['answers with a page and a failure', html(502), 'server-broken'],
    ['sends questions elsewhere', redirects('http://127.0.0.1:1/v1/chat/completions'), 'redirected'],
    ['answers with other JSON', json(200, { hello: 'you' }), 'not-an-answer'],
    ['answers with null', json(200, null), 'not-an-answer'],
    ['answers with no choice', json(200, { choices: [] }), 'not-an-answer'],
    ['answers with nothing', says(''), 'not-an-answer'],
    ['answers with content that is no text', json(200, { choices: [{ message: { content: 7 } }] }), 'not-an-answer'],
    ['declines', says('', { message: { content: null, refusal: 'I cannot' } }), 'declined'],
    ['is filtered', says(whole, { finish_reason: 'content_filter' }), 'declined'],
    ['is cut off', says('{"veto":"none","ki', { finish_reason: 'length' }), 'cut-off'],
    ['writes truncated JSON', says('{"veto":"none","kind":"good-news","inten'), 'off-schema'],
    ['writes prose', says('That is good news for sure.'), 'off-schema'],
    ['writes 100 kB', says(`${whole}${' '.repeat(100_000)}`), 'too-long'],
    ['writes 20 kB', says(`${whole}${' '.repeat(20_000)}`), 'too-long'],
    ['knows better than the schema', answers({ kind: 'great-news' }), 'off-schema'],
    ['was not asked about that kind', answers({ kind: 'play' }), 'off-schema'],
    ['invents a veto', answers({ veto: 'spam' }), 'off-schema'],
    ['adds a field', answers({ send: true }), 'off-schema'],
    ['leaves one out', says('{"veto":"none","kind":"none","confidence":1}'), 'off-schema'],
    ['writes numbers as text', answers({ confidence: '0.9' }), 'off-schema'],
    ['is surer than sure', answers({ confidence: 95 }), 'off-schema'],
    ['is less than unsure', answers({ confidence: -1 }), 'off-schema'],
    ['finds it boundlessly intense', answers({ intensity: 1e9 }), 'off-schema'],
    ['answers with a list', says(`[${whole}]`), 'off-schema'],
    ['answers twice', says(`${whole}\nor rather ${JSON.stringify({ ...READ, kind: 'none' })}`), 'off-schema'],
    ['reaches for a prototype', says(`${whole.slice(0, -1)},"__proto__":{"polluted":true}}`), 'off-schema'],
  ])('when it %s', async (_, behaviour, code) => {
    standIn.always = behaviour;
    const { log, heard } = listeningLog();

    const opinion = await judgeAt(standIn.url, { ...LOCAL, log }).read(readQuestion());

    expect(opinion).toBeUndefined();
    expect(heard).toEqual([{ level: 'debug', fields: { code }, message: 'the judge gave no opinion' }]);
  });

  it('sends nothing to where it is redirected', async () => {
    standIn.always = redirects(`${elsewhere.url}/chat/completions`);

    await judgeAt(standIn.url, LOCAL).read(readQuestion());

    expect(elsewhere.got).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['chooses what was not offered', { reply: 'toward/validating', energy: 'low' }],
    ['calls a toward neither cool nor warm', { reply: 'toward/active-constructive', energy: 'none' }],
    ['invents a warmth', { reply: 'toward/active-constructive', energy: 'ecstatic' }],
    ['names a turn without its style', { reply: 'toward', energy: 'low' }],
  ])('when, of a reply, it %s', async (_, fields) => {
    standIn.always = says(JSON.stringify({ confidence: 0.9, ...fields }));

    expect(await judgeAt(standIn.url, LOCAL).pair(pairQuestion())).toBeUndefined();
  });

  it('answers what a reply does', async () => {
    standIn.always = says('{"reply":"against/active-destructive","energy":"none","confidence":0.9}');

    const opinion = await judgeAt(standIn.url).pair(pairQuestion());

    expect(opinion).toEqual({ turn: 'against', style: 'active-destructive', confidence: 0.9 });
  });
});

describe('a judge is asked again', () => {
  it.each<[string, Behaviour]>([
    ['is busy for a moment', refuses(429, { 'retry-after': '0' })],
    ['is out of order', refuses(503)],
    ['breaks off', breaksOff],
  ])('once when it %s', async (_, behaviour) => {
    standIn.next = [behaviour];

    const opinion = await judgeAt(standIn.url).read(readQuestion());

    expect(opinion).toMatchObject({ kind: 'none' });
    expect(standIn.got).toHaveLength(2);
  });

  it('not twice', async () => {
    standIn.next = [refuses(503), refuses(503)];

    expect(await judgeAt(standIn.url).read(readQuestion())).toBeUndefined();
    expect(standIn.got).toHaveLength(2);
  });

  it.each([401, 404])('never when it says %i', async (status) => {
    standIn.next = [refuses(status)];

    expect(await judgeAt(standIn.url).read(readQuestion())).toBeUndefined();
    expect(standIn.got).toHaveLength(1);
  });

  it('not when it asked for a longer pause than there is time', async () => {
    standIn.next = [refuses(429, { 'retry-after': '30' })];
    const before = performance.now();

    expect(await judgeAt(standIn.url).read(readQuestion())).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(standIn.got).toHaveLength(1);
  });
});

describe('a judge that fails again and again', () => {
  afterEach(() => vi.useRealTimers());

  it('is left alone after five failures in a row, which is logged once', async () => {
    standIn.always = refuses(401);
    const { log, heard } = listeningLog();
    const judge = judgeAt(standIn.url, { log });

    for (let time = 0; time < 8; time += 1) await judge.read(readQuestion());

    expect(standIn.got).toHaveLength(5);
    const warnings = heard.filter(({ level }) => level !== 'debug');
    expect(warnings).toMatchObject([{ level: 'warn', fields: { code: 'key-refused' } }]);
    expect(heard.at(-1)).toMatchObject({ fields: { code: 'resting' } });
  });

  it('is asked again after a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOON });
    standIn.next = Array.from({ length: 5 }, () => refuses(401));
    const judge = judgeAt(standIn.url);
    for (let time = 0; time < 6; time += 1) await judge.read(readQuestion());

    vi.setSystemTime(NOON + 61_000);

    expect(await judge.read(readQuestion())).toMatchObject({ kind: 'none' });
    expect(standIn.got).toHaveLength(6);
  });
});

/** Waits until the stand-in has got so many requests. */
const untilGot = (requests: number) => vi.waitFor(() => expect(standIn.got).toHaveLength(requests), { interval: 5 });
const ask = (text: string) => readQuestion({ said: { by: 'A', text } });

describe('a question that nobody waits for any more', () => {
  it('is never sent when it stood in the queue', async () => {
    const letGo: (() => void)[] = [];
    standIn.always = (got, response) => void letGo.push(() => answers()(got, response));
    const judge = judgeAt(standIn.url);
    const calledOff = new AbortController();
    const first = ['one', 'two'].map((text) => judge.read(ask(text)));
    await untilGot(2);
    const queued = [judge.read(ask('three'), calledOff.signal), judge.pair(pairQuestion(), calledOff.signal)];

    calledOff.abort();
    for (const answer of letGo) answer();
    standIn.always = answers();
    await Promise.all(first);
    const after = await judge.read(ask('four'));

    expect(await Promise.all(queued)).toEqual([undefined, undefined]);
    expect(after).toMatchObject({ kind: 'none' });
    expect(standIn.got).toHaveLength(3);
    expect(JSON.stringify(standIn.got)).not.toContain('three');
  });

  it('is not sent a second time', async () => {
    standIn.next = [refuses(503)];
    const calledOff = new AbortController();
    const opinion = judgeAt(standIn.url).read(readQuestion(), calledOff.signal);
    await untilGot(1);

    calledOff.abort();
    await new Promise((resolve) => setTimeout(resolve, 350)); // longer than the pause before a second try

    expect(await opinion).toBeUndefined();
    expect(standIn.got).toHaveLength(1);
  });

  it('is not sent in another form after one was refused', async () => {
    const calledOff = new AbortController();
    standIn.next = [
      (got, response) => {
        calledOff.abort();
        refuses(400)(got, response);
      },
    ];

    const opinion = await judgeAt(standIn.url).read(readQuestion(), calledOff.signal);

    expect(opinion).toBeUndefined();
    expect(standIn.got).toHaveLength(1);
  });

  it('is broken off when it was sent, counts as billed, and not as a failure of the server', async () => {
    let brokenOff = 0;
    standIn.always = (_, response) => void response.on('close', () => (brokenOff += 1));
    const { log, heard } = listeningLog();
    const judge = judgeAt(standIn.url, { log });

    for (let time = 1; time <= 6; time += 1) {
      const calledOff = new AbortController();
      const opinion = judge.read(readQuestion(), calledOff.signal);
      await untilGot(time);
      calledOff.abort();
      await opinion;
    }

    await vi.waitFor(() => expect(brokenOff).toBe(6));
    expect(judge.spent().tokens).toBeGreaterThan(3_000);
    expect(heard.map(({ fields }) => fields)).toEqual(Array(6).fill({ code: 'called-off' }));
  });

  it('costs nothing when it was called off before it was asked', async () => {
    const judge = judgeAt(standIn.url);

    expect(await judge.read(readQuestion(), AbortSignal.abort())).toBeUndefined();
    expect([standIn.got.length, judge.spent().tokens]).toEqual([0, 0]);
  });
});

describe('no more than two questions at once', () => {
  it('lets the third wait', async () => {
    let running = 0;
    let most = 0;
    standIn.always = (got, response) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        answers()(got, response);
      }, 20);
    };
    const judge = judgeAt(standIn.url);
    const said = ['one', 'two', 'three', 'four', 'five'];

    const opinions = await Promise.all(said.map((text) => judge.read(readQuestion({ said: { by: 'A', text } }))));

    expect(opinions.filter((opinion) => opinion !== undefined)).toHaveLength(5);
    expect(most).toBe(2);
  });

  it('sends nothing for a question whose time went by while it waited', async () => {
    standIn.always = hangs;
    const judge = judgeAt(standIn.url, { ...LOCAL, clock: createSystemClock() });
    const said = ['one', 'two', 'three', 'four', 'five'];

    await Promise.all(said.map((text) => judge.read(readQuestion({ said: { by: 'A', text } }))));

    expect(judge.spent().calls).toBe(2);
    expect(standIn.got).toHaveLength(2);
  });

  it('gives up on what is under way when it is closed', async () => {
    standIn.always = hangs;
    const judge = judgeAt(standIn.url);
    const opinion = judge.read(readQuestion());
    await new Promise((resolve) => setTimeout(resolve, 50));

    await judge.close();

    expect(await opinion).toBeUndefined();
  });
});
