import { describe, expect, it } from 'vitest';
import { messageId } from '../../src/domain/ids.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { apply } from '../../src/engine/apply.ts';
import { ANA, answeredBid, BEN, dyadState, openBid, partnerState } from '../support/dyad-state.ts';
import { at, couple, NEWS, PASSES_BY, REJOICES, react, remove, say, unreact } from './couple.ts';

const CURSOR = messageId('now');
const SIGN = '🫖';

/** Ben has answered Ana's news of 14:00. */
function answered(reply = say('ben', '14:02', REJOICES)) {
  const their = couple();
  their.hear(say('ana', '14:00', NEWS), reply);
  their.sleepUntil(at('14:20'));
  return their;
}

describe('an answered bid', () => {
  it('is kept for 48 hours at most, with its words', () => {
    const their = answered();
    const kept = their.session.state.answered.map(({ by, energy }) => [by, energy]);
    const words = their.session.wordsHeld;

    their.sleepUntil(at('14:00') + 48 * HOUR);

    expect(kept).toEqual([[BEN, 'enthusiastic']]);
    expect(words).toBeGreaterThan(0);
    expect(their.session.state.answered).toEqual([]);
  });

  it('goes with its message', () => {
    const their = answered();

    their.hear(remove('15:00', 'ana-14:00'));

    expect(their.session.state.answered).toEqual([]);
  });

  it('is let go of once either comes back to it an hour later, not while it is still being answered', () => {
    const soon = answered();
    const later = answered();

    soon.hear(say('ana', '14:30', 'still so happy about the job'));
    soon.sleepUntil(at('14:40'));
    later.hear(say('ana', '15:30', 'still so happy about the job'));
    later.sleepUntil(at('15:40'));

    expect([soon, later].map(({ session }) => session.state.answered.length)).toEqual([1, 0]);
  });

  it('is as warm as the warmest that was said right away', () => {
    const their = answered(say('ben', '14:02', 'nice'));
    const before = their.session.state.answered.map(({ energy }) => energy);

    their.hear(say('ben', '14:25', 'wait THE JOB?! so happy for you, tell me everything!!'));
    their.sleepUntil(at('14:40'));

    expect(before).toEqual(['low']);
    expect(their.session.state.answered.map(({ energy }) => energy)).toEqual(['enthusiastic']);
  });

  it('notes an emoji in the answer, for the answer, and after it', () => {
    const inWords = answered(say('ben', '14:02', 'nice 🎉'));
    const alone = answered(react('ben', '14:02', 'ana-14:00', '👍'));
    const after = answered(say('ben', '14:02', 'nice'));
    after.hear(react('ben', '14:30', 'ana-14:00'));

    const noted = [inWords, alone, after].map(({ session }) => session.state.answered[0]?.withEmoji);

    expect(noted).toEqual([true, true, true]);
  });

  it('notes an emoji in any message of the answer, beside it, and in a line after it', () => {
    const inSecond = couple();
    inSecond.hear(say('ana', '14:00', NEWS), say('ben', '14:02', 'nice'), say('ben', '14:02:20', '❤️'));
    inSecond.sleepUntil(at('14:20'));
    const beside = couple();
    beside.hear(say('ana', '14:00', NEWS), say('ben', '14:02', 'nice'), react('ben', '14:02:30', 'ana-14:00'));
    beside.sleepUntil(at('14:20'));
    const later = answered(say('ben', '14:02', 'nice'));
    later.hear(say('ben', '14:22', '🎉🎉'));
    later.sleepUntil(at('14:30'));
    const never = answered(say('ben', '14:02', 'nice'));

    const noted = [inSecond, beside, later, never].map(({ session }) => session.state.answered[0]?.withEmoji);

    expect(noted).toEqual([true, true, true, undefined]);
  });

  it('is whispered about no more from the first word that comes back to it', () => {
    const their = couple({ state: dyadState({ time: at('14:05'), answered: [answeredBid()] }) });
    their.sleepUntil(at('26 10:00:10'));
    const before = their.nudges().length;

    their.hear(say('ben', '26 10:05', 'so how did they tell you about the job?'));

    expect(before).toBe(1);
    expect(their.effects.filter((effect) => effect.do === 'retract')).toHaveLength(1);
  });

  it('is followed by no whisper after words that Nod cannot read', () => {
    const their = answered();

    their.hear(say('ben', '16:00', 'oye, llamaste a tu madre? dice que no le contestas desde hace dos días'));
    their.sleepUntil(at('27 09:00'));

    expect(their.nudges()).toEqual([]);
  });

  it('ends with a rest, and with a switch', () => {
    const state = dyadState({ answered: [answeredBid()] });
    const risky = couple({ state: { ...state, time: at('14:10') } });

    const { state: paused } = apply(state, { do: 'pause' }, { by: ANA, at: at('14:10'), cursor: CURSOR });
    risky.hear(say('ana', '14:11', "i don't want to live anymore"));
    risky.sleepUntil(at('14:20'));

    expect(paused.answered).toEqual([]);
    expect(risky.session.state.answered).toEqual([]);
  });

  it('is asked after at most once a week', () => {
    const addedAt = [{ reason: 'follow-up', at: at('24 10:00') }] as const;
    const partners = [partnerState(), partnerState({ id: BEN, addedAt })] as const;
    const asked = couple({ state: dyadState({ partners, time: at('14:05'), answered: [answeredBid()] }) });
    const first = couple({ state: dyadState({ time: at('14:05'), answered: [answeredBid()] }) });

    for (const their of [asked, first]) {
      their.wakeOnce(at('14:06'));
      their.sleepUntil(at('14:00') + DAY);
    }

    expect(asked.nudges()).toEqual([]);
    expect(first.nudges()).toEqual(['26 10:00 follow-up to 2']);
  });

  it('is not asked after the next day when the promise to come back to it was whispered about', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), say('ben', '14:05', 'in a meeting, want to hear it tonight'));
    their.sleepUntil(at('27 12:00'));

    expect(their.nudges()).toEqual(['25 19:30 promise to 2']);
  });
});

