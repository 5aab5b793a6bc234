import type { ChannelId, PersonId } from '../../src/domain/ids.ts';
import { channelId, messageId } from '../../src/domain/ids.ts';
import type { Pointed, PointedMessage } from '../../src/ports/command.ts';
import type { Stage } from './runner-stage.ts';

/** Two people's own direct messages, where no Nod is. */
const DIRECT: ChannelId = channelId('only-us');

/** Somebody points at the newest message with these words in the channel. */
export function pointAt(stage: Stage, by: PersonId, text: string, more: Partial<Pointed> = {}): Pointed {
  const said = stage.said.findLast((one) => one.text === text);
  if (!said) throw new Error(`nobody said “${text}”`);
  const { id, at, attachments, channel } = said;
  const message: PointedMessage = { id, by: said.by, at, text, attachments };
  return { by, channel, where: 'channel', locale: 'en-GB', at: stage.clock.now(), message, ...more };
}

/** Somebody points at a message in the two's direct messages, which nobody but Discord has seen so far. */
export function pointDirectly(stage: Stage, by: PersonId, said: { by: PersonId; text: string }): Pointed {
  const at = stage.clock.now();
  const message: PointedMessage = { id: messageId(`direct-${at}`), at, attachments: [], ...said };
  return { by, channel: DIRECT, where: 'direct', locale: 'en-GB', at, message };
}
