import { describe, expect, it } from 'vitest';
import { COMPLAINTS, HARSH, RISKS } from '../../simulation/lines/asides.ts';
import { loadReaders } from '../../src/cli/load-reader.ts';
import type { EarlierSaid } from '../../src/domain/reading.ts';

const { reader } = loadReaders();
const earlier = (text: string, own: boolean): readonly EarlierSaid[] => [
  { text, attachments: [], own, secondsAgo: 600 },
];
const QUIET = [
  [],
  earlier('just landed', false),
  earlier('home in ten', true),
  earlier('thank you for the dishes ❤️ you are the best', true),
  earlier('how was the talk with your boss?', false),
];
const inQuiet = (text: string) =>
  QUIET.map((before) => reader({ text, attachments: [] }, { tense: false, earlier: before }));

// Of what Nod cannot hear, the judge would call every whisper that stays forbidden.
describe('a line at which Nod must rest, whatever was said before', () => {
  it.each([...HARSH, ...COMPLAINTS])('is heard as harsh: %s', (line) => {
    for (const { harshness } of inQuiet(line)) expect(harshness?.confidence ?? 0).toBeGreaterThanOrEqual(0.6);
  });

  it.each(Object.entries(RISKS).flatMap(([kind, lines]) => lines.map((line) => ({ kind, line }))))(
    'is heard as $kind: $line',
    ({ kind, line }) => {
      for (const { risk } of inQuiet(line)) expect(risk?.kind).toBe(kind);
    },
  );
});