describe('a promise that was kept within the hour', () => {
  it('leaves nothing to ask after the next day', () => {
    const their = couple();

    their.hear(
      say('ana', '14:00', NEWS),
      say('ben', '14:05', 'in a meeting, want to hear it tonight'),
      say('ben', '14:40', 'so, the job! tell me how they said it'),
    );
    their.sleepUntil(at('27 12:00'));

    expect(their.nudges()).toEqual([]);
  });
});

describe('the sign of the two', () => {
  const chosen = () => couple({ state: dyadState({ time: at('08:00'), sign: SIGN }) });

  it('counts at once, and reminds whoever gave it when they have not come back', () => {
    const their = chosen();

    their.hear(say('ana', '14:00', NEWS), react('ben', '14:05', 'ana-14:00', SIGN), say('ben', '14:10', PASSES_BY));
    their.sleepUntil(at('21:00'));

    expect(their.moments()).toMatchObject([{ by: BEN, energy: 'attentive' }]);
    expect(their.nudges()[0]).toBe('25 17:05 promise to 2');
  });

  it('is any other emoji where none was chosen', () => {
    const their = couple();

    their.hear(say('ana', '14:00', NEWS), react('ben', '14:05', 'ana-14:00', SIGN));
    their.sleepUntil(at('21:00'));

    expect(their.moments()).toMatchObject([{ energy: 'low' }]);
    expect(their.session.state.promises).toEqual([]);
  });

  it('reminds nobody who took it back within a minute', () => {
    const their = chosen();

    their.hear(
      say('ana', '14:00', NEWS),
      react('ben', '14:05', 'ana-14:00', SIGN),
      unreact('ben', '14:05:30', 'ana-14:00', SIGN),
    );

    expect(their.session.state.promises).toEqual([]);
  });

  it('is kept by coming back to it', () => {
    const their = chosen();

    their.hear(
      say('ana', '14:00', NEWS),
      react('ben', '14:05', 'ana-14:00', SIGN),
      say('ben', '16:00', 'ok tell me all about the job!! so proud of you'),
    );
    their.sleepUntil(at('21:00'));

    expect(their.nudges()).toEqual([]);
  });

  it('is chosen, changed and given up by either, with a line in their own ledger', () => {
    const context = { by: ANA, at: at('14:00'), cursor: CURSOR };

    const { state, effects } = apply(dyadState(), { do: 'sign', emoji: SIGN }, context);
    const again = apply(state, { do: 'sign', emoji: SIGN }, context);
    const { state: without } = apply(state, { do: 'sign', emoji: undefined }, { ...context, by: BEN });

    expect(state.sign).toBe(SIGN);
    expect(effects).toMatchObject([{ do: 'ledger', partner: ANA, entry: { about: 'sign', to: SIGN } }]);
    expect(again.effects).toEqual([]);
    expect(without).not.toHaveProperty('sign');
  });
});

describe('a joke', () => {
  const nudged = () =>
    dyadState({
      bids: [openBid({ nudged: true })],
      nudges: [
        {
          seq: 3,
          to: BEN,
          bidSeq: 1,
          kind: 'good-news',
          reason: 'silence',
          because: ['good-news/made-it'],
          at: at('14:10'),
        },
      ],
    });
  const context = { by: BEN, at: at('14:20'), cursor: CURSOR };

  it('makes Nod surer of that kind before it writes to that person again, and takes this one back', () => {
    const { state, effects } = apply(nudged(), { do: 'joke', seq: 3 }, context);

    expect(state.partners[1].settings.jokes).toEqual({ 'good-news': 1 });
    expect(state.partners[0].settings.jokes).toEqual({});
    expect(effects).toContainEqual({ do: 'retract', seq: 3 });
  });

  it('weighs less once a nudge of that kind has helped', () => {
    const { state } = apply(nudged(), { do: 'joke', seq: 3 }, context);
    const after = { ...state, nudges: nudged().nudges };

    const { state: helped } = apply(after, { do: 'helpful', seq: 3 }, context);

    expect(helped.partners[1].settings.jokes).toEqual({});
  });

  it('of a nudge that is over changes nothing', () => {
    const { state, effects } = apply(dyadState(), { do: 'joke', seq: 3 }, context);

    expect(state).toEqual(dyadState());
    expect(effects).toEqual([]);
  });
});
