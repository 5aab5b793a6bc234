import type { PairOpinion, ReadOpinion } from '../../domain/opinion.ts';
import type { JudgedLine, PairQuestion, ReadQuestion } from '../../ports/judge.ts';
import { type Answers, pairAnswers, readAnswers, vetoesFor } from './answers.ts';
import type { ShownLine } from './chat-block.ts';
import { pairInstructions, readInstructions } from './prompts/instructions.ts';
import { createRedaction } from './redact.ts';

/** A question made ready: what is told, what is shown, what may be answered. */
export interface Prepared<Opinion> {
  readonly instructions: string;
  readonly lines: readonly ShownLine[];
  readonly answers: Answers<Opinion>;
}

/** Source: the promise of the consent card, "at most four lines before it". */
const MOST_EARLIER = 4;
/** What a judge sees of the line itself, and of those before it. Our choice: tone shows early. */
const LONGEST_SAID = 1_000;
const LONGEST_EARLIER = 300;

/** Undefined where nothing is left to be read. */
export function prepareRead(question: ReadQuestion): Prepared<ReadOpinion> | undefined {
  const { said, candidates } = question;
  const show = createShow(question);
  const read = show('read', said);
  if (read.said === '' || candidates.length === 0) return undefined;
  return {
    instructions: readInstructions(candidates, vetoesFor(candidates)),
    lines: [...earlierIn(question, show), read],
    answers: readAnswers(candidates),
  };
}

export function preparePair(question: PairQuestion): Prepared<PairOpinion> | undefined {
  const { bid, bidKind, reply, candidates } = question;
  const show = createShow(question);
  const replied = show('reply', reply);
  if (replied.said === '' || candidates.length === 0) return undefined;
  return {
    instructions: pairInstructions(bidKind, candidates),
    lines: [...earlierIn(question, show), show('bid', bid), replied],
    answers: pairAnswers(candidates),
  };
}

type Show = (line: ShownLine['line'], said: JudgedLine) => ShownLine;

function createShow({ names }: Pick<ReadQuestion, 'names'>): Show {
  const redact = createRedaction(names);
  return (line, { by, text }) => {
    const letters = [...redact(text)];
    return { line, by, said: letters.slice(0, line === 'earlier' ? LONGEST_EARLIER : LONGEST_SAID).join('') };
  };
}

function earlierIn({ earlier }: Pick<ReadQuestion, 'earlier'>, show: Show): readonly ShownLine[] {
  return earlier
    .slice(-MOST_EARLIER)
    .map((line) => show('earlier', line))
    .filter(({ said }) => said !== '');
}
