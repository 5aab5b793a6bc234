import { DAY, HOUR, MINUTE, SECOND } from '../../../src/domain/time.ts';
import type { Talk } from './conversation.ts';
import { MONDAY_EVENING } from './stage.ts';

/** Days of a couple as the dice draw them: every kind of line, answer and change of mind, a rare word in each. */

export interface DiceTalk extends Talk {
  readonly dice: () => number;
  /** What has been drawn so far, by name. */
  readonly drawn: Set<string>;
}

/** What somebody says, one or more messages in a row; `@` stands for a rare word. */
const OPENERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'good news': [['guess what', 'I GOT IT @', '🎉'], ['they said yes to my draft!! @'], ['i passed the @ test!!!']],
  worry: [['today was awful, i feel so low @'], ['i think i messed up the interview @'], ['so tired of the @']],
  affection: [['miss your face @'], ['thank you for doing the dishes ❤️ @'], ['love you, @']],
  request: [['can you call the landlord about the @'], ['could you pick up the @ on your way']],
  question: [['how did the dentist go @'], ['did you sleep ok, @?'], ['what did the @ say?']],
  showing: [['look at this dog @', 'he has a tiny @'], ['check out this @']],
  play: [['bet you cannot guess what the cat did 😏 @'], ['AND THEN THE @ WAS ON FIRE']],
  repair: [['sorry i snapped, that was not about you @'], ['can we start over, @?']],
  plain: [['on the bus @'], ['home in ten, @'], ['@']],
  harsh: [['you never listen to me @'], ['whatever. i am done talking @'], ["it's not my fault, you never tell me @"]],
  tender: [["my grandma died this morning, i'm heartbroken, @"], ["can't wait to undress you tonight 🔥 @"]],
  foreign: [
    ['ich vermisse dich so sehr, heute war ein schlimmer Tag, @'],
    ['hoy fue un día horrible y te echo mucho de menos, @'],
    ["j'ai eu le poste, je suis tellement heureuse, @"],
    ['сьогодні був важкий день, я дуже скучаю, @'],
  ],
};

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  warm: ['no way, tell me everything!! @', 'oh love, that sounds so hard. want to talk? @', 'miss you too @'],
  short: ['nice @', 'ok @', 'k @'],
  past: ['did you move the car? @', 'the @ is broken again'],
  against: ['stop nagging me, do it yourself, @', 'not now @'],
  later: ['in a meeting, want to hear it tonight @', 'busy with the @, tell me at 8'],
  foreign: ['das klingt ja schrecklich, ich bin gleich bei dir, @', 'qué bien, cuéntamelo todo, @'],
};

const HEARTS = ['❤️', '🎉', '👍', '😂', '🫂'];

/** Plays one day from its morning on, as drawn. */
export async function playDay(talk: DiceTalk, day: number): Promise<void> {
  const { clock, dice } = talk;
  await clock.advanceTo(MONDAY_EVENING + day * DAY - 8 * HOUR + Math.floor(dice() * 120) * MINUTE);
  const exchanges = 2 + Math.floor(dice() * 2);
  for (let one = 0; one < exchanges; one += 1) {
    await playExchange(talk);
    await talk.wait((10 + Math.floor(dice() * 150)) * MINUTE);
  }
}

/** The one that was drawn least recently, so that a month has them all. */
function draw<T>({ dice, drawn }: DiceTalk, table: Readonly<Record<string, T>>): T {
  const names = Object.keys(table);
  const fresh = names.filter((name) => !drawn.has(name));
  const from = fresh.length > 0 ? fresh : names;
  const name = from[Math.floor(dice() * from.length)] as string;
  drawn.add(name);
  return table[name] as T;
}

