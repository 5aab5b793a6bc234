import type { APIInteraction, REST } from 'discord.js';
import { createPresses } from '../../../src/platforms/discord/presses.ts';
import type { Answer, NamedCommand } from '../../../src/ports/command.ts';
import { SILENT_LOG } from '../../../src/ports/log.ts';
import { ASKER, CHANNEL, NOW } from '../asker.ts';
import { createVirtualClock } from '../clock.ts';

/** The files of what stands around an answer, beside those of the commands. */
export const AROUND = ['behind-an-answer', 'instead-of-an-answer'] as const;

/** What somebody does on Discord: types, presses, submits a form, or points at a message. */
interface Done {
  readonly type: 2 | 3 | 5;
  readonly data: object;
  /** In a server; else in direct messages. */
  readonly guild?: string;
}

interface OnDiscord {
  readonly commands: readonly NamedCommand[];
  readonly answer?: Answer;
  readonly admits?: boolean;
}

/** What Discord is told to show to the asker, word for word. */
export async function saidOnDiscord(done: Done, { commands, answer, admits = true }: OnDiscord): Promise<string> {
  let said = 'nothing';
  const rest = {
    async post(_route: string, { body }: { readonly body: { readonly data?: { readonly content?: string } } }) {
      said = body.data?.content ?? said;
    },
  } as unknown as REST;
  const answered = async (): Promise<Answer> => answer ?? { card: { text: 'it was done' } };
  const listener = { asked: answered, pointed: answered, pressed: answered };
  const clock = createVirtualClock(NOW);
  const interacted = createPresses({ rest, commands, listener, clock, log: SILENT_LOG, admits: () => admits });
  const by = { user: { id: ASKER }, locale: 'en-GB' };
  const place = { channel: { id: CHANNEL, type: 1 }, ...(done.guild === undefined ? {} : { guild_id: done.guild }) };
  const { type, data } = done;
  await interacted({
    id: '1',
    token: 't',
    application_id: '2',
    type,
    data,
    ...by,
    ...place,
  } as unknown as APIInteraction);
  return said;
}
