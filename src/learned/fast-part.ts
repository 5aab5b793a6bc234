import { type FastPart, type Features, shareOf } from './model.ts';

/** Scores of all outputs, side by side, by the fast part alone. */
export type FastScorer = (features: Features) => number[];

/** Makes the fast part ready: its table is packed once, so that four outputs of a row are added at a time. */
export function createFastScorer({ table, step, bias }: FastPart): FastScorer {
  const outputs = bias.length;
  const width = Math.ceil(outputs / OUTPUTS_A_PACK);
  const packed = { packs: packed4(table, outputs), width };
  // What the sums are collected in; made once, since a typed array takes longer to make than to fill.
  const ofWords = new Int32Array(width * OUTPUTS_A_PACK);
  const ofFacts = new Int32Array(width * OUTPUTS_A_PACK);
  const unasked = Array.from(bias);
  return ({ words, facts }) => {
    addRows(words, packed, ofWords);
    addRows(facts, packed, ofFacts);
    const share = shareOf(words);
    const scores = unasked.slice(); // a copy has no holes, so its numbers are read as they lie there
    for (let output = 0; output < outputs; output += 1) {
      const sum = (ofWords[output] ?? 0) * share + (ofFacts[output] ?? 0);
      scores[output] = sum * step + (bias[output] ?? 0);
    }
    return scores;
  };
}

/** Rows of packs: each pack holds four outputs of one row, a byte each, the first in the lowest. */
interface Packed {
  readonly packs: Int32Array;
  readonly width: number;
}

const OUTPUTS_A_PACK = 4;
/** Added to every number of the table, so that none is negative while they are added up. */
const RAISED = 128;
/** The first and the third byte of a pack, with room for the sum of many above each. */
const TWO_OF_FOUR = 0x00ff00ff;
/** 255 times so many still fit into 16 bits. */
const MOST_ROWS = 256;

function packed4(table: Int8Array, outputs: number): Int32Array {
  const width = Math.ceil(outputs / OUTPUTS_A_PACK);
  const packs = new Int32Array(Math.ceil(table.length / outputs) * width);
  table.forEach((value, at) => {
    const [row, output] = [Math.floor(at / outputs), at % outputs];
    const pack = row * width + Math.floor(output / OUTPUTS_A_PACK);
    packs[pack] = (packs[pack] ?? 0) | ((value + RAISED) << (8 * (output % OUTPUTS_A_PACK)));
  });
  return packs;
}

/** Adds up rows, however many: those that cannot be added up at once come after the first, as many at a time. */
function addRows(rows: readonly number[], packed: Packed, sums: Int32Array): void {
  addUp(rows, packed, sums);
  if (rows.length <= MOST_ROWS) return;
  const others = new Int32Array(sums.length);
  for (let from = MOST_ROWS; from < rows.length; from += MOST_ROWS) {
    addUp(rows.slice(from, from + MOST_ROWS), packed, others);
    for (let place = 0; place < sums.length; place += 1) sums[place] = (sums[place] ?? 0) + (others[place] ?? 0);
  }
}

/** Adds up the first rows pack by pack: two numbers of 16 bits in one and two in another, and no sum leaves the processor. */
function addUp(rows: readonly number[], { packs, width }: Packed, sums: Int32Array): void {
  const until = Math.min(rows.length, MOST_ROWS);
  const raised = RAISED * until;
  for (let part = 0; part < width; part += 1) {
    let even = 0;
    let odd = 0;
    for (let at = 0; at < until; at += 1) {
      const pack = packs[(rows[at] ?? 0) * width + part] ?? 0;
      even = (even + (pack & TWO_OF_FOUR)) | 0;
      odd = (odd + ((pack >>> 8) & TWO_OF_FOUR)) | 0;
    }
    const place = part * OUTPUTS_A_PACK;
    sums[place] = (even & 0xffff) - raised;
    sums[place + 1] = (odd & 0xffff) - raised;
    sums[place + 2] = (even >>> 16) - raised;
    sums[place + 3] = (odd >>> 16) - raised;
  }
}
