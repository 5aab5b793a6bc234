import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dyadId } from '../../../src/domain/ids.ts';
import { DAY } from '../../../src/domain/time.ts';
import { readQuestion } from '../../contracts/judge-contract.ts';
import { createVirtualClock } from '../../support/clock.ts';
import { answers, hangs, json, READ, refuses, StandIn, says } from './stand-in.ts';
import { judgeAt, NOON } from './trial.ts';

const standIn = new StandIn();
beforeAll(() => standIn.start());
beforeEach(() => standIn.reset());
afterAll(() => standIn.stop());

const formats = () => standIn.got.map(({ body }) => body.response_format?.type ?? 'bare');
const say = (text: string) => readQuestion({ said: { by: 'A', text } });

describe('what is sent', () => {
  it('is the model, the key, the instructions, the chat apart from them, and a schema of the candidates', async () => {
    await judgeAt(standIn.url).read(readQuestion());

    const [{ path, authorization, body } = expect.fail('nothing was sent')] = standIn.got;
    expect([path, authorization, body.model]).toEqual(['/v1/chat/completions', 'Bearer key-of-the-host', 'stand-in']);
    expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(body.response_format?.json_schema).toMatchObject({
      strict: true,
      schema: {
        additionalProperties: false,
        required: ['veto', 'kind', 'intensity', 'confidence'],
        properties: { kind: { enum: ['none', 'good-news', 'vulnerability'] } },
      },
    });
  });

  it('asks the server to store nothing', async () => {
    await judgeAt(standIn.url).read(readQuestion());

    expect(standIn.got[0]?.body.store).toBe(false);
  });

  it('holds at most four lines before', async () => {
    const earlier = ['one', 'two', 'three', 'four', 'five', 'six'].map((text) => ({ by: 'B' as const, text }));

    await judgeAt(standIn.url).read(readQuestion({ earlier }));

    const chat = standIn.got[0]?.body.messages[1]?.content ?? '';
    expect(chat.match(/"line":"earlier"/g)).toHaveLength(4);
    expect(chat).toContain('three');
    expect(chat).not.toContain('two');
  });

  it('holds no more of a long line than a judge needs', async () => {
    await judgeAt(standIn.url).read(say('word '.repeat(5_000)));

    expect(standIn.got[0]?.body.messages[1]?.content.length).toBeLessThan(1_300);
  });

  it('carries marks that are new with every call', async () => {
    const judge = judgeAt(standIn.url);
    await judge.read(say('one'));
    await judge.read(say('two'));

    const marks = standIn.got.map(({ body }) => body.messages[1]?.content.split('\n')[0]);
    expect(new Set(marks).size).toBe(2);
    expect(marks[0]).toMatch(/^==== chat [\da-f]{24} ====$/);
  });
});

describe('servers that know less', () => {
  const refusing =
    (...types: string[]) =>
    (...[got, response]: Parameters<ReturnType<typeof answers>>) =>
      (types.includes(got.body.response_format?.type ?? 'bare') ? refuses(400) : answers())(got, response);

  it('asks for JSON where a schema is refused, and remembers it', async () => {
    standIn.always = refusing('json_schema');
    const judge = judgeAt(standIn.url);

    const opinions = [await judge.read(say('one')), await judge.read(say('two'))];

    expect(opinions).toMatchObject([{ kind: 'none' }, { kind: 'none' }]);
    expect(formats()).toEqual(['json_schema', 'json_object', 'json_object']);
  });

  it('asks in words alone where both are refused, and remembers it', async () => {
    standIn.always = refusing('json_schema', 'json_object');
    const judge = judgeAt(standIn.url);

    const opinions = [await judge.read(say('one')), await judge.read(say('two'))];

    expect(opinions).toMatchObject([{ kind: 'none' }, { kind: 'none' }]);
    expect(formats()).toEqual(['json_schema', 'json_object', 'bare', 'bare']);
  });

  it('goes on with a schema after a question that was refused in any form', async () => {
    standIn.next = [refuses(400), refuses(400), refuses(400)];
    const judge = judgeAt(standIn.url);

    await judge.read(say('one'));
    await judge.read(say('two'));

    expect(formats()).toEqual(['json_schema', 'json_object', 'bare', 'json_schema']);
  });

  it.each([
    ['fenced', `\`\`\`json\n${JSON.stringify(READ)}\n\`\`\``],
    ['bare in prose', `Here you are: ${JSON.stringify(READ)} I hope that helps.`],
    ['after its thoughts', `<think>maybe {"kind":"good-news"} or not</think>\n${JSON.stringify(READ)}`],
    ['on several lines', JSON.stringify(READ, null, 2)],
  ])('finds an answer that is %s', async (_, content) => {
    standIn.always = says(content);

    expect(await judgeAt(standIn.url).read(readQuestion())).toEqual({ kind: 'none', confidence: 0.9 });
  });
});

