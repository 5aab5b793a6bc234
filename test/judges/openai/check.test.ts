import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkJudge } from '../../../src/judges/openai/check.ts';
import { createVirtualClock } from '../../support/clock.ts';
import { type Behaviour, hangs, html, redirects, refuses, StandIn, says } from './stand-in.ts';
import { NOON } from './trial.ts';

const standIn = new StandIn();
beforeAll(() => standIn.start());
beforeEach(() => standIn.reset());
afterAll(() => standIn.stop());

const check = (more: object = {}) =>
  checkJudge({
    url: standIn.url,
    model: 'stand-in',
    key: 'key-of-the-host',
    plain: false,
    dailyTokens: { total: 22_000, each: 11_000 },
    clock: createVirtualClock(NOON),
    ...more,
  });

describe('nod doctor on the judge', () => {
  it('makes one call about a line that nobody wrote, and says what it costs', async () => {
    const findings = await check({ price: 0.6 });

    expect(findings).toEqual([
      { name: 'judge', ok: true, line: 'The judge stand-in answers on this machine, in 0.0 s.' },
      {
        name: 'judge-budget',
        ok: true,
        line: 'It may cost 22000 tokens a day, 11000 a couple, at most 0.01 at your price; this question took 220, so about 100 a day.',
      },
    ]);
    expect(standIn.got).toHaveLength(1);
  });

  it('says when the budget of a day is less than one question', async () => {
    const [, budget] = await check({ dailyTokens: { total: 100, each: 100 } });

    expect(budget).toMatchObject({ ok: false, fix: expect.stringContaining('NOD_JUDGE_DAILY_TOKENS') });
  });

  it.each<[string, Behaviour, RegExp]>([
    ['a wrong key', refuses(401), /refused the key/],
    ['a key without rights', refuses(403), /refused the key/],
    ['an unknown model', refuses(404), /no such model/],
    ['a spent quota', refuses(429), /busy, or its quota/],
    ['a broken server', refuses(503), /out of order/],
    ['a page of a proxy', html(200), /a page came back instead of JSON/],
    ['a redirect', redirects('http://127.0.0.1:1/v1'), /another address/],
    ['a model that cannot do JSON', says('It is a dog. Cute!'), /does not answer in the JSON/],
    ['a server that accepts nothing', refuses(400), /in any form/],
  ])('names %s in one sentence and says what to do', async (_, behaviour, sentence) => {
    standIn.always = behaviour;

    const findings = await check();

    expect(findings).toEqual([
      { name: 'judge', ok: false, line: expect.stringMatching(sentence), fix: expect.stringMatching(/\.$/) },
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/key-of-the-host|quotes what was asked/);
  });

  it('names a server that does not answer', async () => {
    standIn.always = hangs;

    expect(await check({ longest: 500 })).toMatchObject([{ ok: false, line: 'The judge took too long to answer.' }]);
  });

  it('names one that is not there', async () => {
    expect(await check({ url: 'http://127.0.0.1:1/v1' })).toMatchObject([
      { ok: false, line: 'The judge cannot be reached.' },
    ]);
  });

  it('names words that would travel unencrypted, and sends none', async () => {
    const [finding] = await check({ url: 'http://judge.example/v1' });

    expect(finding).toMatchObject({ ok: false, line: expect.stringContaining('unencrypted') });
    expect(finding?.fix).toContain('NOD_JUDGE_PLAIN=on');
  });
});
