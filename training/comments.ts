// Comments that strangers left in public threads (GoEmotions, Demszky et al. 2020; OffMyChest, CL-Aff 2020; both CC BY
// 4.0), read anew after our guide: what people truly type, which no writer of ours does. Only labels lie here; the
// words lie beside this checkout or nowhere. ADR 33.
import { existsSync, readFileSync } from 'node:fs';
import { createChance } from '../src/engine/chance.ts';
import { ALONE, type Example, type Line } from './corpus.ts';
import type { TwiceLabelled } from './eval-rows.ts';

/** What two people saw in a comment, each alone; `id` is what the shared data call it. */
type LabelledComment = TwiceLabelled & { readonly id: string };

export const COMMENT_LABELS = new URL('./comments.jsonl', import.meta.url);
const SHARED = new URL('../../shared/data/', import.meta.url);
const FILES = ['messages-goemotions.jsonl', 'messages-disclosure.jsonl', 'replies-support.jsonl'];

/** Blocks are left out of learning in turn, so comments are several. */
const BLOCKS = ['comments-1', 'comments-2', 'comments-3'] as const;
export const COMMENT_BLOCKS: readonly string[] = BLOCKS;

/** Stand where a name was taken out, or Nod would learn that whoever is spoken of has none. Invented. */
const NAMES = 'Amara Ben Chidi Dana Esther Femi Grace Hugo Ines Jamal Kiran Lena Marco Nadia Omar Priya Rosa Sam'.split(
  ' ',
);

const rowsIn = <Row>(file: URL) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Row[] => (line === '' ? [] : [JSON.parse(line)]));

export const labelledComments = () => rowsIn<LabelledComment>(COMMENT_LABELS);

/** Every comment whose words are in the folder, as a line that stands alone; of none it is said how much hangs on it. */
export function commentExamples(folder: URL = SHARED): readonly Example[] {
  const words = wordsIn(folder);
  const chance = createChance('which name stands in a comment');
  const pick = (choices: readonly string[], key: string) => choices[Math.floor(chance(key) * choices.length)] ?? '';
  return labelledComments().flatMap(({ id, ...labels }): readonly Example[] => {
    const text = words.get(id)?.replaceAll('[NAME]', (_, at) => pick(NAMES, `${id} ${at}`));
    if (text === undefined) return [];
    const line: Line = { scene: id, by: 'a', text, ...labels };
    return [{ block: pick(BLOCKS, id), line, context: ALONE }];
  });
}

function wordsIn(folder: URL): ReadonlyMap<string, string> {
  const files = FILES.map((name) => new URL(name, folder)).filter((file) => existsSync(file));
  return new Map(
    files
      .flatMap((file) =>
        rowsIn<{ readonly id: string } & ({ readonly text: string } | { readonly reply: string })>(file),
      )
      .map((row) => [row.id, 'text' in row ? row.text : row.reply]),
  );
}
