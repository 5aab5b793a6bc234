import { readdirSync, readFileSync } from 'node:fs';
import { CUES } from '../src/detect/cues.ts';
import { createHearing } from '../src/detect/hearing.ts';
import type { BidClass } from '../src/detect/model/questions.ts';
import type { Attachment, EarlierSaid, HarshnessKind, ReadingContext, RiskKind } from '../src/domain/reading.ts';

/** One utterance of the corpus with its labels; see README.md. */
export interface Line {
  readonly scene: string;
  readonly by: 'a' | 'b';
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  readonly kind: BidClass;
  readonly harsh?: HarshnessKind;
  readonly risk?: RiskKind;
  readonly tender?: true;
  /** How much hangs on it, 0–1; absent where nobody said. */
  readonly intensity?: number;
  /** What the second annotator saw, blind; absent where only one has read it. */
  readonly second?: 'same' | Labels;
  /** What a third saw, who knew neither, where the two had parted on the kind. */
  readonly third?: Labels;
}

/** What is said of an utterance by one who labels it. */
export type Labels = Pick<Line, 'kind' | 'harsh' | 'risk' | 'tender'>;

/** What each saw who labelled an utterance, or a pair. */
export function readingsOf<Said>(first: Said & Later<Said>): readonly Said[] {
  const { second, third } = first;
  return [first, ...[second === 'same' ? first : second, third].filter((one) => one !== undefined)];
}

interface Later<Said> {
  readonly second?: 'same' | Said;
  readonly third?: Said;
}

/** An utterance in its scene, as the reader would get it. */
export interface Example {
  readonly block: string;
  readonly line: Line;
  readonly context: ReadingContext;
}

/** Whole chats, written and labelled apart by people who saw nothing of the rest. */
export const CHATS_APART: readonly string[] = ['tamarind', 'willow'];
/** Single lines, and single bids with replies, each clear by itself; see README.md. */
export const LINES_APART: readonly string[] = ['dogwood', 'heather'];
/** Blocks whose lines stand by themselves: a scene is one person's, and nothing in it answers what came before. */
export const SINGLE_LINES: readonly string[] = [
  'juniper nettle oak pine quince rowan sorrel aspen thistle vetch bramble clover',
  'sedge tansy lupin hyssop teasel yarrow acacia borage cosmos dahlia erica fennel gentian heath iris dogwood',
  'basil mint sage moss clary laurel poppy fern aster zinnia bryony yucca foxglove verbena anise',
  'harebell coltsfoot bergamot lovage tarragon saffron mullein betony rue marigold senna',
  'melilot chervil bistort woodruff plantain orris sundew avens mugwort tormentil calamint costmary agrimony spignel',
  'vervain restharrow lungwort burnet catmint fleabane spurge cudweed',
  'speedwell valerian knapweed meadowsweet ragwort wormwood chicory',
  'samphire scabious sainfoin pimpernel centaury toadflax tutsan stonecrop campanula selfheal loosestrife celosia',
].flatMap((names) => names.split(' '));
/** For measuring only, never for training or tuning. */
export const TEST_BLOCKS: readonly string[] = [...CHATS_APART, ...LINES_APART];

const FOLDER = new URL('./corpus/', import.meta.url);
const EARLIER = 6; // as many as the engine keeps: src/domain/settings.ts, RECENT_UTTERANCES
const TENSE_LINES = 12; // lines after a harsh one that count as tense here, where scenes carry no times
const SECONDS_APART = 120; // scenes carry no times

export function readBlock(block: string): readonly Line[] {
  const text = readFileSync(new URL(`${block}.jsonl`, FOLDER), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

export function blockNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => name.replace('.jsonl', ''))
    .sort();
}

/** The blocks that are learned from: all that are not for measuring. */
export const learnedBlocks = () => blockNames().filter((block) => !TEST_BLOCKS.includes(block));

/** What is known of a line that stands by itself. */
export const ALONE: ReadingContext = { tense: false, earlier: [] };

/** Every utterance of the block with what was said before it in its scene. */
export function examplesOf(block: string): readonly Example[] {
  const lines = readBlock(block);
  if (SINGLE_LINES.includes(block)) return lines.map((line) => ({ block, line, context: ALONE }));
  return lines.map((line, index) => {
    const before = lines.slice(0, index).filter((one) => one.scene === line.scene);
    const earlier = before.slice(-EARLIER).map(
      (one, at, all): EarlierSaid => ({
        text: one.text,
        attachments: one.attachments ?? [],
        own: one.by === line.by,
        secondsAgo: (all.length - at) * SECONDS_APART,
      }),
    );
    const tense = before.slice(-TENSE_LINES).some((one) => one.harsh !== undefined);
    return { block, line, context: { tense, earlier } };
  });
}

export const hear = createHearing(CUES);

export const saidOf = ({ text, attachments = [] }: Line) => ({ text, attachments });
