import { expect, it } from 'vitest';
import type { Pairer } from '../../src/domain/bid-response.ts';
import type { DyadState, PartnerState } from '../../src/domain/dyad.ts';
import { messageId } from '../../src/domain/ids.ts';
import type { Reader } from '../../src/domain/reading.ts';
import type { Asking, Opinion } from '../../src/engine/asking.ts';
import { createPairer } from '../../src/pair/pairer.ts';
import { dyadState } from '../support/dyad-state.ts';
import { at, couple, type Heard, NEWS, PASSES_BY, READER, say, WORRY } from './couple.ts';

const LINE = 'they kept my drawing on the wall';
const reader: Reader = (said, context) =>
  said.text === LINE
    ? { bid: { kind: 'attention', intensity: 0.6, confidence: 0.6, because: [] }, second: 'good-news', tender: false }
    : READER(said, context);

const HOLLOW = 'good for you';
const AGAINST = { turn: 'against', style: 'passive-destructive' } as const;
const HOLLOW_READ = { turn: 'toward', energy: 'low', style: 'passive-constructive', confidence: 0.6 } as const;
const rules = createPairer();
const pairer: Pairer = {
  ...rules,
  text: (bid, said) =>
    said.text === HOLLOW
      ? { reply: HOLLOW_READ, about: false, takesUp: false, second: AGAINST }
      : rules.text(bid, said),
};

const CHAT: readonly Heard[] = [
  say('ana', '12:00', LINE),
  say('ben', '12:04', 'wow congratulations!! tell me everything'),
  say('ana', '14:00', WORRY),
  say('ben', '14:03', PASSES_BY),
  say('ana', '16:00', NEWS),
  say('ben', '16:03', HOLLOW),
];

/** What was said to each question, and when: all that a replay needs. */
const RECORDED: readonly Opinion[] = [
  {
    ...{ type: 'opinion', at: at('12:01:32'), bidSeq: 100, second: 'good-news' },
    read: { kind: 'good-news', intensity: 1, confidence: 0.9 },
  },
  { type: 'opinion', at: at('14:10:10'), bidSeq: 101, read: { kind: 'vulnerability', intensity: 1, confidence: 0.6 } },
  {
    ...{ type: 'opinion', at: at('16:03:05'), bidSeq: 102 },
    answer: { messages: [messageId('ben-16:03')], read: HOLLOW_READ, second: AGAINST },
    pair: { ...AGAINST, confidence: 0.9 },
  },
];

function wanting(): DyadState {
  const state = dyadState({ time: at('08:00') });
  const want = (partner: PartnerState): PartnerState => ({
    ...partner,
    settings: { ...partner.settings, judge: 'local', judgeVulnerable: true },
  });
  return { ...state, partners: [want(state.partners[0]), want(state.partners[1])] };
}

/** Plays the chat with the recorded opinions; `parted` puts the state to rest as JSON before each of them. */
function play(parted = false) {
  const asked: Asking[] = [];
  const effects: unknown[] = [];
  let their = couple({ state: wanting(), options: { judge: 'local' }, reader, pairer });
  const all = [...CHAT, ...RECORDED].sort((one, other) => one.at - other.at);
  for (const one of all) {
    their.sleepUntil(one.at);
    if (one.type !== 'opinion') their.hear(one);
    else {
      const words = their.recall();
      effects.push(...their.effects);
      if (parted) their = couple({ state: asleep(their.session.state), options: { judge: 'local' }, reader, pairer });
      else their.effects.length = 0;
      their.session.refill(words);
      effects.push(...their.session.feed(one, one.at).effects);
    }
  }
  their.sleepUntil(at('27 12:00'));
  effects.push(...their.effects);
  for (const effect of effects as typeof their.effects) if (effect.do === 'ask-judge') asked.push(effect.asking);
  return { effects, asked, state: their.session.state };
}

const asleep = (state: DyadState): DyadState => JSON.parse(JSON.stringify(state));

it('recorded opinions bring about the same again, also where Nod slept before each of them', () => {
  const first = play();

  expect(first.asked.map(({ bidSeq }) => bidSeq)).toEqual(RECORDED.map(({ bidSeq }) => bidSeq));
  expect(first.effects).toContainEqual(
    expect.objectContaining({ do: 'record', moment: expect.objectContaining({ kind: 'good-news' }) }),
  );
  expect(first.effects.filter((one) => (one as { do: string }).do === 'nudge')).toEqual([]);
  expect(first.effects.filter((one) => (one as { do: string }).do === 'record')).toHaveLength(1);
  expect(play()).toEqual(first);
  expect(play(true)).toEqual(first);
});
