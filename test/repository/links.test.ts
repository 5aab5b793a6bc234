import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', 'reports', '.git']);

const PAGES = markdownIn(REPOSITORY);

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** Links to files of the repository, without what stands in code. */
function linksIn(markdown: string): readonly string[] {
  const prose = markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Paths named in code, such as `src/errors.ts`; patterns such as `NNNN-title` are left out. */
function pathsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/`((?:src|commands|test|scripts|docs|bin|\.ci)\/[\w./-]*)`/g)]
    .map(([, path]) => path ?? '')
    .filter((path) => !path.includes('NNNN'));
}

const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replace(/ /g, '-');

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURI(path));
  if (!existsSync(target)) return false;
  if (anchor === undefined || statSync(target).isDirectory()) return true;
  const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)];
  return headings.some(([, heading]) => anchorOf(heading ?? '') === anchor);
}

describe('documentation', () => {
  it.each(PAGES.map((page) => relative(REPOSITORY, page)))(
    '%s has no broken link and names no path that is not there',
    (name) => {
      const page = join(REPOSITORY, name);
      const markdown = readFileSync(page, 'utf8');

      expect(linksIn(markdown).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
      expect(pathsIn(markdown).filter((path) => !existsSync(join(REPOSITORY, path)))).toEqual([]);
    },
  );

  it('notices a broken link, a broken anchor and a link in code', () => {
    const page = join(REPOSITORY, 'docs/glossary.md');

    expect(leadsSomewhere(page, '../LICENSE')).toBe(true);
    expect(leadsSomewhere(page, '#harshness')).toBe(true);
    expect(leadsSomewhere(page, '#nowhere')).toBe(false);
    expect(leadsSomewhere(page, 'nowhere.md')).toBe(false);
    expect(linksIn('[a](b.md) `[c](d.md)` [e](https://example.org)')).toEqual(['b.md']);
  });
});
