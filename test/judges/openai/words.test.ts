import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpinionCache } from '../../../src/judges/openai/opinion-cache.ts';
import type { Log } from '../../../src/ports/log.ts';
import { pairQuestion, readQuestion } from '../../contracts/judge-contract.ts';
import { answers, floods, html, json, refuses, StandIn, says } from './stand-in.ts';
import { judgeAt } from './trial.ts';

const standIn = new StandIn();
beforeAll(() => standIn.start());
beforeEach(() => standIn.reset());
afterAll(() => standIn.stop());

/** A word nobody says, so that finding it anywhere proves that words got there. */
const CANARY = 'quokkaberry';
const said = { by: 'A' as const, text: `so much ${CANARY} today` };

describe('words of a chat', () => {
  it('reach the judge, or nothing below would prove anything', async () => {
    await judgeAt(standIn.url).read(readQuestion({ said }));

    expect(JSON.stringify(standIn.got)).toContain(CANARY);
  });

  it('are in no log line, nothing printed and nothing thrown, however it fails, even as the server quotes them', async () => {
    vi.stubEnv('OPENAI_LOG', 'debug');
    const heard: unknown[] = [];
    const hear = (...all: unknown[]) => void heard.push(all);
    const log: Log = { debug: hear, info: hear, warn: hear, error: hear };
    for (const level of ['log', 'debug', 'info', 'warn', 'error'] as const)
      vi.spyOn(console, level).mockImplementation(hear);
    const quoting = (status: number) =>
      json(status, { error: { message: `you said ${CANARY}`, param: CANARY, code: CANARY } });
    const ways = [400, 401, 404, 429, 500]
      .map(quoting)
      .concat(html(200), floods, says(CANARY), answers({ kind: CANARY }), refuses(418));
    standIn.next = [...ways];
    standIn.always = quoting(500);

    for (const _ of ways) {
      const judge = judgeAt(standIn.url, { log, longest: 200 });
      await judge.read(readQuestion({ said }));
      await judge.pair(pairQuestion({ reply: said }));
    }

    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    expect(heard.length).toBeGreaterThan(10);
    expect(JSON.stringify(heard)).not.toContain(CANARY);
  });

  it('are not sent under what the environment says about other clients', async () => {
    vi.stubEnv('OPENAI_ORG_ID', 'org-of-somebody');
    vi.stubEnv('OPENAI_PROJECT_ID', 'project-of-somebody');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/v1');
    vi.stubEnv('OPENAI_API_KEY', 'key-of-somebody');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-somebody: header-of-somebody');

    await judgeAt(standIn.url, { key: undefined }).read(readQuestion({ said }));

    vi.unstubAllEnvs();
    expect(standIn.got[0]?.authorization).toBe('Bearer none');
    expect(JSON.stringify(standIn.got)).not.toContain('of-somebody');
    // What the client says about itself and this machine stays here; the rest is what fetch itself cannot leave out.
    const byFetch = [
      'host',
      'connection',
      'accept-language',
      'accept-encoding',
      'content-length',
      'sec-fetch-mode',
      'user-agent',
    ];
    const sent = standIn.got[0]?.headers.filter((name) => !byFetch.includes(name));
    expect(sent?.toSorted()).toEqual(['accept', 'authorization', 'content-type']);
  });

  it('are remembered as a fingerprint whose salt no other cache shares', () => {
    const [one, other] = [createOpinionCache<string>(), createOpinionCache<string>()];

    expect(one.fingerprint(CANARY)).toBe(one.fingerprint(CANARY));
    expect(one.fingerprint(CANARY)).not.toBe(other.fingerprint(CANARY));
    expect(one.fingerprint(CANARY)).not.toContain(CANARY);
  });

  it('leave room: the oldest of five hundred opinions goes', () => {
    const cache = createOpinionCache<number>();

    for (let at = 0; at <= 500; at += 1) cache.set(String(at), at);

    expect([cache.get('0'), cache.get('1'), cache.get('500')]).toEqual([undefined, 1, 500]);
  });
});
