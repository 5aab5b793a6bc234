import { SECOND } from '../../domain/time.ts';
import { NodError } from '../../errors.ts';
import { jsonIn } from './answers.ts';
import { askingOf } from './asker.ts';
import { createChat, guessTokens } from './chat.ts';
import { endpointAt } from './endpoint.ts';
import { NoAnswer, type NoAnswerCode, noAnswerFrom } from './failures.ts';
import type { JudgeTerms } from './judge.ts';
import { LONGEST_ANSWER } from './limits.ts';
import { prepareRead } from './shown.ts';

/** One thing `nod doctor` looked at, as it prints it. */
interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly line: string;
  readonly fix?: string;
}

export interface CheckTerms extends Pick<JudgeTerms, 'url' | 'model' | 'key' | 'plain' | 'dailyTokens' | 'clock'> {
  /** What a million tokens cost, if the host has said so. */
  readonly price?: number | undefined;
  /** Until the call is given up; longer than live, since a model may have to be loaded first. */
  readonly longest?: number;
}

/** A local server that loads a model for its first question takes this long at most. Our choice. */
const LONGEST_FIRST_ANSWER = 60 * SECOND;

/** Makes one call about a line that nobody wrote, and says in one sentence what is wrong; never throws. */
export async function checkJudge(terms: CheckTerms): Promise<readonly Finding[]> {
  try {
    const endpoint = endpointAt(terms.url, terms);
    const place = endpoint.where === 'local' ? 'on this machine' : `in the cloud, at ${endpoint.host}`;
    const { seconds, tokens } = await askOnce(terms);
    const line = `The judge ${terms.model} answers ${place}, in ${seconds.toFixed(1)} s.`;
    return [speed(line, seconds), budget(terms, tokens)];
  } catch (error) {
    if (error instanceof NodError) return [{ name: 'judge', ok: false, line: error.message, fix: error.hint }];
    const { line, fix } = SENTENCES[noAnswerFrom(error).code];
    return [{ name: 'judge', ok: false, line, fix }];
  }
}

async function askOnce(terms: CheckTerms): Promise<{ readonly seconds: number; readonly tokens: number }> {
  const prepared = prepareRead(INVENTED);
  if (!prepared) throw new NoAnswer('off-schema');
  const asking = askingOf(prepared);
  const chat = createChat({ endpoint: endpointAt(terms.url, terms), model: terms.model, key: terms.key });
  let tokens = 0;
  const meter = {
    called() {},
    paid(count: number) {
      tokens = count;
    },
  };
  const startedAt = terms.clock.now();
  const signal = AbortSignal.timeout(terms.longest ?? LONGEST_FIRST_ANSWER);
  prepared.answers.opinionIn(jsonIn(await chat.ask(asking, { signal, meter })));
  return { seconds: (terms.clock.now() - startedAt) / SECOND, tokens: tokens || guessTokens(asking) };
}

const INVENTED = {
  said: { by: 'A', text: 'look at this dog' },
  candidates: ['attention'],
  intensity: 1,
  earlier: [],
  names: [],
  sensitive: false,
} as const;

function speed(line: string, seconds: number): Finding {
  const longest = LONGEST_ANSWER / SECOND;
  if (seconds <= longest) return { name: 'judge', ok: true, line };
  const fix = `Nod waits ${longest} s; ask again now that it is loaded, or choose a smaller model.`;
  return { name: 'judge', ok: false, line, fix };
}

function budget({ dailyTokens: { total, each }, price }: CheckTerms, tokens: number): Finding {
  const most = Math.floor(total / tokens);
  const money = price === undefined ? '' : `, at most ${((total / 1_000_000) * price).toFixed(2)} at your price`;
  const line = `It may cost ${total} tokens a day, ${each} a couple${money}; this question took ${tokens}, so about ${most} a day.`;
  if (most > 0) return { name: 'judge-budget', ok: true, line };
  return { name: 'judge-budget', ok: false, line, fix: 'Raise NOD_JUDGE_DAILY_TOKENS, or no question is ever asked.' };
}

const SERVER_AGAIN = 'Try again later; if it stays, look at what its server says.';

/** What a host reads, and does. */
const SENTENCES: Record<NoAnswerCode, { readonly line: string; readonly fix: string }> = {
  'key-refused': { line: 'The judge refused the key.', fix: 'Put the right one into .env as OPENAI_API_KEY.' },
  'model-unknown': {
    line: 'The judge knows no such model, or there is nothing at this address.',
    fix: 'Check OPENAI_MODEL, and that OPENAI_BASE_URL ends as its server says, mostly in /v1.',
  },
  'not-understood': {
    line: 'The judge did not accept the question in any form.',
    fix: 'Choose a model for chat; docs/judge.md says what it must be able to do.',
  },
  busy: {
    line: 'The judge is busy, or its quota is used up.',
    fix: 'Try again later, or look at your account there.',
  },
  'server-broken': { line: 'The server of the judge is out of order.', fix: SERVER_AGAIN },
  unreachable: {
    line: 'The judge cannot be reached.',
    fix: 'Check OPENAI_BASE_URL, whether its server runs, and its certificate if it is https.',
  },
  redirected: {
    line: 'The judge sends questions on to another address, which Nod does not follow.',
    fix: 'Put the address it means into .env as OPENAI_BASE_URL, or look at your proxy.',
  },
  'timed-out': { line: 'The judge took too long to answer.', fix: 'Choose a smaller model or a faster server.' },
  'called-off': { line: 'The question was called off before it was answered.', fix: SERVER_AGAIN },
  'not-an-answer': {
    line: 'What answers there is no judge: a page came back instead of JSON.',
    fix: 'Check OPENAI_BASE_URL, and whether a proxy or a sign-in page stands in between.',
  },
  'too-long': { line: 'The judge answers without end.', fix: 'Choose another model.' },
  'cut-off': {
    line: 'The judge thinks aloud for so long that its answer was cut off.',
    fix: 'Choose a model that answers at once.',
  },
  declined: { line: 'The judge declined to read an everyday line.', fix: 'Choose another model.' },
  'off-schema': {
    line: 'The model does not answer in the JSON it is asked for.',
    fix: 'Choose a model that can, or a server that holds it to a schema.',
  },
  'out-of-budget': { line: 'The budget of today is used up.', fix: 'Raise NOD_JUDGE_DAILY_TOKENS.' },
  resting: { line: 'The judge is left alone for a minute.', fix: SERVER_AGAIN },
};
