import type { Command } from 'commander';
import { z } from 'zod';
import { tellLanguage } from '../detect/language.ts';
import type { Bid } from '../domain/bid.ts';
import { isLeftAlone } from '../domain/language.ts';
import {
  ATTACHMENTS,
  type Attachment,
  type Reader,
  type Reading,
  type ReadingContext,
  type Said,
} from '../domain/reading.ts';
import { withBurstVectors } from '../engine/vectors.ts';
import type { Encoder } from '../ports/encoder.ts';
import { answerLines, LINE_ID, type LineStreams, mustBe, rounded, runOnFile } from './json-lines.ts';
import {
  inTwos,
  type Judgeable,
  type JudgedReading,
  type Judging,
  judgeReading,
  judgingFor,
  type Reach,
  reportSpent,
  withJudgeOption,
} from './judging.ts';
import { reportingLost } from './watched-encoder.ts';

const ATTACHED = z
  .array(z.string({ error: 'every entry of "attachments" must be text' }), { error: '"attachments" must be a list' })
  .nullish();

/** An utterance as a line of JSON. */
export const SAID_LINE = z.object({
  id: LINE_ID,
  text: z.string(mustBe('text', 'text')),
  attachments: ATTACHED,
});

/** A line stands alone: nothing before it, no baseline, no tense exchange known. */
const NO_CONTEXT: ReadingContext = { tense: false, earlier: [] };

/** What reads lines: the reader, and the encoder that helps it. */
export interface DetectParts {
  readonly reader: Reader;
  readonly encoder: Encoder;
  /** Whom to ask as well; absent, nobody. */
  readonly judging?: Judging | undefined;
}

/** Reads each line as one utterance; returns how many lines were bad. */
export async function detectLines(parts: LineStreams & DetectParts): Promise<number> {
  const { reader, encoder, judging, ...streams } = parts;
  return answerLines(streams, {
    schema: SAID_LINE,
    async answer(lines) {
      const said = await withBurstVectors(lines.map(saidIn), encoder);
      const readings = said.map((one) => ({ said: one, reading: readAlone(one, reader), earlier: [] }));
      if (!judging) return lines.map(({ id }, at) => ({ id, ...printed((readings[at] as Judgeable).reading) }));
      const judged = await inTwos(readings, (one) => judgeReading(one, judging));
      return lines.map(({ id }, at) => {
        const { reading, opinion } = judged[at] as JudgedReading;
        return { id, ...printed(reading), judge: opinion ?? null };
      });
    },
  });
}

/** What the line says; what is attached gets our names. */
export function saidIn({ text, attachments }: Pick<z.infer<typeof SAID_LINE>, 'text' | 'attachments'>): Said {
  return { text, attachments: (attachments ?? []).map(attachmentNamed) };
}

/** Reads an utterance that stands alone; one in a language that Nod cannot read is left alone, as live. */
export function readAlone(said: Said, reader: Reader): Reading {
  return isLeftAlone(undefined, tellLanguage(said.text)) ? { tender: false } : reader(said, NO_CONTEXT);
}

/** Adds `nod detect [FILE]`; its parts are made when the command runs. */
export function addDetect(program: Command, makeParts: () => DetectParts): void {
  withJudgeOption(program.command('detect'))
    .argument('[FILE]', 'JSON Lines of {"id","text","attachments"?}; without it, what is piped in')
    .description('Print what Nod hears in each utterance: bid, harshness, risk, tender.')
    .action(async (file: string | undefined, { judge }: { readonly judge?: Reach }) => {
      const judging = await judgingFor(judge);
      await runOnFile(file, (streams) =>
        reportingLost('detect', makeParts(), (parts) => detectLines({ ...streams, ...parts, judging })),
      );
      reportSpent(judging);
    });
}

function printed({ bid, harshness, risk, tender }: Reading): object {
  return {
    bid: bid ? printedBid(bid) : null,
    harshness: harshness ? { kind: harshness.kind, confidence: rounded(harshness.confidence) } : null,
    risk: risk ? { kind: risk.kind, confidence: rounded(risk.confidence) } : null,
    tender,
  };
}

function printedBid({ kind, intensity, confidence, because }: Bid): object {
  return { kind, intensity: rounded(intensity), confidence: rounded(confidence), because };
}

const OTHER_NAMES: Readonly<Record<string, Attachment>> = { photo: 'image', picture: 'image', audio: 'voice' };

/** Other people's files name things their way; something attached that we have no name for is a file. */
function attachmentNamed(name: string): Attachment {
  const known = ATTACHMENTS.find((attachment) => attachment === name);
  return known ?? (Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined) ?? 'file';
}
