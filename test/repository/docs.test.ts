import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generatedPages } from '../../scripts/pages/all.ts';
import { errorCodes, thrownCodes } from '../../scripts/pages/errors.ts';
import { RETENTION } from '../../src/domain/retention.ts';
import { loadCommands } from '../../src/load-commands.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${REPOSITORY}${path}`, 'utf8');

const pages = await generatedPages();
const commands = await loadCommands(new URL('../../commands/', import.meta.url));

describe('pages made from code', () => {
  it.each(pages)('$path is up to date (npm run docs)', ({ path, text }) => {
    expect(read(path)).toBe(text);
  });

  it('leaves no page in docs/reference that nothing makes', () => {
    const made = pages.map((page) => page.path);

    expect(readdirSync(`${REPOSITORY}docs/reference`).map((file) => `docs/reference/${file}`)).toEqual(
      made.filter((path) => path.startsWith('docs/reference/')).sort(),
    );
  });

  it('says of every failure how it comes about', () => {
    const thrown = thrownCodes();

    expect(errorCodes().filter((code) => !thrown.has(code))).toEqual([]);
  });

  it('puts every row of the retention table into PRIVACY.md', () => {
    const privacy = read('PRIVACY.md');

    expect(RETENTION.filter(({ what, keptFor }) => !privacy.includes(what) || !privacy.includes(keptFor))).toEqual([]);
  });
});

describe('commands named in texts', () => {
  const made = commands.map(({ path }) => `/nod ${path.replaceAll('/', ' ')}`);
  const namedIn = (text: string) => [...text.matchAll(/`(\/nod [a-z][a-z ]*)`/g)].map(([, name]) => name?.trim() ?? '');

  it.each([
    'README.md',
    'PRIVACY.md',
    'TERMS.md',
    'CHANGELOG.md',
    'ARCHITECTURE.md',
    'docs/glossary.md',
    'docs/reference/config.md',
    'docs/support-card.md',
    'docs/support-lines.md',
  ])('%s names no command that is not there', (page) => {
    const text = existsSync(`${REPOSITORY}${page}`) ? read(page) : '';

    expect(namedIn(text).filter((name) => !made.includes(name))).toEqual([]);
  });

  it('lets no text of the bot name a command that is not there', () => {
    const files = readdirSync(`${REPOSITORY}src/texts`, { recursive: true, encoding: 'utf8' });
    const named = files.filter((file) => file.endsWith('.ts')).flatMap((file) => namedIn(read(`src/texts/${file}`)));

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !made.includes(name))).toEqual([]);
  });
});

describe('decisions', () => {
  const files = readdirSync(`${REPOSITORY}docs/adr`)
    .filter((file) => file !== 'README.md')
    .sort();

  it('are numbered without a hole', () => {
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
  });

  it.each(files)('%s says context, decision and price on one screen', (file) => {
    const lines = read(`docs/adr/${file}`).trimEnd().split('\n');

    expect(lines[0]).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. `));
    expect(lines.filter((line) => line.startsWith('## '))).toEqual(['## Context', '## Decision', '## Price']);
    expect(lines.length).toBeLessThanOrEqual(50);
  });
});

describe('ARCHITECTURE.md', () => {
  it('can be read in one sitting', () => {
    expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(150);
  });

  it('has a line for every folder of src', () => {
    const folders = readdirSync(`${REPOSITORY}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());

    expect(folders.filter(({ name }) => !read('ARCHITECTURE.md').includes(`\`src/${name}/\``))).toEqual([]);
  });
});