describe('what is remembered', () => {
  it('asks the same question once', async () => {
    const judge = judgeAt(standIn.url);

    const first = await judge.read(say('same'));
    const second = await judge.read(say('same'));

    expect(second).toEqual(first);
    expect(standIn.got).toHaveLength(1);
    expect(judge.spent()).toMatchObject({ calls: 1, opinions: 2, tokens: 220 });
  });

  it('asks anew about the same words with other candidates', async () => {
    const judge = judgeAt(standIn.url);

    await judge.read(readQuestion({ candidates: ['good-news'] }));
    await judge.read(readQuestion({ candidates: ['vulnerability'] }));

    expect(standIn.got).toHaveLength(2);
  });

  it('keeps no failure', async () => {
    standIn.next = [refuses(401)];
    const judge = judgeAt(standIn.url);

    const opinions = [await judge.read(say('same')), await judge.read(say('same'))];

    expect(opinions).toMatchObject([undefined, { kind: 'none' }]);
  });
});

describe('the budget of a day', () => {
  beforeEach(() => {
    const message = { content: JSON.stringify(READ) };
    standIn.always = json(200, { choices: [{ message }], usage: { total_tokens: 5_000 } });
  });

  const ana = dyadId(1);
  const eva = dyadId(2);
  const ask = (couple: typeof ana, text: string) => readQuestion({ couple, said: { by: 'A', text } });

  it('ends for one couple and not for the other, and begins again the next day', async () => {
    const clock = createVirtualClock(NOON);
    const judge = judgeAt(standIn.url, { clock, dailyTokens: { total: 100_000, each: 7_000 } });

    const first = await judge.read(ask(ana, 'one'));
    const second = await judge.read(ask(ana, 'two'));
    const third = await judge.read(ask(ana, 'three'));
    const theirs = await judge.read(ask(eva, 'four'));
    await clock.advance(DAY);
    const nextDay = await judge.read(ask(ana, 'five'));

    expect([first, second, third, theirs, nextDay].map((one) => one !== undefined)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  it('ends for all together', async () => {
    const judge = judgeAt(standIn.url, { dailyTokens: { total: 5_500, each: 100_000 } });

    const opinions = [await judge.read(ask(ana, 'one')), await judge.read(ask(eva, 'two'))];

    expect(opinions.map((one) => one !== undefined)).toEqual([true, false]);
    expect(standIn.got).toHaveLength(1);
  });

  it('counts a question that was given up as if it had been answered', async () => {
    standIn.always = hangs;
    const judge = judgeAt(standIn.url, { longest: 500 });

    await judge.read(readQuestion());

    expect(judge.spent().tokens).toBeGreaterThan(500);
  });

  it.each([
    ['leaves its count out', undefined],
    ['claims nothing', { total_tokens: 0 }],
    ['claims less than nothing', { total_tokens: -5_000 }],
    ['claims more than there can be', { total_tokens: 1e12 }],
  ])('counts a guess where a server %s', async (_, usage) => {
    standIn.always = json(200, { choices: [{ message: { content: JSON.stringify(READ) } }], usage });
    const judge = judgeAt(standIn.url);

    await judge.read(readQuestion());

    expect(judge.spent().tokens).toBeGreaterThan(500);
    expect(judge.spent().tokens).toBeLessThan(3_000);
  });
});
