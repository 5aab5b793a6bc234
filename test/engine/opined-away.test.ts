import { describe, expect, it } from 'vitest';
import type { PairOpinion, ReadOpinion } from '../../src/domain/opinion.ts';
import { SECOND } from '../../src/domain/time.ts';
import { settle } from '../support/clock.ts';
import { hold } from '../support/hold.ts';
import { createJudge, openWith } from '../support/judge-in-memory.ts';
import { AN_ANSWER, BEN, speakPast } from '../support/runner-stage.ts';

const AGREES: ReadOpinion = { kind: 'vulnerability', intensity: 1, confidence: 1 };
const PASSED_BY: PairOpinion = { turn: 'away', style: 'dismissing', confidence: 1 };

/** What Ben gave, whose answer was sent while Nod was cut off; a judge, if one says something, says it meanwhile. */
async function givenWith(says: { read?: ReadOpinion; pair?: PairOpinion }, minutes: number) {
  const { held, letGo } = hold();
  const { judge, asked } = createJudge({ ...says, until: held });
  const stage = await openWith(judge);
  await speakPast(stage);
  await stage.pass(8);
  for (let seconds = 0; seconds < 120 && asked.length === 0; seconds += 1) await stage.clock.advance(SECOND);
  await stage.cutOff();
  await stage.clock.advance(2 * SECOND);
  await stage.say(BEN, AN_ANSWER);
  await stage.pass(minutes);
  letGo();
  await settle();
  await stage.reconnect();
  await stage.pass(300);
  const given = await stage.deposits(BEN);
  await stage.nod.stop();
  return { given: given.map(({ availableSeconds, kind }) => ({ availableSeconds, kind })), asked: asked.length };
}

describe('an opinion that comes while the connection is gone', () => {
  it.each([0.1, 1, 245])(
    'moves no time on, so that what was said meanwhile counts as it did (%s minutes)',
    async (minutes) => {
      const [judged, unjudged] = [
        await givenWith({ read: AGREES, pair: PASSED_BY }, minutes),
        await givenWith({}, minutes),
      ];

      expect(judged.asked).toBeGreaterThan(0);
      expect(judged.given).toHaveLength(1);
      expect(judged.given).toEqual(unjudged.given);
    },
  );
});
