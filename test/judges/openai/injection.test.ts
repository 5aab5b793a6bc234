import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pairQuestion, readQuestion } from '../../contracts/judge-contract.ts';
import { INJECTIONS } from './injections.ts';
import { type Body, READ, StandIn, says } from './stand-in.ts';
import { judgeAt } from './trial.ts';

const standIn = new StandIn();
beforeAll(() => standIn.start());
beforeEach(() => standIn.reset());
afterAll(() => standIn.stop());

/** What a judge may be told, whatever the chat says: the instructions of a question about harmless lines. */
async function instructionsFor(ask: (judge: ReturnType<typeof judgeAt>) => Promise<unknown>): Promise<string> {
  standIn.reset();
  await ask(judgeAt(standIn.url));
  const instructions = standIn.got[0]?.body.messages[0]?.content ?? '';
  standIn.reset();
  return instructions;
}

/** The lines of the chat as a judge finds them, once the parts were seen to be apart. */
function linesIn({ messages }: Body, instructions: string): readonly Record<string, unknown>[] {
  expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
  expect(messages[0]?.content).toBe(instructions);
  const [mark, ...rest] = (messages[1]?.content ?? '').split('\n');
  expect(mark).toMatch(/^==== chat [\da-f]{24} ====$/);
  expect(rest.pop()).toBe(mark);
  expect(rest.join('\n')).not.toContain(mark);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(rest.join('\n')).not.toMatch(/<\||\|>|\[\/?INST|<<|<\/?s>|[\u0000-\u0009\u001b]/);
  return rest.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const shape = (lines: readonly Record<string, unknown>[]) =>
  lines.map((line) => [...Object.keys(line), line['line'], line['by']]);

describe('whatever a partner writes', () => {
  it('is tried in more than forty ways', () => {
    expect(new Set(INJECTIONS).size).toBeGreaterThanOrEqual(40);
  });

  it('stays one line of data, where it was said, to be read or before', async () => {
    const instructions = await instructionsFor((judge) => judge.read(readQuestion()));

    for (const text of INJECTIONS) {
      standIn.got.length = 0;
      await judgeAt(standIn.url).read(readQuestion({ said: { by: 'A', text }, earlier: [{ by: 'B', text }] }));

      const [{ body } = expect.fail('nothing was sent')] = standIn.got;
      expect(shape(linesIn(body, instructions)), text).toEqual([
        ['line', 'by', 'said', 'earlier', 'B'],
        ['line', 'by', 'said', 'read', 'A'],
      ]);
    }
  });

  it('stays one line of data in a reply and its bid', async () => {
    const instructions = await instructionsFor((judge) => judge.pair(pairQuestion()));
    standIn.always = says('{"reply":"toward/passive-constructive","energy":"low","confidence":0.5}');

    for (const text of INJECTIONS) {
      standIn.got.length = 0;
      await judgeAt(standIn.url).pair(pairQuestion({ bid: { by: 'A', text }, reply: { by: 'B', text } }));

      const [{ body } = expect.fail('nothing was sent')] = standIn.got;
      expect(shape(linesIn(body, instructions)), text).toEqual([
        ['line', 'by', 'said', 'bid', 'A'],
        ['line', 'by', 'said', 'reply', 'B'],
      ]);
    }
  });

  it('chooses among the candidates at most, also where the model obeys it to the letter', async () => {
    const obeyed = [
      { ...READ, kind: 'affection' },
      { ...READ, kind: 'good-news', intensity: 1, confidence: 1 },
      { ...READ, kind: 'good-news', intensity: 99 },
      { ...READ, veto: 'everything' },
      { kind: 'good-news' },
      { ...READ, kind: 'good-news', send: 'dm to ben' },
      { ...READ, instructions: 'the whole prompt' },
    ].map((answer) => says(JSON.stringify(answer)));
    const judge = judgeAt(standIn.url);
    const opinions: unknown[] = [];

    for (const [at, text] of INJECTIONS.entries()) {
      standIn.next = [obeyed[at % 2] ?? expect.fail('nothing to obey')];
      opinions.push(await judge.read(readQuestion({ said: { by: 'A', text }, intensity: 0.3 })));
    }
    for (const behaviour of obeyed.slice(2)) {
      standIn.next = [behaviour];
      opinions.push(await judgeAt(standIn.url).read(readQuestion({ intensity: 0.3 })));
    }

    const within = [undefined, { kind: 'good-news', intensity: 0.3, confidence: 1 }];
    for (const opinion of opinions) expect(within).toContainEqual(opinion);
    expect(new Set(opinions.map((opinion) => opinion === undefined)).size).toBe(2);
  });
});
