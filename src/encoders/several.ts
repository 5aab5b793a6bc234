import type { SentenceVector } from '../domain/reading.ts';
import type { Encoder } from '../ports/encoder.ts';

/** Texts that go to one encoder in a row: as many as it reads at once, so that its batches stay of like length. */
const IN_A_ROW = 8;
/** Fewer texts than these are not worth a second worker, which takes 0.3 s to start and 250 MB. Our choice. */
const WORTH_SHARING = 32;

/** More workers than these would take more than a gigabyte. Our choice. */
export const MOST_ENCODERS = 4;

/** Whose turn it is when longer and longer texts are dealt out: back and forth, so that nobody gets all the longest. */
function dealt(turn: number, count: number): number {
  const [lap, place] = [Math.floor(turn / count), turn % count];
  return lap % 2 === 0 ? place : count - 1 - place;
}

/**
 * Several encoders that share what many texts cost, for files read in bulk. Each is made when it is first needed; a few
 * texts go to the first alone. Where one fails, its share is asked of another once more.
 */
export function createSharingEncoder(count: number, create: () => Encoder): Encoder {
  const made: Encoder[] = [];
  const numbered = (number: number) => {
    made[number] ??= create();
    return made[number];
  };

  async function shared(texts: readonly string[]): Promise<(SentenceVector | undefined)[]> {
    const byLength = texts.map((text, at) => ({ text, at })).sort((one, other) => one.text.length - other.text.length);
    const found: (SentenceVector | undefined)[] = texts.map(() => undefined);
    const read = async (encoder: Encoder, share: readonly { readonly text: string; readonly at: number }[]) => {
      const vectors = await encoder.encode(share.map(({ text }) => text));
      share.forEach(({ at }, index) => {
        found[at] = vectors[index];
      });
      return vectors.some((vector) => vector !== undefined) ? encoder : undefined;
    };
    const works = await Promise.all(
      Array.from({ length: count }, (_, number) =>
        read(
          numbered(number),
          byLength.filter((__, at) => dealt(Math.floor(at / IN_A_ROW), count) === number),
        ),
      ),
    );
    const left = byLength.filter(({ text, at }) => found[at] === undefined && text.trim() !== '');
    const working = works.find((encoder) => encoder !== undefined);
    if (working && left.length > 0) await read(working, left);
    return found;
  }

  return {
    async encode(texts) {
      return count < 2 || texts.length < WORTH_SHARING ? numbered(0).encode(texts) : shared(texts);
    },
    async close() {
      await Promise.all(made.map((encoder) => encoder.close()));
    },
  };
}
