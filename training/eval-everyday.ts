import { existsSync, readFileSync } from 'node:fs';
import { NUDGE_CONFIDENCE, NUDGED_KINDS } from '../src/cli/scorecard.ts';
import type { Reading } from '../src/domain/reading.ts';
import type { Encoder } from '../src/ports/encoder.ts';
import type { ReadRow } from './eval-readers.ts';
import { type AloneRow, aloneRows } from './eval-rows.ts';
import { halves } from './measures.ts';

/**
 * Real everyday SMS (NUS SMS Corpus; Chen & Kan 2013), without labels. Its licence is not stated, so it lies
 * beside this repository or nowhere, and nothing of it is kept.
 */
export const EVERYDAY = new URL('../../shared/data/everyday-sms.jsonl', import.meta.url);
/** Authored here: anger at bosses, trains, landlords, teams, which strains no bond. */
const THIRD_PARTY = new URL('./third-party-anger.jsonl', import.meta.url);

/** From this confidence on a line that sounds like self-harm is as sure as Nod gets. Source: what is asked of it. */
const SURE_OF_HARM = 0.95;
/** The least intensity of a whisper. Source: design, "Coach", gates. */
const NUDGE_INTENSITY = 0.5;

/** What should seldom be heard in ordinary chat. */
const FIRES: Readonly<Record<string, (reading: Reading) => boolean>> = {
  harsh: ({ harshness }) => harshness !== undefined,
  vulnerability: ({ bid }) => bid?.kind === 'vulnerability',
  'good-news': ({ bid }) => bid?.kind === 'good-news',
  risk: ({ risk }) => risk !== undefined,
  [`self-harm ≥ ${SURE_OF_HARM}`]: ({ risk }) => risk?.kind === 'self-harm' && risk.confidence >= SURE_OF_HARM,
  tender: ({ tender }) => tender,
  'nudge-grade': ({ bid }) =>
    NUDGED_KINDS.some((kind) => kind === bid?.kind) &&
    (bid?.confidence ?? 0) >= NUDGE_CONFIDENCE &&
    (bid?.intensity ?? 0) >= NUDGE_INTENSITY,
};

export function textsIn(file: URL): readonly string[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { readonly text: string }).text);
}

/** How often each reader fires on ordinary chat; one sentence where the set is not there. */
export async function everydayTable(
  readers: Readonly<Record<string, ReadRow>>,
  encoder: Encoder,
): Promise<readonly string[]> {
  if (!existsSync(EVERYDAY)) return ['The everyday SMS are not beside this checkout, so no firing rates are shown.'];
  const { reported } = halves(textsIn(EVERYDAY));
  const rows = await aloneRows(reported, encoder);
  return [
    `${rows.length} everyday SMS (the half that may set no threshold); of a hundred, so many are called`,
    ...firing(readers, rows),
  ];
}

/** The same on anger at somebody else: none of it is harsh. */
export async function thirdPartyTable(
  readers: Readonly<Record<string, ReadRow>>,
  encoder: Encoder,
): Promise<readonly string[]> {
  const rows = await aloneRows(textsIn(THIRD_PARTY), encoder);
  return [`${rows.length} lines of anger at somebody else; of a hundred, so many are called`, ...firing(readers, rows)];
}

function firing(readers: Readonly<Record<string, ReadRow>>, rows: readonly AloneRow[]): readonly string[] {
  const names = Object.keys(readers);
  const read = names.map((name) => rows.map((row) => readers[name]?.(row) ?? { tender: false }));
  const head = `  ${''.padEnd(18)}${names.map((name) => name.padStart(17)).join('')}`;
  const body = Object.entries(FIRES).map(([label, fires]) => {
    const shares = read.map((readings) => (100 * readings.filter(fires).length) / rows.length);
    return `  ${label.padEnd(18)}${shares.map((share) => share.toFixed(1).padStart(17)).join('')}`;
  });
  return [head, ...body];
}
