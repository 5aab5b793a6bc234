import type { SentenceVector } from '../domain/reading.ts';
import type { Encoder } from '../ports/encoder.ts';

/** Texts that go to one encoder in a row: as many as it reads at once, so that its batches stay of like length. */
const IN_A_ROW = 8;
/** Fewer texts than these are not worth a second worker, which takes 0.3 s to start and 250 MB. Our choice. */
const WORTH_SHARING = 32;

/**
 * Several encoders that share what many texts cost, for files read in bulk on all cores. Each is made when it is first
 * needed; a few texts go to the first alone.
 */
export function createSharingEncoder(count: number, create: () => Encoder): Encoder {
  const made: Encoder[] = [];
  const numbered = (number: number) => {
    made[number] ??= create();
    return made[number];
  };
  return {
    async encode(texts) {
      if (count < 2 || texts.length < WORTH_SHARING) return numbered(0).encode(texts);
      const byLength = texts
        .map((text, at) => ({ text, at }))
        .sort((one, other) => one.text.length - other.text.length);
      const found: (SentenceVector | undefined)[] = texts.map(() => undefined);
      const shareOf = (number: number) => byLength.filter((_, at) => Math.floor(at / IN_A_ROW) % count === number);
      await Promise.all(
        Array.from({ length: count }, async (_, number) => {
          const share = shareOf(number);
          const vectors = await numbered(number).encode(share.map(({ text }) => text));
          share.forEach(({ at }, index) => {
            found[at] = vectors[index];
          });
        }),
      );
      return found;
    },
    async close() {
      await Promise.all(made.map((encoder) => encoder.close()));
    },
  };
}
