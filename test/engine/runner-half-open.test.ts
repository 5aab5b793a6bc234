import { describe, expect, it } from 'vitest';
import { SECOND } from '../../src/domain/time.ts';
import { type Encoder, NO_ENCODER } from '../../src/ports/encoder.ts';
import { hold } from '../support/hold.ts';
import { A_WORRY, ANA, BEN, openCouple, type Stage } from '../support/runner-stage.ts';

/** Changes what was said, while nothing of it is told. */
function editUnheard({ said, clock }: Stage, place: number, text: string): void {
  Object.assign(said[place] ?? {}, { text, editedAt: clock.now() });
}

const bidsOf = (stage: Stage) => stage.nod.runner.deskOfPerson(BEN)?.session.state.bids;

describe('a connection that is dead before anybody notices', () => {
  it('lets Nod keep to no words that were changed meanwhile', async () => {
    const stage = await openCouple();
    await stage.say(ANA, A_WORRY);
    await stage.clock.advance(20 * SECOND);
    editUnheard(stage, 0, 'the train leaves at nine');
    await stage.pass(2);
    const before = bidsOf(stage);
    await stage.cutOff();

    await stage.reconnect();
    await stage.pass(20);

    expect(before).toHaveLength(1);
    expect(bidsOf(stage)).toEqual([]);
    expect(stage.whispers).toEqual([]);
  });

  it('reads them once more where a press cut off what would have told of it', async () => {
    const edited = 'the train leaves at nine';
    const held = hold();
    let asked = 0;
    const encode: Encoder['encode'] = async (texts) => {
      if (texts.includes(edited)) asked += 1;
      if (asked === 2) await held.held(); // once with all that was recalled, then as an edit
      return NO_ENCODER.encode(texts);
    };
    const stage = await openCouple({ encoder: { ...NO_ENCODER, encode } });
    await stage.say(ANA, A_WORRY);
    await stage.clock.advance(20 * SECOND);
    editUnheard(stage, 0, edited);
    await stage.pass(2);
    await stage.cutOff();
    await stage.reconnect();

    const changed = stage.change(BEN, { do: 'settings', settings: { nudgesPerDay: 2 } });
    await stage.pass(1);
    held.letGo();
    await changed;
    await stage.pass(20);

    expect(asked).toBeGreaterThan(2);
    expect(bidsOf(stage)).toEqual([]);
  });
});
