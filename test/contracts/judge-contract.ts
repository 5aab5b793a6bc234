import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repliesTo } from '../../src/domain/opinion.ts';
import type { Judge, PairQuestion, ReadQuestion } from '../../src/ports/judge.ts';

/** A judge under test, whose model can be made to answer anything, and to fail in every way its kind of judge can. */
export interface JudgeOnTrial {
  readonly judge: Judge;
  /** From now on the model answers a read question with this. */
  answer(fields: Record<string, unknown>): void;
  /** From now on everything fails. */
  fail(): void;
  /** How many questions left Nod so far. */
  asked(): number;
  end(): Promise<void>;
}

export const readQuestion = (more: Partial<ReadQuestion> = {}): ReadQuestion => ({
  said: { by: 'A', text: 'oh great, another monday' },
  candidates: ['good-news', 'vulnerability'],
  intensity: 0.6,
  earlier: [{ by: 'B', text: 'how is work' }],
  names: [],
  sensitive: false,
  ...more,
});

export const pairQuestion = (more: Partial<PairQuestion> = {}): PairQuestion => ({
  bidKind: 'good-news',
  bid: { by: 'A', text: 'i got the job' },
  reply: { by: 'B', text: 'sure you did' },
  candidates: repliesTo('good-news'),
  earlier: [],
  names: [],
  sensitive: false,
  ...more,
});

/** What every judge must do, whatever gives its opinions. */
export function judgeContract(makeTrial: () => Promise<JudgeOnTrial>): void {
  let trial: JudgeOnTrial;
  beforeEach(async () => {
    trial = await makeTrial();
  });
  afterEach(() => trial.end());

  describe('opinions', () => {
    it('chooses one of the candidates', async () => {
      trial.answer({ kind: 'vulnerability' });

      const opinion = await trial.judge.read(readQuestion());

      expect(opinion).toMatchObject({ kind: 'vulnerability' });
    });

    it('never says that more hangs on it than the reader heard', async () => {
      trial.answer({ kind: 'good-news', intensity: 1 });

      const opinion = await trial.judge.read(readQuestion({ intensity: 0.3 }));

      expect(opinion).toMatchObject({ kind: 'good-news', intensity: 0.3 });
    });

    it('gives no opinion when it would choose what it was not offered', async () => {
      trial.answer({ kind: 'affection' });

      expect(await trial.judge.read(readQuestion())).toBeUndefined();
    });

    it('keeps to the bound of each question, also when it was asked the same before', async () => {
      trial.answer({ kind: 'good-news', intensity: 0.5 });

      const first = await trial.judge.read(readQuestion({ intensity: 0.6 }));
      const second = await trial.judge.read(readQuestion({ intensity: 0.1 }));

      expect([first, second]).toMatchObject([{ intensity: 0.5 }, { intensity: 0.1 }]);
    });
  });

  describe('no opinion', () => {
    it('lets nothing sensitive leave Nod, whoever asks', async () => {
      const read = await trial.judge.read(readQuestion({ sensitive: true }));
      const pair = await trial.judge.pair(pairQuestion({ sensitive: true }));

      expect([read, pair, trial.asked()]).toEqual([undefined, undefined, 0]);
    });

    it('asks nothing where nothing is to be read or to be chosen from', async () => {
      const wordless = await trial.judge.read(readQuestion({ said: { by: 'A', text: ' ' } }));
      const choiceless = await trial.judge.pair(pairQuestion({ candidates: [] }));

      expect([wordless, choiceless, trial.asked()]).toEqual([undefined, undefined, 0]);
    });

    it('never rejects when everything fails', async () => {
      trial.fail();

      const opinions = [await trial.judge.read(readQuestion()), await trial.judge.pair(pairQuestion())];

      expect(opinions).toEqual([undefined, undefined]);
      expect(trial.judge.spent()).toMatchObject({ opinions: 0, noOpinions: 2 });
    });

    it('lets nothing leave Nod once nobody waits for it', async () => {
      const read = await trial.judge.read(readQuestion(), AbortSignal.abort());
      const pair = await trial.judge.pair(pairQuestion(), AbortSignal.abort());

      expect([read, pair, trial.asked()]).toEqual([undefined, undefined, 0]);
    });

    it('gives none once it is closed, and may be closed twice', async () => {
      await trial.judge.close();
      await trial.judge.close();

      expect(await trial.judge.read(readQuestion())).toBeUndefined();
      expect(trial.asked()).toBe(0);
    });
  });

  it('counts what it costs', async () => {
    trial.answer({ kind: 'none' });

    await trial.judge.read(readQuestion());

    expect(trial.judge.spent()).toMatchObject({ calls: 1, opinions: 1, noOpinions: 0 });
    expect(trial.judge.spent().tokens).toBeGreaterThan(0);
  });
}
