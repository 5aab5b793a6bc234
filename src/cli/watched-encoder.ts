import { type Encoder, NO_ENCODER } from '../ports/encoder.ts';

/** An encoder, and how many texts it gave no vector for: without them less is heard than Nod can hear. */
export interface WatchedEncoder extends Encoder {
  /** Whether the host has switched it off. */
  readonly isOff: boolean;
  lost(): number;
}

export function watched(encoder: Encoder): WatchedEncoder {
  let lost = 0;
  return {
    async encode(texts) {
      const vectors = await encoder.encode(texts);
      lost += texts.filter((text, at) => text.trim() !== '' && vectors[at] === undefined).length;
      return vectors;
    },
    close: () => encoder.close(),
    isOff: encoder === NO_ENCODER,
    lost: () => lost,
  };
}

/** Reads with these parts, and says afterwards how much of it the encoder gave no vector for. */
export async function reportingLost<Parts extends { readonly encoder: Encoder }, Read>(
  command: Parameters<typeof reportLost>[1],
  parts: Parts,
  read: (parts: Parts) => Promise<Read>,
): Promise<Read> {
  const encoder = watched(parts.encoder);
  const result = await read({ ...parts, encoder });
  reportLost(encoder, command);
  return result;
}

/** Says on stderr how much was read without the encoder; where the host wants none, only of what is measured. */
export function reportLost(encoder: WatchedEncoder, command: 'detect' | 'pair' | 'replay' | 'eval'): void {
  const count = encoder.lost();
  if (count === 0 || (encoder.isOff && command !== 'eval')) return;
  const read = count === 1 ? 'text was read' : 'texts were read';
  const mend = encoder.isOff ? 'Set NOD_ENCODER=on' : 'Run `npm run build`';
  const told = `${count} ${read} without the sentence encoder, so Nod may read better than this.`;
  process.stderr.write(`${told} ${mend}, then \`npx nod ${command}\`.\n`);
}
