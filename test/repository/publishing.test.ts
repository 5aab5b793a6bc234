import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { texts } from '../../src/texts/texts.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${REPOSITORY}${path}`, 'utf8');

/** As one reads it: line breaks of prose are spaces, and a text parted over lines of code is one text. */
const flowing = (text: string) => text.replace(/' \+\s*'/g, '').replace(/\s+/g, ' ');

/** What whoever hosts Nod has to know, word for word. Source: Discord's Developer Policy. */
const POLICY =
  'Nod is meant for the couple that runs it. Discord forbids profiling users or their relationships and ' +
  'handling health data; read its current Developer Policy before hosting Nod for others.';

describe('the sentence about Discord’s policy', () => {
  it.each(['README.md', 'TERMS.md', 'src/cli/doctor.ts'])('stands in %s word for word', (path) => {
    expect(flowing(read(path))).toContain(POLICY);
  });
});

describe('TERMS.md', () => {
  const terms = read('TERMS.md');

  it('fits one page', () => {
    expect(terms.split('\n').length).toBeLessThanOrEqual(60);
  });

  it('says who may use it, what it is not, who runs it, how it ends, and that nothing is promised', () => {
    expect(terms.match(/^## .+$/gm)).toEqual([
      '## Who may use it',
      '## What it is',
      '## What it is not',
      '## Who runs it',
      '## Ending it',
      '## No warranty',
    ]);
    for (const promise of ['18 or older', 'both want it', 'Not therapy', 'Not an emergency service', 'Not evidence']) {
      expect(terms).toContain(promise);
    }
    expect(flowing(terms)).toContain(
      texts.consent.about.host('{host}', true).match(/With some effort .+?\./)?.[0] ?? 'no sentence',
    );
  });
});

describe('docs/support-card.md', () => {
  const page = read('docs/support-card.md');

  it('gives the words of the card and its one neutral line exactly', () => {
    // Trust, "Safety".
    expect(page).toContain(
      'Something you wrote sounded heavy. Nod may have misread it. Nod told nobody. If you would like a person to talk to, any hour: {lines of their region}. Nod does not watch for emergencies. [Not this] [No more of these]',
    );
    expect(page).toContain(`“${texts.whisper.line}”`);
  });

  it('says to whom, how rarely and how sure', () => {
    expect(flowing(page)).toContain('Only to the writer');
    expect(flowing(page)).toContain('Only with direct messages on');
    expect(flowing(page)).toContain('At most one in 7 days, at a confidence of 0.95 or more.');
    expect(flowing(page)).toContain('never about violence or coercion');
  });

  it('ends with the one value, which it names nowhere else', () => {
    expect(page.trimEnd().split('\n').slice(-2)).toEqual(['NOD_SUPPORT_CARD=read-the-page', '```']);
    expect(page.match(/read-the-page/g)).toHaveLength(1);
  });

  it('says that most danger is not heard, as measured', () => {
    const [, recall] = /^\| any risk \| \d+ % \| (\d+) % \|/m.exec(read('docs/accuracy.md')) ?? []; // in chats

    expect(page).toContain('**It misses most danger.**');
    expect(Number(recall)).toBeLessThan(50);
  });
});

describe('pages that a partner may read', () => {
  it.each(['TERMS.md', 'docs/support-card.md', 'docs/support-lines.md'])('%s holds no word that hurts', (path) => {
    // Trust, "Never".
    expect(read(path)).not.toMatch(/\b(?:turned away|missed|muted|withdrawals?|scores?|streaks?)\b/i);
  });
});
