import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/threat-model.md', ROOT), 'utf8');

/** Every "(`test/….test.ts` › “a name”)", with line breaks as one space. */
const NAMED = [...PAGE.replace(/\s+/g, ' ').matchAll(/`(test\/[\w./-]+\.test\.ts)` › “((?:[^“”]|“[^“”]*”)+)”/g)].map(
  ([, file, name]) => ({ file: file as string, name: name as string }),
);

/** The sections, by their headings. */
const SECTIONS = PAGE.split(/^## /m).slice(1);

/** What each list item says stands in the way; the lists of what is not prevented promise nothing. */
function promisesIn(section: string): readonly string[] {
  const held = section.replace(/\*\*(?:Can learn|Not prevented)\*\*[\s\S]*?(?=\n\n\*\*|$)/g, '');
  return held.split('\n- ').slice(1);
}

describe('the threat model', () => {
  it('names for each claim a test that exists', () => {
    const missing = NAMED.filter(({ file, name }) => {
      const path = new URL(file, ROOT);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(name);
    });

    expect(missing).toEqual([]);
    expect(NAMED.length).toBeGreaterThan(20);
  });

  it('promises nothing that no test holds, or says that it is not prevented', () => {
    const unheld = SECTIONS.flatMap(promisesIn).filter(
      (promise) =>
        !/`test\/[\w./-]+\.test\.ts`/.test(promise) && !/not prevented|no text claims|never ask/i.test(promise),
    );

    expect(unheld).toEqual([]);
  });

  it.each(['abusive partner', 'third member', 'admin', 'host', 'thief', 'token', 'platform', 'timeline'])(
    'has a section on the %s',
    (who) => {
      expect(SECTIONS.some((section) => section.split('\n')[0]?.toLowerCase().includes(who))).toBe(true);
    },
  );
});
