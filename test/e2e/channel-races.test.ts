import { afterEach, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import type { Platform } from '../../src/ports/platform.ts';
import type { Store } from '../../src/ports/store.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';
import {
  A_WORRY,
  AN_ANSWER,
  answerWorry,
  COUPLE,
  countsIn,
  LONG_ENOUGH,
  NOTHING,
  namingLines,
  RESTING,
  restsOf,
  speakPast,
  statusOfBoth,
  unasked,
} from './support/channel-stage.ts';
import { openStage, type Stage } from './support/stage.ts';

/** Changes of mind while something else is under way: what came first counts, and nothing after it is heard. */

let stage: Stage;
afterEach(async () => {
  const named = namingLines(stage);
  await stage.close();
  expect(named, 'the log names nobody').toEqual([]);
});

/** Something that waits until it is let go. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Presses the last button of a command that asks once more. */
async function confirm({ discord, channel, press }: Stage, by: PersonId, path: string, button: RegExp) {
  const asked = await discord.shown(await discord.slash(by, channel, `nod ${path}`));
  return press(by, asked.id, button);
}

it('a pause while a batch is being saved: what was before it stays, nothing after it is heard', async () => {
  const gate = createGate();
  let isHeld = false;
  const store = (real: Store): Store => ({
    ...real,
    async commit(batch) {
      if (isHeld) await gate.opened;
      await real.commit(batch);
    },
  });
  stage = await openStage({ around: { store } });
  const { discord, ana, ben, channel, clock, settled } = stage;
  await answerWorry(stage);
  isHeld = true;
  discord.say(ana, channel, A_WORRY);
  void clock.advance(MINUTE);
  const pausing = discord.slash(ben, channel, 'nod pause');
  await discord.settled();
  const late = discord.say(ana, channel, 'and then the car broke down');
  await discord.settled();

  gate.open();
  const paused = await discord.shown(await pausing);
  await settled();

  expect(paused.content).toBe('Done, on your side.');
  expect(await statusOfBoth(stage)).toEqual([RESTING, RESTING]);
  expect(unasked(stage)).toEqual([]);
  expect(countsIn(await restsOf(stage))).toMatchObject({ ...COUPLE, moments: 1 });
  expect(findWords(databaseBytes(stage.file), [late])).toEqual([]);
});

it('both leave at once: each reads that it is done, and nothing of either rests', async () => {
  stage = await openStage();
  const { ana, ben, settled } = stage;
  await speakPast(stage);
  await stage.wait(LONG_ENOUGH);

  const done = await Promise.all([ana, ben].map((by) => confirm(stage, by, 'leave', /^leave:yes/)));
  await settled();

  expect(done.map(({ content }) => content)).toEqual(['Done, on your side.', 'Done, on your side.']);
  expect(new Set(await statusOfBoth(stage)).size).toBe(1);
  expect(unasked(stage)).toEqual([]);
  expect(countsIn(await restsOf(stage))).toEqual(NOTHING);
  expect(findWords(databaseBytes(stage.file), [ana, ben, stage.channel])).toEqual([]);
});

it('one deletes everything while history is being read: nothing of them rests, and the other reads one line', async () => {
  const gate = createGate();
  let isHeld = false;
  const platform = (real: Platform): Platform => ({
    ...real,
    async *history(channel, after) {
      if (isHeld) await gate.opened;
      yield* real.history(channel, after);
    },
  });
  stage = await openStage({ around: { platform } });
  const { discord, ana, ben, channel, wait, settled } = stage;
  await answerWorry(stage);
  isHeld = true;
  discord.kick('invalid');
  discord.say(ana, channel, A_WORRY);
  discord.say(ben, channel, AN_ANSWER);
  await discord.waitFor(() => discord.connected === 1);
  await discord.settled();

  const deleted = await confirm(stage, ben, 'data delete', /^data\/delete:yes/);
  gate.open();
  await settled();
  await wait(HOUR);

  expect(deleted.content).toMatch(/^Done\./);
  expect((await statusOfBoth(stage))[0]).toBe(RESTING);
  expect(unasked(stage)).toEqual([]);
  await stage.stop();
  expect(findWords(databaseBytes(stage.file), [ben])).toEqual([]);
  expect(findWords(databaseBytes(stage.file), [ana])).not.toEqual([]);
});
