import { existsSync, readFileSync } from 'node:fs';
import { blockNames, readBlock } from './corpus.ts';
import { EVERYDAY, textsIn } from './eval-everyday.ts';
import { justifiedWords, type OwnedWord, ownedWords, tellApart } from './tells.ts';

const JUSTIFIED = new URL('./tells.md', import.meta.url);
/** Comments of strangers in a forum (GoEmotions; Demszky et al. 2020), beside this checkout or nowhere. */
const FORUM = new URL('../../shared/data/messages-goemotions.jsonl', import.meta.url);

/** What gives the corpus away; printed by `npm run eval -- --tells`, written down in tells.md. */
export function tellsTables(): readonly string[] {
  const lines = blockNames().flatMap(readBlock);
  const texts = spoken(lines.map(({ text }) => text));
  return [...ownedTable(ownedWords(lines), lines.length), '', ...apartTable(texts)];
}

/** What was only attached has no words. */
const spoken = (texts: readonly string[]) => texts.filter((text) => text !== '');

function ownedTable(owned: readonly OwnedWord[], count: number): readonly string[] {
  const whys = new Map(justifiedWords(readFileSync(JUSTIFIED, 'utf8')).map(({ word, why }) => [word, why]));
  return [
    `${count} utterances; ${owned.length} words of 15 uses and more have over 60 % of them in one kind`,
    `  ${'word'.padEnd(12)}${'kind'.padEnd(15)}${'uses'.padStart(6)}${'share'.padStart(7)}${'scenes'.padStart(8)}  why`,
    ...owned.map(
      ({ word, kind, uses, share, scenes }) =>
        `  ${word.padEnd(12)}${kind.padEnd(15)}${String(uses).padStart(6)}${share.toFixed(2).padStart(7)}` +
        `${String(scenes).padStart(8)}  ${whys.get(word) ?? 'not in training/tells.md'}`,
    ),
  ];
}

function apartTable(texts: readonly string[]): readonly string[] {
  if (!existsSync(EVERYDAY))
    return ['The everyday SMS are not beside this checkout, so the corpus is not held to them.'];
  const everyday = textsIn(EVERYDAY);
  const { auc, each, ones, others } = tellApart(texts, everyday);
  return [
    `${each} utterances of the corpus and as many everyday SMS, told apart by single words: AUC ${auc.toFixed(3)}`,
    ...yardstick(everyday),
    ...blockByBlock(everyday),
    '  speaks for the corpus:',
    ...wrapped(ones),
    '  speaks for the SMS:',
    ...wrapped(others),
  ];
}

/** How far two sets are apart that people wrote, neither of them us. */
function yardstick(everyday: readonly string[]): readonly string[] {
  if (!existsSync(FORUM)) return [];
  const { auc, each } = tellApart(textsIn(FORUM), everyday);
  return [`  for comparison, ${each} comments of a forum and as many of the SMS: AUC ${auc.toFixed(3)}`];
}

/** Each block by itself, the nearest first: one circle of invented people is always easier to tell than all of them. */
function blockByBlock(everyday: readonly string[]): readonly string[] {
  const blocks = blockNames().map((block) => {
    const texts = readBlock(block).map(({ text }) => text);
    return { block, auc: tellApart(spoken(texts), everyday).auc };
  });
  const named = blocks.sort((one, other) => one.auc - other.auc).map(({ block, auc }) => `${block} ${auc.toFixed(2)}`);
  return ['  block by block:', ...wrapped(named, 8)];
}

function wrapped(words: readonly string[], aLine = 15): readonly string[] {
  const rows = Array.from({ length: Math.ceil(words.length / aLine) }, (_, row) =>
    words.slice(row * aLine, (row + 1) * aLine),
  );
  return rows.map((row) => `    ${row.join(' ')}`);
}
