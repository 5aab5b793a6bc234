import { describe, expect, it } from 'vitest';
import { messageId } from '../../src/domain/ids.ts';
import { apply } from '../../src/engine/apply.ts';
import { type Couple, couple, type Heard, NEWS, at as on, PASSES_BY, REJOICES, say } from '../engine/couple.ts';
import { BEN } from '../support/dyad-state.ts';

/**
 * `/nod us` tells both what is written down and what was kept: were a press of Ben's in a private message to take
 * something of that away, a line near its threshold would tell Ana of the press.
 */

const NEWS_OF_NOON = say('ana', '12:00', NEWS, { id: 'news' });
const PASSED = [NEWS_OF_NOON, say('ben', '12:05', PASSES_BY)];
const PROMISED = [NEWS_OF_NOON, say('ben', '12:02', 'in a meeting, want to hear all about it tonight')];

function live(before: readonly Heard[], after: readonly Heard[], pressesAt?: string): Couple {
  const their = couple();
  their.hear(...before);
  their.sleepUntil(on(pressesAt ?? '12:00'));
  if (pressesAt !== undefined) press(their, pressesAt);
  their.hear(...after);
  their.sleepUntil(on('27 23:00'));
  return their;
}

function press(their: Couple, time: string): void {
  const [nudge] = their.session.state.nudges;
  if (!nudge) throw new Error('no whisper is out that could be pressed');
  const context = { by: BEN, at: on(time), cursor: messageId('now') };
  their.session.replace(apply(their.session.state, { do: 'talked', seq: nudge.seq }, context).state);
}

const shared = (their: Couple) => ({
  moments: their.moments(),
  kept: their.session.state.partners.map(({ kept }) => kept ?? []),
});

describe('what both may read is the same whether Ben pressed [We talked] or nothing:', () => {
  it.each([
    ['he rejoices in chat too', PASSED, [say('ben', '13:00', REJOICES)], '12:30'],
    ['he points at it the day after', PASSED, [say('ben', '26 18:00', REJOICES, { replyTo: 'news' })], '12:30'],
    ['he keeps his promise in chat too', PROMISED, [say('ben', '20:00', REJOICES)], '19:40'],
  ] as const)('%s', (_, before, after, time) => {
    const pressed = live(before, after, time);

    const { moments, kept } = shared(pressed);
    expect({ moments, kept }).toEqual(shared(live(before, after)));
    expect(moments).toHaveLength(1);
  });

  it('he keeps his promise, and it counts', () => {
    const { kept } = shared(live(PROMISED, [say('ben', '20:00', REJOICES)], '19:40'));

    expect(kept[1]).toMatchObject([{ count: 1 }]);
  });

  it('and nothing more is said to him about it', () => {
    const pressed = live(PASSED, [], '12:30');

    expect(pressed.nudges()).toEqual([expect.stringContaining('passed-over')]);
    expect(pressed.turns()).toEqual(['nowhere']);
  });
});
