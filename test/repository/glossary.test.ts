import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BID_KINDS } from '../../src/domain/bid.ts';
import {
  ENERGIES,
  GOOD_NEWS_STYLES,
  REPAIR_STYLES,
  TURNS,
  VULNERABILITY_STYLES,
} from '../../src/domain/bid-response.ts';
import { MOVES, REASONS } from '../../src/domain/nudge.ts';
import { ATTACHMENTS, HARSHNESS_KINDS, RISK_KINDS } from '../../src/domain/reading.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const GLOSSARY = readFileSync(`${REPOSITORY}docs/glossary.md`, 'utf8');

/** The rows under a heading, as cells. */
function rowsUnder(heading: string): string[][] {
  const section = GLOSSARY.split(/^#{2,3} /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) => row.split('|').map((cell) => cell.trim()));
}

const SOURCE = readdirSync(`${REPOSITORY}src`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`${REPOSITORY}src/${file}`, 'utf8'))
  .join('\n');

describe('the glossary', () => {
  it.each([
    ['Kinds of bid', BID_KINDS],
    ['Turns', TURNS],
    ['Energies', ENERGIES],
    ['Styles', [...GOOD_NEWS_STYLES, ...VULNERABILITY_STYLES, ...REPAIR_STYLES]],
    ['Harshness', HARSHNESS_KINDS],
    ['Risks', RISK_KINDS],
    ['Reasons for a nudge', REASONS],
    ['Moves of a hint', MOVES],
    ['Attachments', ATTACHMENTS],
  ])('%s has the labels of the code, in their order', (heading, labels) => {
    expect(rowsUnder(heading).map(([, label]) => label)).toEqual(labels.map((label) => `\`${label}\``));
  });

  it('names nothing in code that is not there', () => {
    const names = rowsUnder('Things').flatMap((row) =>
      [...(row[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );

    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(SOURCE))).toEqual([]);
  });
});
