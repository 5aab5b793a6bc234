import { describe, expect, it } from 'vitest';
import { command as askPlainly } from '../../commands/ask.ts';
import { command as status } from '../../commands/status.ts';
import { channelId, type PersonId, personId } from '../../src/domain/ids.ts';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { NodError, sayError } from '../../src/errors.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { channelUnknown, permissionMissing } from '../../src/platforms/discord/failures.ts';
import type { ChannelReport } from '../../src/ports/platform.ts';
import { texts } from '../../src/texts/texts.ts';
import { ASKER, CHANNEL } from '../support/asker.ts';
import { expectFits } from '../support/fits.ts';
import { ANA, BEN, EVERYTHING, CHANNEL as OURS, openCouple, openStage, type Stage } from '../support/runner-stage.ts';
import { type AROUND, saidOnDiscord } from '../support/shown/around.ts';
import { renderAnswer } from '../support/shown/render.ts';

/** What hangs behind an answer, and what is said in the place of one, as files to read beside those of the commands. */

const FOLDER = new URL('./shown/', import.meta.url);

const commands = await loadCommands(new URL('../../commands/', import.meta.url));

type Told = readonly (readonly [when: string, text: string])[];

async function expectInFile(told: Told, file: (typeof AROUND)[number]): Promise<void> {
  const scenes = told.map(([when, text]) => `## ${when}\n\n${text.replace(/^(?=.)/gm, '    ')}`);
  for (const [, text] of told) expectFits({ card: { text } });
  await expect(`# ${file}\n\n${scenes.join('\n\n')}\n`).toMatchFileSnapshot(new URL(`${file}.txt`, FOLDER).pathname);
}

/** The answer to `/nod status`, with all that hangs behind it. */
async function statusOf({ listener, clock }: Stage, where: 'dm' | 'server' = 'server'): Promise<string> {
  const ask = { by: BEN, channel: OURS, where, locale: 'en-GB', at: clock.now(), options: {} };
  return renderAnswer(await listener.asked(status, ask));
}

/** Both say something every other day, so that neither counts as gone. */
async function chat(stage: Stage, days: number): Promise<void> {
  for (let day = 0; day < days; day += 2) {
    for (const person of [ANA, BEN]) await stage.say(person, 'on the bus now');
    await stage.pass((2 * DAY) / MINUTE);
  }
}

async function whereMessagesAreClosed(): Promise<string> {
  const stage = await openCouple();
  stage.faults.whisper = () => {
    throw new NodError('DIRECT_MESSAGES_CLOSED', 'They are closed.', 'Open them.');
  };
  await stage.say(ANA, 'today was awful, i feel so low');
  await stage.pass(2);
  await stage.say(BEN, 'did you move the car?');
  await stage.pass(30);
  return statusOf(stage);
}

async function inAnotherLanguage(): Promise<string> {
  const stage = await openCouple();
  for (let line = 0; line < 10; line += 1) {
    await stage.say(BEN, `das war heute wirklich ein sehr langer Tag bei der Arbeit, Nummer ${line}`);
    await stage.pass(10);
  }
  return statusOf(stage);
}

async function afterDays(days: number): Promise<string> {
  const stage = await openCouple();
  await chat(stage, days);
  return statusOf(stage);
}

describe('what hangs behind an answer', () => {
  it('stands in its file', async () => {
    const told: Told = [
      ['Behind the first answer in direct messages', await statusOf(await openCouple(), 'dm')],
      ['Their direct messages are closed', await whereMessagesAreClosed()],
      ['They write another language', await inAnotherLanguage()],
      ['Consent is asked for again', await afterDays(34)],
      ['Nobody said yes in time', await afterDays(66)],
    ];

    await expectInFile(told, 'behind-an-answer');
  });
});

const saidBy = (failing: Promise<unknown>): Promise<string> => failing.then(() => 'it was done', sayError);

function reports(stage: Stage, report: Partial<ChannelReport>): void {
  const found = { readable: true, missing: [], others: 0, absent: [], bots: [], ...report };
  Object.assign(stage.platform, { inspect: async () => found });
}

async function asking(report: Partial<ChannelReport>, partner: PersonId = BEN): Promise<string> {
  const stage = await openStage();
  reports(stage, report);
  return saidBy(stage.nod.askerFor(ANA).invite(partner, OURS));
}

async function unsaved(): Promise<string> {
  const stage = await openCouple();
  stage.faults.commit = () => {
    throw new Error('the disk is full');
  };
  return saidBy(stage.change(BEN, { do: 'pause' }));
}

const GUILD = '5';
const message = {
  id: '9',
  channel_id: CHANNEL,
  type: 0,
  author: { id: '8' },
  content: '',
  attachments: [],
  embeds: [],
};

/** Typed, pressed or pointed at where it does not work. */
const TYPED = { type: 2, data: { type: 1, name: 'nod', options: [{ type: 1, name: 'start', options: [] }] } } as const;
const POINTED = {
  type: 2,
  data: { type: 3, name: texts.noticed.name, target_id: '9', resolved: { messages: { 9: message } } },
} as const;
const OF_ANOTHER = { type: 3, data: { custom_id: 'whisper:open:3.12:77', component_type: 2 } } as const;
const FORM = { type: 5, data: { custom_id: `ask:written::${ASKER}`, components: [] } } as const;
const GONE = { type: 3, data: { custom_id: `whisper:gone:3.12:${ASKER}`, component_type: 2 } } as const;

describe('what is said instead of an answer', () => {
  it('stands in its file', async () => {
    const couple = await openCouple();
    const [cleo, theirs] = [personId('cleo'), channelId('theirs')];
    const told: Told = [
      ['Asking oneself', await asking({}, ANA)],
      ['Asking a bot', await asking({ bots: [BEN] })],
      ['Where Nod lacks permissions', await asking({ missing: ['View Channel', 'Send Messages'] })],
      ['Where Discord refuses the card after all', sayError(permissionMissing('Send Messages'))],
      ['Where the channel is gone', sayError(channelUnknown())],
      ['Where the other does not see the channel', await asking({ absent: [BEN] })],
      ['In a couple already', await saidBy(couple.nod.askerFor(ANA).invite(cleo, theirs))],
      ['In the channel of two others', await saidBy(couple.nod.askerFor(cleo).invite(personId('dan'), OURS))],
      ['The invitation has ended', await saidBy(couple.nod.askerFor(cleo).consent(77, EVERYTHING))],
      ['It could not be saved', await unsaved()],
      ['Something nobody expected', sayError(new TypeError('x is not a function'))],
      ['A command for servers, in direct messages', await saidOnDiscord(TYPED, { commands })],
      ['An entry of a message’s menu, where it does not work', await saidOnDiscord(POINTED, { commands })],
      ['A button of a card for somebody else', await saidOnDiscord(OF_ANOTHER, { commands })],
      ['A button that Nod no longer has', await saidOnDiscord(GONE, { commands })],
      ['A form after a form', await saidOnDiscord(FORM, { commands, answer: await askPlainly.run() })],
      [
        'A server that Nod is not meant for',
        await saidOnDiscord({ ...TYPED, guild: GUILD }, { commands, admits: false }),
      ],
    ];

    await expectInFile(told, 'instead-of-an-answer');
  });
});
