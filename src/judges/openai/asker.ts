import type { DyadId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import { jsonIn } from './answers.ts';
import { createBudget, type DailyTokens } from './budget.ts';
import { type Asking, type ChatTerms, createChat, guessTokens } from './chat.ts';
import { chatBlock } from './chat-block.ts';
import { NoAnswer, noAnswerFrom } from './failures.ts';
import { createLimits, type LimitTerms } from './limits.ts';
import type { Meter } from './meter.ts';
import type { Prepared } from './shown.ts';

/** Asks what was prepared, within the limits and the budget. */
export interface Asker {
  /** Rejects with NoAnswer; once `calledOff` is aborted nothing is sent any more. */
  ask<Opinion>(prepared: Prepared<Opinion>, couple: DyadId | undefined, calledOff: AbortSignal): Promise<Opinion>;
}

export interface AskerTerms extends ChatTerms, LimitTerms {
  readonly dailyTokens: DailyTokens;
  readonly clock: Clock;
}

export function createAsker(terms: AskerTerms, meter: Meter): Asker {
  const chat = createChat(terms);
  const limits = createLimits(terms);
  const budget = createBudget(terms.dailyTokens, terms.clock);
  return {
    async ask(prepared, couple, calledOff) {
      const asking = askingOf(prepared);
      const most = guessTokens(asking);
      const settle = budget.reserve(most, couple);
      if (!settle) throw new NoAnswer('out-of-budget');
      let paid = 0;
      let wasSent = false;
      const noting = {
        called() {
          wasSent = true;
          meter.called();
        },
        paid(tokens: number) {
          paid += tokens;
        },
      };
      try {
        const answer = async (signal: AbortSignal) => jsonIn(await chat.ask(asking, { signal, meter: noting }));
        return await limits.keep(async (signal) => prepared.answers.opinionIn(await answer(signal)), calledOff);
      } catch (error) {
        const { code } = noAnswerFrom(error);
        const isGivenUp = code === 'timed-out' || code === 'called-off';
        if (isGivenUp && wasSent) paid += most; // it may well have been worked on, and billed
        throw error;
      } finally {
        settle(paid);
        meter.paid(paid);
      }
    },
  };
}

/** A prepared question as it is sent, its marks new each time. */
export const askingOf = ({ instructions, lines, answers }: Prepared<unknown>): Asking => ({
  instructions,
  chat: chatBlock(lines),
  schema: answers.schema,
});