const pick = <T>({ dice }: DiceTalk, from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T;
const filled = ({ rare }: Talk, line: string) => line.replaceAll('@', () => rare());

async function playExchange(talk: DiceTalk): Promise<void> {
  const { ana, ben, dice, say, wait } = talk;
  const [by, other] = dice() < 0.5 ? [ana, ben] : [ben, ana];
  let said = '';
  for (const line of pick(talk, draw(talk, OPENERS))) {
    said = await say(by, filled(talk, line));
    await wait((5 + Math.floor(dice() * 40)) * SECOND);
  }
  await wait((1 + Math.floor(dice() * 12)) * MINUTE);
  await draw(talk, FATES)(talk, { by, other, said });
  await wait(2 * MINUTE);
}

/** Who said what, and who may answer. */
interface Opened {
  readonly by: Talk['ana'];
  readonly other: Talk['ana'];
  readonly said: string;
}

type Fate = (talk: DiceTalk, opened: Opened) => Promise<unknown>;

/** What becomes of what somebody said. */
const FATES: Readonly<Record<string, Fate>> = {
  'an answer': (talk, { other }) => talk.say(other, filled(talk, pick(talk, draw(talk, ANSWERS)))),
  'a reply': (talk, { other, said }) =>
    talk.say(other, filled(talk, pick(talk, draw(talk, ANSWERS))), { replyTo: said }),
  async 'a reaction, and another taken back'(talk, { other, said }) {
    talk.discord.react(other, said, pick(talk, HEARTS));
    talk.discord.react(other, said, '🙈');
    await talk.wait(20 * SECOND);
    talk.discord.unreact(other, said, '🙈');
  },
  'an emoji of their own': async ({ discord, rare }, { other, said }) =>
    discord.react(other, said, `${rare()}:1500000000000000009`),
  'an edit': async ({ discord, rare }, { said }) => discord.edit(said, `i mean something else, ${rare()}`),
  'a removal': async ({ discord }, { said }) => discord.remove(said),
  async 'an answer that is changed and removed'({ discord, say, wait, rare }, { other }) {
    const answer = await say(other, `did you see the ${rare()}?`);
    await wait(MINUTE);
    discord.edit(answer, `that sounds so hard, i am here, ${rare()}`);
    await wait(MINUTE);
    discord.removeMany([answer, await say(other, `and the ${rare()}`)]);
  },
  'an answer with everything on it': ({ say, rare }, { other }) =>
    say(other, `https://${rare()}.example/${rare()} \`${rare()}\`\n> ${rare()}`, {
      attachments: [{ filename: `${rare()}.jpg`, content_type: 'image/jpeg', description: rare() }],
      stickers: [rare()],
      embeds: [{ title: rare(), description: rare(), url: `https://${rare()}.example/` }],
    }),
  'a voice note': ({ say, rare }, { other }) =>
    say(other, '', { voice: true, attachments: [{ filename: `${rare()}.ogg`, content_type: 'audio/ogg' }] }),
  async 'typing, and nothing'({ discord, channel, wait }, { other }) {
    discord.type(other, channel);
    await wait(30 * SECOND);
  },
  async 'a call'({ discord, guild, wait }, { by, other }) {
    const call = discord.addVoiceChannel(guild, { name: 'attic' });
    for (const who of [by, other]) discord.join(who, call);
    await wait(5 * MINUTE);
    for (const who of [by, other]) discord.join(who, null);
  },
  async 'a third person'({ discord, cam, channel, say, rare }, { said }) {
    const theirs = await say(cam, `congratulations on the ${rare()}`, { replyTo: said });
    discord.edit(theirs, `sorry about the ${rare()}`);
    discord.react(cam, said, '🎉');
    discord.type(cam, channel);
  },
  'a webhook': ({ say, rare }, { by }) => say(by, `in my name, ${rare()}`, { webhook: true }),
  'words of somebody else': ({ say, rare }, { by }) => say(by, `passed on: ${rare()}`, { forwarded: true }),
  'a thread': async ({ discord, channel, rare }, { other }) =>
    discord.say(other, discord.addThread(channel, rare()), `in a thread, ${rare()}`),
  'a line to Nod alone': async ({ discord, rare }, { other }) =>
    discord.say(other, discord.dm(other).channel, `hello ${rare()}, i feel low`),
  silence: async () => {},
};

/** Everything a month has to have drawn. */
export const DRAWABLE: readonly string[] = [OPENERS, ANSWERS, FATES].flatMap((table) => Object.keys(table));
