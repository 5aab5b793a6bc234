import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChannelId, PersonId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { texts } from '../../src/texts/texts.ts';
import type { MessageLike } from '../support/fake-discord/fake-discord.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';
import { openStage, type Stage } from './support/stage.ts';

/** `/nod data export` and `/nod data delete` through Discord, in one go, on one database file. */

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** The file that the command hands over, as it lies on Discord, and what stands beside it. */
async function takeAlong(by: PersonId, channel: ChannelId): Promise<{ content: string; text: string }> {
  const { discord } = stage;
  const { attachments, content, flags } = await discord.shown(await discord.slash(by, channel, 'nod data export'));
  await stage.settled();
  expect((flags ?? 0) & 64, 'only the asker sees it').toBe(64);
  const [attached] = attachments;
  return { content, text: Buffer.from(discord.world.files.get(attached?.id ?? '') ?? []).toString() };
}

async function askToDelete(by: PersonId): Promise<MessageLike> {
  const { discord } = stage;
  const card = await discord.shown(await discord.slash(by, discord.dm(by).channel, 'nod data delete'));
  await stage.settled();
  return card;
}

it('hands over the asker’s own file, alike while Nod rests', async () => {
  const { discord, ana, ben, channel } = stage;

  const listening = await takeAlong(ana, channel);
  await stage.ask(ben, 'pause');
  const resting = await takeAlong(ana, discord.dm(ana).channel);
  await stage.ask(ben, 'resume');

  expect(JSON.parse(listening.text)).toMatchObject({ settings: { zone: 'Europe/Berlin' }, weeks: [] });
  expect(listening.text).toContain(texts.rights.export.notEvidence);
  expect(listening.content).toContain(texts.rights.export.notEvidence);
  expect(resting).toEqual(listening);
  expect(listening.text).not.toMatch(new RegExp(`${ana}|${ben}|${channel}`));
});

it('deletes the person from the file and their direct messages, and tells the other nothing', async () => {
  const { discord, file, ana, ben } = stage;
  await stage.say(ana, 'today was awful, i feel so low');
  await stage.wait(2 * MINUTE);
  await stage.say(ben, 'did you pay the gas bill');
  await stage.wait(10 * MINUTE);
  const before = [findWords(databaseBytes(file), [ben]).length, stage.whispersTo(ben).length];
  const posted = discord.messages(stage.channel).length;

  const card = await askToDelete(ben);
  const { content } = await stage.press(ben, card, texts.rights.delete.confirm);
  await stage.wait(MINUTE);

  expect(before).toEqual([1, 1]);
  expect(content).toBe(texts.rights.delete.done);
  expect(findWords(databaseBytes(file), [ben])).toEqual([]);
  expect(findWords(databaseBytes(file), [ana])).toHaveLength(1);
  expect(stage.whispersTo(ben).filter((text) => text === texts.whisper.line || text === texts.whisper.done)).toEqual(
    [],
  );
  expect(discord.messages(stage.channel)).toHaveLength(posted);
  for (const path of ['status', 'me', 'us']) expect(await stage.ask(ana, path)).toBe(texts.common.resting);
  expect(await stage.ask(ben, 'status')).toBe(texts.common.none);
});

it('answers the same to a stranger, and once more to the one who has deleted', async () => {
  for (const person of [stage.cam, stage.ben]) {
    const { content } = await stage.press(person, await askToDelete(person), texts.rights.delete.confirm);

    expect(content).toBe(texts.rights.delete.done);
  }
});

it('takes nothing that began after the card was made, until it is asked again', async () => {
  const { discord, file, guild, ben, cam } = stage;
  const old = await askToDelete(cam);
  const elsewhere = discord.addChannel(guild, { name: 'more', visibleTo: [ben, cam, discord.bot] });
  await discord.shown(await discord.slash(cam, elsewhere, 'nod start', { partner: ben }));
  await stage.settled();

  const again = await stage.press(cam, old, texts.rights.delete.confirm);
  const meanwhile = findWords(databaseBytes(file), [cam]).length;
  const { content } = await stage.press(cam, again.id, texts.rights.delete.confirm);

  expect(again.content).toContain(texts.rights.delete.newer);
  expect(meanwhile).toBe(1);
  expect(content).toBe(texts.rights.delete.done);
  expect(findWords(databaseBytes(file), [cam])).toEqual([]);
  expect(findWords(databaseBytes(file), [ben]), 'an invitation goes on for the other').toHaveLength(1);
});
