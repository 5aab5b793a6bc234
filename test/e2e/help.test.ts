import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { texts } from '../../src/texts/texts.ts';
import { openStage, type Stage } from './support/stage.ts';

/** `/nod help` through Discord: alike for the two and for a stranger, whatever has become of the couple. */

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function askInDirect(by: PersonId): Promise<string> {
  const { discord } = stage;
  const { content } = await discord.shown(await discord.slash(by, discord.dm(by).channel, 'nod help'));
  await stage.settled();
  return content;
}

/** What each of the three reads, in the channel and in direct messages. */
async function everybodyReads(): Promise<ReadonlySet<string>> {
  const told: string[] = [];
  for (const person of [stage.ana, stage.ben, stage.cam]) {
    told.push(await stage.ask(person, 'help'), await askInDirect(person));
  }
  return new Set(told);
}

async function leave(by: PersonId): Promise<void> {
  const { discord, channel } = stage;
  const card = await discord.shown(await discord.slash(by, channel, 'nod leave'));
  await stage.press(by, card, texts.leave.confirm);
}

it('says the same to all three before and after a pause, a dangerous line and both leaving', async () => {
  // All three live in Germany: two by their zone, the third by the language of the app.
  const listening = await everybodyReads();
  await stage.say(stage.ben, 'i want to kill myself');
  await stage.wait(10 * MINUTE);
  const afterDanger = await everybodyReads();
  await stage.ask(stage.ben, 'pause');
  const paused = await everybodyReads();
  await leave(stage.ana);
  const oneLeft = await everybodyReads();
  await leave(stage.ben);
  const bothLeft = await everybodyReads();

  expect(await stage.ask(stage.ben, 'status')).toBe(texts.common.none);
  expect(listening.size).toBe(1);
  expect([...listening][0]).toContain('In Germany:\n· TelefonSeelsorge: call 0800 111 0 111');
  expect([afterDanger, paused, oneLeft, bothLeft]).toEqual([listening, listening, listening, listening]);
});
