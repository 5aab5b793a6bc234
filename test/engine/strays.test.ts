import { describe, expect, it } from 'vitest';
import { channelId, personId } from '../../src/domain/ids.ts';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { settle } from '../support/clock.ts';
import { openHeard, sayHeavy } from '../support/heavy.ts';
import { hold } from '../support/hold.ts';
import {
  A_WORRY,
  ANA,
  BEN,
  EVERYTHING,
  invite,
  letNodWhisper,
  openCouple,
  SPOKEN_PAST,
  type Stage,
} from '../support/runner-stage.ts';

const CEM = personId('cem');
const THEIRS = channelId('theirs');

/** A message that a killed process left, and nothing knows of. */
const leaveStray = ({ platform }: Stage, to = BEN) => platform.whisper(to, { text: 'left behind' }, 'stray');

const fatesOf = ({ whispers }: Stage) => whispers.map(({ sent: { message }, fate }) => [message, fate]);

/** Started anew, with Nod still looking for what is left over until it is let go. */
async function restartLooking(
  before: Stage,
): Promise<{ readonly stage: Stage; readonly lookIsOver: () => Promise<void> }> {
  const look = hold();
  before.faults.whispers = look.held;
  const stage = await before.restart(1);
  return {
    stage,
    async lookIsOver() {
      delete stage.faults.whispers;
      look.letGo();
      await settle();
    },
  };
}

/** Whatever is posted from now on is there at once, and its answer comes once it is let go. */
function holdAnswers({ platform }: Stage): ReturnType<typeof hold> {
  const answer = hold();
  const { whisper: post } = platform;
  Object.assign(platform, {
    whisper: async (...card: Parameters<typeof post>) => {
      const sent = await post(...card);
      await answer.held();
      return sent;
    },
  });
  return answer;
}

describe('looking for messages left behind', () => {
  it('leaves alone what went out meanwhile', async () => {
    const before = await openCouple();
    await leaveStray(before);
    const { stage, lookIsOver } = await restartLooking(before);
    await letNodWhisper(stage);

    await lookIsOver();

    expect(fatesOf(stage)).toEqual([
      ['whisper-stray', 'removed'],
      [expect.any(String), 'out'],
    ]);
  });

  it('leaves alone what is just being sent', async () => {
    const before = await openCouple();
    await leaveStray(before);
    const { stage, lookIsOver } = await restartLooking(before);
    const answer = holdAnswers(stage);
    await letNodWhisper(stage);

    await lookIsOver();
    const meanwhile = fatesOf(stage)[1];
    answer.letGo();
    await stage.pass(1);

    expect(meanwhile).toEqual([expect.any(String), 'out']);
    expect(fatesOf(stage)).toEqual([
      ['whisper-stray', 'removed'],
      [expect.any(String), 'out'],
    ]);
  });

  it('leaves alone a self-harm card that went out meanwhile, until its day is over', async () => {
    const before = await openHeard(true);
    await leaveStray(before, ANA);
    const { stage, lookIsOver } = await restartLooking(before);
    await sayHeavy(stage);

    await lookIsOver();
    const meanwhile = fatesOf(stage);
    await stage.pass(DAY / MINUTE);

    expect(meanwhile).toEqual([
      ['whisper-stray', 'removed'],
      [expect.any(String), 'out'],
    ]);
    expect(fatesOf(stage)[1]).toEqual([expect.any(String), 'removed']);
  });

  it('leaves alone a self-harm card that is just being sent', async () => {
    const before = await openHeard(true);
    const { stage, lookIsOver } = await restartLooking(before);
    const answer = holdAnswers(stage);
    await sayHeavy(stage);

    await lookIsOver();
    answer.letGo();
    await stage.pass(1);

    expect(fatesOf(stage)).toEqual([[expect.any(String), 'out']]);
  });

  it('leaves alone what goes to somebody who has left one couple and begun another', async () => {
    const before = await openCouple();
    await leaveStray(before);
    await before.change(BEN, { do: 'leave' });
    const theirs = await invite(before, [CEM, BEN], THEIRS);
    for (const person of [CEM, BEN]) await before.nod.askerFor(person).consent(theirs, EVERYTHING);
    await before.pass(1);
    await before.say(CEM, A_WORRY, THEIRS);
    await before.pass(2);
    await before.say(BEN, SPOKEN_PAST, THEIRS);
    await before.pass(10);

    const after = await before.restart(1);

    expect(fatesOf(after)).toEqual([
      ['whisper-stray', 'removed'],
      [expect.any(String), 'out'],
    ]);
  });
});
