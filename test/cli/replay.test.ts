import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fittingHints } from '../../src/coach/hints/catalogue.ts';
import { hintText } from '../../src/texts/hints.ts';
import { type Ended, runNod } from './command-line.ts';

const EVENING = fileURLToPath(new URL('./evening.timeline.json', import.meta.url));
const ANSWERS_NAMED = fileURLToPath(new URL('./answers-named.timeline.json', import.meta.url));

/** What may be whispered about a worry that was spoken past, as a partner would read it. */
const FITTING_HINTS = fittingHints('vulnerability', 'passed-over').map(({ id }) => hintText(id));

const probability = expect.toSatisfy((value: number) => value > 0 && value <= 1, 'a probability');
const cueIds = expect.toSatisfy((ids: string[]) => ids.length > 0 && ids.every((id) => /^[a-z-]+\/[a-z-]+$/.test(id)));
const heard = (message: string, kind: string) => ({
  message,
  kind,
  intensity: probability,
  confidence: probability,
  because: cueIds,
});

describe('nod replay', () => {
  let plain: Ended;
  let json: Ended;
  let why: Ended;
  let quiet: Ended;
  beforeAll(async () => {
    const flags = [[], ['--json'], ['--why'], ['--quiet-start']];
    [plain, json, why, quiet] = (await Promise.all(flags.map((flag) => runNod(['replay', EVENING, ...flag])))) as [
      Ended,
      Ended,
      Ended,
      Ended,
    ];
  });

  it('ends well, and writes nothing but its answer', () => {
    const ends = [plain, json, why, quiet];

    expect(ends.map(({ code, stderr, files }) => ({ code, stderr, files }))).toEqual(
      ends.map(() => ({ code: 0, stderr: '', files: [] })),
    );
  });

  it('tells in the first partner’s time what was heard, how it was answered and what was whispered', () => {
    const lines = plain.stdout.trimEnd().split('\n');

    expect(lines).toEqual([
      '# an evening and a morning   (times in Europe/Berlin)',
      expect.stringMatching(/^2026-05-04 18:00 {2}Nod hears from Ana: vulnerability \(intensity \d+ %, confidence/),
      expect.stringMatching(/^2026-05-04 18:10 {2}whisper to Ben \(passed-over, about message worry\): ./),
      expect.stringMatching(/^2026-05-04 18:21 {2}Ana’s vulnerability .*\btoward, attentive, exploring, after 20m$/),
      expect.stringMatching(/^2026-05-04 19:00 {2}Nod hears from Ana: good-news /),
      expect.stringMatching(/^2026-05-04 19:05 {2}Ana’s good-news .*\btoward, low, passive-constructive, after 4m$/),
      expect.stringMatching(/^2026-05-04 20:00 {2}Nod hears from Ana: good-news /),
      expect.stringMatching(/^2026-05-05 10:00 {2}Ana’s good-news .*\bpassive-destructive$/),
      expect.stringMatching(/^2026-05-05 10:00 {2}Nod hears from Ana: harshness: contempt /),
      expect.stringMatching(/^2026-05-05 10:10 {2}Nod hears from Ben: risk: violence .*; Nod rests$/),
      '1 whisper in all.',
    ]);
  });

  it('prints with --json the documented document, and nothing else', () => {
    const document: unknown = JSON.parse(json.stdout);

    expect(document).toStrictEqual({
      bids: [
        {
          ...heard('worry', 'vulnerability'),
          response: {
            turn: 'toward',
            energy: 'attentive',
            style: 'exploring',
            byEvent: 'comfort',
            latencySeconds: 20 * 60,
            availableSeconds: 20 * 60,
          },
        },
        {
          ...heard('promotion', 'good-news'),
          response: {
            turn: 'toward',
            energy: 'low',
            style: 'passive-constructive',
            byEvent: 'heart',
            latencySeconds: 4 * 60,
            availableSeconds: 4 * 60,
          },
        },
        { ...heard('exam', 'good-news'), response: { turn: 'away', style: 'passive-destructive' } },
      ],
      harsh: [{ message: 'insult', kind: 'contempt' }],
      risk: [{ message: 'threat', kind: 'violence' }],
      nudges: [
        {
          to: 'ben',
          at: '2026-05-04T17:10:00+01:00', // ten minutes after the worry, where Ben is
          afterEvent: 'car',
          about: 'worry',
          why: 'passed-over',
          hint: expect.toBeOneOf(FITTING_HINTS),
        },
      ],
    });
  });

  it('repeats none of the words of either', () => {
    const output = [plain, json, why, quiet].map(({ stdout }) => stdout).join('\n');

    expect(output).not.toMatch(/awful|promotion!|exam!|pathetic|hit you|plumber/);
  });

  it('names with --why the gate that kept it silent, and changes nothing else', () => {
    const lines = why.stdout.split('\n');
    const silences = lines.filter((line) => line.includes('stays silent'));

    expect(silences).toEqual([
      expect.stringMatching(
        /^2026-05-04 20:15 {2}Nod stays silent towards Ben about good-news \(passed-over\): day, ./,
      ),
    ]);
    expect(lines.filter((line) => !silences.includes(line)).join('\n')).toBe(plain.stdout);
  });

  it('whispers nothing in the first three days with --quiet-start, and hears the same', () => {
    const withoutWhispers = plain.stdout
      .split('\n')
      .filter((line) => !line.includes('whisper'))
      .join('\n');

    expect(quiet.stdout).toBe(`${withoutWhispers.trimEnd()}\n0 whispers in all.\n`);
  });
});

describe('what answered, in nod replay --json,', () => {
  it('is named by what the responder did and left standing', async () => {
    const { stdout } = await runNod(['replay', ANSWERS_NAMED, '--json']);

    const { bids } = JSON.parse(stdout) as { bids: { message: string; response?: { byEvent?: string } }[] };
    expect(bids.map(({ message, response }) => [message, response?.byEvent])).toEqual([
      ['promotion', 'heart'],
      ['exam', 'meant'],
      ['race', 'early'],
      ['worry', 'call'],
    ]);
  });
});
