import type { PairOpinion, ReadOpinion } from '../../domain/opinion.ts';
import { SECOND } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Judge, ReadQuestion } from '../../ports/judge.ts';
import type { Log } from '../../ports/log.ts';
import { jsonIn } from './answers.ts';
import { createBudget, type DailyTokens } from './budget.ts';
import { type Asking, createChat, guessTokens } from './chat.ts';
import { chatBlock } from './chat-block.ts';
import { endpointAt } from './endpoint.ts';
import { NoAnswer, noAnswerFrom } from './failures.ts';
import { createLimits, type LimitTerms } from './limits.ts';
import { createMeter } from './meter.ts';
import { createOpinionCache } from './opinion-cache.ts';
import { type Prepared, preparePair, prepareRead } from './shown.ts';

/** What a judge is made from. Source: the host's settings. */
export interface JudgeTerms extends Pick<LimitTerms, 'longest'> {
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  /** Whether words may travel unencrypted off this machine. */
  readonly plain: boolean;
  readonly dailyTokens: DailyTokens;
  readonly clock: Clock;
  readonly log: Log;
}

/** What is asked of a question before anything is made ready for sending. */
type Asked = Pick<ReadQuestion, 'couple' | 'sensitive'>;

/** A judge behind any server that speaks OpenAI's chat completions. Throws BAD_CONFIG where words would go unencrypted. */
export function createOpenAiJudge(terms: JudgeTerms): Judge {
  const { clock, log } = terms;
  const endpoint = endpointAt(terms.url, terms);
  const chat = createChat({ endpoint, model: terms.model, key: terms.key });
  const limits = createLimits(terms);
  const budget = createBudget(terms.dailyTokens, clock);
  const cache = createOpinionCache<ReadOpinion | PairOpinion>();
  const closing = new AbortController();
  const meter = createMeter();

  async function opine<Opinion extends ReadOpinion | PairOpinion>(
    { couple, sensitive }: Asked,
    prepare: () => Prepared<Opinion> | undefined,
  ): Promise<Opinion | undefined> {
    if (sensitive || closing.signal.aborted) return undefined;
    const startedAt = clock.now();
    try {
      const prepared = prepare();
      if (!prepared) return undefined;
      const fingerprint = cache.fingerprint(JSON.stringify([prepared.instructions, prepared.lines]));
      // The fingerprint holds the whole question, so what lies there was an answer to one of its kind.
      const opinion = (cache.get(fingerprint) as Opinion | undefined) ?? (await askFor(prepared, couple));
      cache.set(fingerprint, opinion);
      meter.opinion();
      return opinion;
    } catch (error) {
      meter.noOpinion();
      log.debug({ code: noAnswerFrom(error).code }, 'the judge gave no opinion');
      return undefined;
    } finally {
      meter.waited((clock.now() - startedAt) / SECOND);
    }
  }

  async function askFor<Opinion>(prepared: Prepared<Opinion>, couple: Asked['couple']): Promise<Opinion> {
    const asking = askingOf(prepared);
    const most = guessTokens(asking);
    const settle = budget.reserve(most, couple);
    if (!settle) throw new NoAnswer('out-of-budget');
    let paid = 0;
    const noting = {
      called: meter.called,
      paid(tokens: number) {
        paid += tokens;
      },
    };
    try {
      return await limits.keep(
        async (signal) => prepared.answers.opinionIn(jsonIn(await chat.ask(asking, { signal, meter: noting }))),
        closing.signal,
      );
    } catch (error) {
      if (noAnswerFrom(error).code === 'timed-out') paid += most; // it may well have been worked on, and billed
      throw error;
    } finally {
      settle(paid);
      meter.paid(paid);
    }
  }

  return {
    where: endpoint.where,
    async read(question) {
      return lowered(await opine(question, () => prepareRead(question)), question.intensity);
    },
    pair: (question) => opine(question, () => preparePair(question)),
    spent: meter.spent,
    async close() {
      closing.abort();
    },
  };
}

/** A prepared question as it is sent, its marks new each time. */
export const askingOf = ({ instructions, lines, answers }: Prepared<unknown>): Asking => ({
  instructions,
  chat: chatBlock(lines),
  schema: answers.schema,
});

/** No opinion says that more hangs on it than the reader heard. */
function lowered(opinion: ReadOpinion | undefined, atMost: number): ReadOpinion | undefined {
  return opinion && 'intensity' in opinion ? { ...opinion, intensity: Math.min(opinion.intensity, atMost) } : opinion;
}
