import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { HARSHNESS_KINDS, RISK_KINDS } from '../../src/domain/reading.ts';
import { commentExamples, labelledComments } from '../../training/comments.ts';
import { secondOf } from '../../training/eval-rows.ts';
import { restLessons, typedByTwo } from '../../training/lessons.ts';

const LABELLED = labelledComments();

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these comments as the data sets hold them. */
function dataWith(comments: readonly { readonly id: string; readonly text?: string; readonly reply?: string }[]): URL {
  const folder = mkdtempSync(join(tmpdir(), 'nod-comments-'));
  folders.push(folder);
  const write = (name: string, rows: readonly object[]) =>
    writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  write(
    'messages-goemotions.jsonl',
    comments.filter(({ text }) => text !== undefined),
  );
  write('messages-disclosure.jsonl', []);
  write(
    'replies-support.jsonl',
    comments.filter(({ reply }) => reply !== undefined),
  );
  return pathToFileURL(`${folder}/`);
}

const idLike = (part: string) => LABELLED.find(({ id }) => id.includes(part))?.id ?? '';

describe('the comments of strangers', () => {
  it('have labels of the guide alone, by two people, and none of their words', () => {
    const kinds: readonly string[] = ['none', ...BID_KINDS];
    const harsh: readonly (string | undefined)[] = [undefined, ...HARSHNESS_KINDS];
    const risks: readonly (string | undefined)[] = [undefined, ...RISK_KINDS];

    const wrong = LABELLED.filter((one) =>
      [one, secondOf(one)].some(
        ({ kind, harsh: of, risk }) => !kinds.includes(kind) || !harsh.includes(of) || !risks.includes(risk),
      ),
    );

    expect(wrong).toEqual([]);
    expect(LABELLED.filter(({ second }) => second === undefined)).toEqual([]);
    expect(new Set(LABELLED.map(({ id }) => id)).size).toBe(LABELLED.length);
    const labels = ['kind', 'harsh', 'risk', 'tender'];
    expect(new Set(LABELLED.flatMap((one) => Object.keys(one)))).toEqual(new Set(['id', ...labels, 'second']));
    expect(new Set(LABELLED.flatMap(({ second = 'same' }) => Object.keys(second === 'same' ? {} : second)))).toEqual(
      new Set(labels),
    );
  });

  it('take their words from the data beside the checkout, with a name where one was taken out', () => {
    const [comment, reply] = [idLike('goemotions'), idLike('support')];
    const folder = dataWith([
      { id: comment, text: '[NAME] told [NAME] so' },
      { id: reply, reply: 'hang in there' },
    ]);

    const examples = commentExamples(folder);

    expect(examples.map(({ line }) => line.text)).toEqual([
      expect.stringMatching(/^[A-Z]\w+ told [A-Z]\w+ so$/),
      'hang in there',
    ]);
    expect(commentExamples(folder)).toEqual(examples);
  });

  it('teach whether Nod rests twice more, as others would type them, and nothing more of kinds', () => {
    const id = idLike('goemotions');
    const [example] = commentExamples(
      dataWith([{ id, text: 'are you going to be there tomorrow, before the others?' }]),
    );
    if (!example) throw new RangeError('there is a comment');

    const again = restLessons(example, new Map());

    expect(again.map(({ truth: [kind, harshness] }) => [kind, harshness?.length])).toEqual([
      [undefined, 5],
      [undefined, 5],
    ]);
    expect(new Set(typedByTwo(example)).size).toBe(2);
  });

  it('are nothing where the data is not there', () => {
    expect(commentExamples(pathToFileURL(join(tmpdir(), 'no-such-folder/')))).toEqual([]);
  });
});
