import { EventEmitter } from 'node:events';
import { type Client, Events } from 'discord.js';
import { expect, it } from 'vitest';
import { MINUTE } from '../../../src/domain/time.ts';
import { createAbsence } from '../../../src/platforms/discord/absence.ts';
import { createVirtualClock } from '../../../src/virtual-clock.ts';
import { createNotes } from '../../support/notes.ts';

function away() {
  const client = new EventEmitter();
  const clock = createVirtualClock(0);
  const { log, notes } = createNotes();
  const absence = createAbsence({ client: client as unknown as Client, clock, log });
  return { client, clock, absence, notes };
}

it('says once that Discord is out of reach, and once that it is back', async () => {
  const { client, clock, notes } = away();

  for (let attempt = 0; attempt < 3; attempt += 1) client.emit(Events.ShardReconnecting, 0);
  await clock.advance(3 * MINUTE);
  client.emit(Events.ShardResume, 0);

  expect(notes.map(({ level }) => level)).toEqual(['warn', 'info']);
});

it('says nothing, and waits for nothing, once Nod has stopped', async () => {
  const { client, clock, absence, notes } = away();

  absence.stop();
  client.emit(Events.ShardReconnecting, 0);
  await clock.advance(3 * MINUTE);

  expect(notes).toEqual([]);
});
