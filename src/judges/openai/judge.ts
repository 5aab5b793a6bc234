import type { PairOpinion, ReadOpinion } from '../../domain/opinion.ts';
import { SECOND } from '../../domain/time.ts';
import type { Judge, ReadQuestion } from '../../ports/judge.ts';
import { type AskerTerms, createAsker } from './asker.ts';
import { endpointAt } from './endpoint.ts';
import { noAnswerFrom } from './failures.ts';
import { createMeter } from './meter.ts';
import { createOpinionCache } from './opinion-cache.ts';
import { type Prepared, preparePair, prepareRead } from './shown.ts';

/** What a judge is made from. Source: the host's settings. */
export interface JudgeTerms extends Omit<AskerTerms, 'endpoint'> {
  readonly url: string;
  /** Whether words may travel unencrypted off this machine. */
  readonly plain: boolean;
}

/** What is looked at of a question before anything is made ready for sending. */
type Asked = Pick<ReadQuestion, 'couple' | 'sensitive'>;

/** A judge behind any server that speaks OpenAI's chat completions. Throws BAD_CONFIG where words would go unencrypted. */
export function createOpenAiJudge(terms: JudgeTerms): Judge {
  const { clock, log } = terms;
  const endpoint = endpointAt(terms.url, terms);
  const meter = createMeter();
  const asker = createAsker({ ...terms, endpoint }, meter);
  const remember = createMemory();
  const closing = new AbortController();

  async function opine<Opinion extends ReadOpinion | PairOpinion>(
    { couple, sensitive }: Asked,
    prepare: () => Prepared<Opinion> | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Opinion | undefined> {
    const calledOff = signal ? AbortSignal.any([closing.signal, signal]) : closing.signal;
    if (sensitive || calledOff.aborted) return undefined;
    const startedAt = clock.now();
    try {
      const prepared = prepare();
      if (!prepared) return undefined;
      const opinion = await remember(prepared, () => asker.ask(prepared, couple, calledOff));
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

  return {
    where: endpoint.where,
    host: endpoint.host,
    read: async (question, signal) =>
      lowered(await opine(question, () => prepareRead(question), signal), question.intensity),
    pair: (question, signal) => opine(question, () => preparePair(question), signal),
    spent: meter.spent,
    async close() {
      closing.abort();
    },
  };
}

/** Asks the same question once; what failed is asked anew. */
function createMemory() {
  const cache = createOpinionCache<ReadOpinion | PairOpinion>();
  return async <Opinion extends ReadOpinion | PairOpinion>(
    { instructions, lines }: Prepared<Opinion>,
    ask: () => Promise<Opinion>,
  ): Promise<Opinion> => {
    const fingerprint = cache.fingerprint(JSON.stringify([instructions, lines]));
    // The fingerprint is of the whole question, so what lies there answered one of its kind.
    const opinion = (cache.get(fingerprint) as Opinion | undefined) ?? (await ask());
    cache.set(fingerprint, opinion);
    return opinion;
  };
}

/** No opinion says that more hangs on it than the reader heard. */
function lowered(opinion: ReadOpinion | undefined, atMost: number): ReadOpinion | undefined {
  return opinion && 'intensity' in opinion ? { ...opinion, intensity: Math.min(opinion.intensity, atMost) } : opinion;
}
