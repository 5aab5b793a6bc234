import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { runDemo } from '../../src/cli/demo.ts';
import { createSentenceEncoder } from '../../src/encoders/sentences.ts';
import { emptyFolder } from './command-line.ts';

/** The demonstration as somebody sees it who types these lines, or who pipes something in. */
async function played(lines: readonly string[], interactive: boolean): Promise<string> {
  const output = new PassThrough();
  await runDemo({
    input: Readable.from(lines.map((line) => `${line}\n`)),
    output,
    interactive,
    within: emptyFolder(),
    zone: 'Europe/Berlin',
    encoder: createSentenceEncoder(),
    today: Date.parse('2026-11-25T12:00:00Z'),
  });
  output.end();
  return text(output);
}

describe('the demonstration', () => {
  it('moves the clock by days, and names who spoke where it heard nothing', async () => {
    const shown = await played(['ana: got the job!!', '+1d', 'ben: hm', '+2m'], true);

    expect(shown).toContain('22:30  Ana’s good-news went unanswered');
    expect(shown).toContain('Nod hears nothing to hold on to from Ben');
    expect(shown).not.toContain('sample couple');
  });

  it('says that a sample couple plays where nobody types', async () => {
    const shown = await played(['ana: this line is not read'], false);

    expect(shown).toContain('Nobody types here, so a sample couple plays');
    expect(shown).toContain('Nod whispers to Ben');
    expect(shown).not.toContain('this line is not read');
  });
});
