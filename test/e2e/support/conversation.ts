import { DAY, HOUR, MINUTE, SECOND } from '../../../src/domain/time.ts';
import { consent, invite } from './consenting.ts';
import type { RareWords } from './rare-words.ts';
import { MONDAY_EVENING, type Stage } from './stage.ts';

/** A week of a couple in which everything happens that Nod has code for; every line holds a rare word. */

export interface Talk extends Stage {
  readonly rare: RareWords['next'];
}

type Scene = (talk: Talk) => Promise<void>;

/** A message with this word makes the engine fail in a way nobody foresaw; see the test. */
export const SURPRISE = 'unfathomable';

/** The scenes in their order, by name; each begins where the one before it ended. */
export const SCENES: Readonly<Record<string, Scene>> = {
  async 'asking and agreeing'(talk) {
    const { ana, ben, cam, say, press, rare } = talk;
    await say(ana, `nobody has agreed yet, ${rare()}`);
    const card = await invite(talk);
    await press(cam, card, 'What is this?');
    for (const by of [ana, ben]) {
      await consent(talk, by, card, { city: rare(), hours: { quiet: rare(), away: `9 to ${rare()}`, usual: '' } });
      await say(by, `and yet nothing is read, ${rare()}`);
    }
  },

  async 'a whisper that helps, and is not wanted again'(talk) {
    await speakPast(talk, `i got the promotion!!! i'm so happy 🎉 ${talk.rare()}`);
    await pressOpened(talk, 'ben', 'Helpful');
    await pressOpened(talk, 'ben', 'Not this');
  },

  async 'a whisper about what they talked about elsewhere'(talk) {
    const { ana, ben, say, wait, rare } = talk;
    await goTo(talk, 1, '18:00');
    await say(ben, `so ${rare()}`);
    await say(ana, `the gas, ${rare()}`);
    await wait(2 * MINUTE);
    await say(ben, 'today was awful, i feel so low');
    await wait(2 * MINUTE);
    await say(ana, 'did you pay the gas bill');
    await wait(15 * MINUTE);
    await pressOpened(talk, 'ana', 'We talked');
  },

  async 'a whisper about silence, and none more that day'(talk) {
    const { discord, ana, ben, channel, say, wait, rare } = talk;
    await goTo(talk, 2, '17:00');
    discord.type(ben, channel);
    await say(ben, `heading home now, ${rare()}`);
    await wait(10 * MINUTE);
    await say(ana, `so ${rare()}`);
    await wait(2 * MINUTE);
    await say(ana, 'today was awful, i feel so low');
    await wait(3 * HOUR);
    await pressOpened(talk, 'ben', 'Not today');
  },

  async 'a promise, and no more whispers at all'(talk) {
    const { ana, ben, say, wait, rare } = talk;
    await goTo(talk, 3, '14:00');
    await say(ben, `they offered me the job!!! ${rare()}`);
    await wait(2 * MINUTE);
    await say(ana, `in a meeting, want to hear everything tonight ${rare()}`);
    await wait(6 * HOUR);
    await pressOpened(talk, 'ana', 'Stop these');
  },

  async 'every kind of bid and answer'(talk) {
    await goTo(talk, 4, '10:00');
    await playKinds(talk);
    await playReactions(talk);
    await playAttachments(talk);
  },

  async 'changes of mind'(talk) {
    const { discord, ana, ben, say, wait, settled, rare } = talk;
    const news = await say(ana, `i passed the exam!!! ${rare()}`);
    await wait(2 * MINUTE);
    discord.edit(news, `never mind the exam, ${rare()}`);
    const reply = await say(ben, `did you move the car, ${rare()}?`, { replyTo: news });
    await wait(3 * MINUTE);
    discord.edit(reply, `oh wow tell me everything, ${rare()}!!`);
    await settled();
    const more = [await say(ana, `look at this dog ${rare()}`), await say(ana, `and his tiny hat ${rare()}`)];
    discord.remove(news);
    await wait(3 * MINUTE);
    discord.removeMany(more);
    await settled();
  },

  async 'strangers, and the two elsewhere'(talk) {
    await playStrangers(talk);
  },

  async 'commands, with anything typed into them'(talk) {
    const { discord, ana, ben, channel, ask, wait, rare } = talk;
    for (const path of ['me', 'us', 'status', 'settings', 'privacy', 'help', 'pause', 'resume'])
      for (const by of [ana, ben]) await ask(by, path);
    await ask(ben, 'busy', { until: `until the ${rare()}` });
    await ask(ben, 'busy', { until: 'in 30 min' });
    await discord.complete(ben, channel, { path: 'nod busy', option: 'until', text: rare() });
    const settings = await discord.slash(ana, channel, 'nod settings');
    const form = await discord.choose(ana, settings, /^settings:change/, ['hours']);
    await discord.submit(ana, form.modal?.custom_id ?? '', { quiet: rare(), away: rare(), usual: 'none' });
    await wait(40 * MINUTE);
  },

  async 'a surprise in the engine'({ ben, ana, say, wait, rare }) {
    await say(ana, `${SURPRISE} ${rare()}`);
    await wait(3 * MINUTE);
    await say(ben, `how did the dentist go? ${rare()}`);
    await wait(3 * MINUTE);
  },

  async 'calls that fail'(talk) {
    const { discord, ana, ben, channel, say, wait, settled, rare } = talk;
    discord.fault({ match: /^POST \/interactions/, how: 10062 });
    void discord.slash(ana, channel, 'nod me').catch(() => {}); // nobody acknowledges it
    await settled();
    discord.fault({ match: `GET /channels/${channel}/messages`, how: 503, times: 4 });
    discord.kick('invalid');
    await say(ana, `so ${rare()}`);
    await say(ana, 'today was awful, i feel so low');
    await discord.waitFor(() => discord.connected === 1);
    await wait(MINUTE);
    await say(ben, 'did you pay the gas bill');
    discord.fault({ match: `POST /channels/${discord.dm(ben).channel}/messages`, how: 503, times: 8 });
    await wait(30 * MINUTE);
  },

  async 'closed direct messages'(talk) {
    const { discord, ben, ask, wait } = talk;
    await goTo(talk, 5, '18:00');
    discord.closeDirectMessages(ben);
    await speakPast(talk, `i passed the exam!!! i'm so happy 🎉 ${talk.rare()}`);
    await ask(ben, 'status');
    discord.closeDirectMessages(ben, false);
    await wait(MINUTE);
  },

  async 'a restart in the middle of a moment'(talk) {
    const { discord, ana, ben, channel, start, stop, say, wait, settled, rare } = talk;
    const worry = await say(ana, `i think i messed up the interview, ${rare()}`);
    await wait(2 * MINUTE);
    await stop();
    discord.edit(worry, `i think i messed up the interview badly, ${rare()}`);
    discord.react(ben, worry, '🫂');
    discord.say(ben, channel, `oh no, poor you, ${rare()}`);
    discord.say(ana, channel, `guess what, they called back, ${rare()}`);
    await wait(5 * MINUTE);
    await start();
    await settled();
    await wait(5 * MINUTE);
  },

  async 'a fight and its end'(talk) {
    await goTo(talk, 6, '11:00');
    await exchange(talk, [
      ['ana', 'you always do this, you never listen, @'],
      ['ben', "it's not my fault, you should have reminded me, @"],
      ['ana', "you're pathetic, a complete joke of a @"],
      ['ben', "whatever. i'm done talking, @"],
      ['ben', "i'm sorry i snapped, that wasn't about you. i love you @"],
      ['ana', "thank you, i'm sorry too @"],
    ]);
  },

  async 'what is tender'(talk) {
    await goTo(talk, 7, '11:00');
    await exchange(talk, [
      ['ana', "my grandma died this morning, i'm heartbroken, @"],
      ['ben', 'oh no, i am so sorry, i am coming home, @'],
      ['ben', "can't wait to undress you tonight 🔥 @"],
    ]);
  },

  async 'what no coaching may touch'(talk) {
    await goTo(talk, 8, '11:00');
    await exchange(talk, [
      ['ana', "i don't want to live anymore @"],
      ['ben', 'if you do that again i will hit you, @'],
      ['ana', "send me your location right now or we're done @"],
      ['ben', 'love you, miss you already ❤️ @'],
    ]);
    await talk.wait(3 * DAY);
  },
};

/** Goes on to that time of the day so many days after the first Monday, in Berlin. */
async function goTo({ clock }: Talk, day: number, time: string): Promise<void> {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  await clock.advanceTo(MONDAY_EVENING + day * DAY + (hour - 18) * HOUR + minute * MINUTE);
}

/** Ana's news is spoken past, and Ben is due a whisper. */
async function speakPast({ ana, ben, say, wait, rare }: Talk, news: string): Promise<void> {
  await say(ben, `the gas, ${rare()}`); // apart, since a word nobody knows makes any reading doubtful
  await wait(2 * MINUTE);
  await say(ana, news);
  await wait(2 * MINUTE);
  await say(ben, 'did you pay the gas bill');
  await wait(20 * MINUTE);
}

/** Opens the last whisper and presses one of the buttons behind it. */
async function pressOpened({ discord, ana, ben, press, wait }: Talk, who: 'ana' | 'ben', button: string) {
  const by = who === 'ana' ? ana : ben;
  const whisper = discord.dm(by).messages.at(-1);
  if (whisper === undefined) throw new Error(`There is no whisper to ${who} behind which to press "${button}".`);
  const opened = await press(by, whisper, 'Open');
  await press(by, opened.id, button);
  await wait(MINUTE);
}

/** Lines three minutes apart; `@` stands for a rare word. */
async function exchange({ ana, ben, say, wait, rare }: Talk, lines: readonly (readonly ['ana' | 'ben', string])[]) {
  for (const [who, line] of lines) {
    await say(who === 'ana' ? ana : ben, line.replace('@', rare()));
    await wait(3 * MINUTE);
  }
}

function playKinds(talk: Talk): Promise<void> {
  return exchange(talk, [
    ['ana', 'thank you for doing the dishes ❤️ @'],
    ['ben', 'miss your face too, @'],
    ['ana', 'can you call the landlord today? @'],
    ['ben', 'stop nagging me, do it yourself, @'],
    ['ben', 'how did the dentist go? @'],
    ['ana', 'it went ok, no cavities, only a @'],
    ['ana', 'look at this dog @'],
    ['ben', 'omg that dog, what is his name?? @'],
    ['ben', "bet you can't guess what the cat did 😏 @"],
    ['ana', 'hahaha what did the cat do now @'],
    ['ana', 'idk.. nvm its fine @'],
    ['ben', "don't worry, it's not that bad, you'll be fine, @"],
    ['ben', 'AND THEN THE @ WAS ON FIRE'],
  ]);
}

/** Reactions while somebody still types, later, taken back, and with an emoji of their own. */
async function playReactions({ discord, ana, ben, say, wait, settled, rare }: Talk): Promise<void> {
  const first = await say(ana, `guess what ${rare()}`);
  discord.react(ben, first, '🎉');
  await wait(20 * SECOND);
  const second = await say(ana, `i got the ${rare()} prize!!`);
  await wait(3 * MINUTE);
  discord.react(ben, second, '❤️');
  await wait(10 * SECOND);
  discord.unreact(ben, second, '❤️');
  await wait(3 * MINUTE);
  discord.react(ben, second, `${rare()}:1500000000000000001`);
  await settled();
  const early = await say(ana, `today was hard ${rare()}`);
  discord.react(ben, early, `${rare()}:1500000000000000002`);
  await wait(20 * SECOND);
}

/** Everything that can hang on a message, each with a name somebody chose. */
async function playAttachments({ discord, ana, ben, guild, say, wait, settled, rare }: Talk): Promise<void> {
  await say(ana, rare(), {
    attachments: [{ filename: `${rare()}.png`, content_type: 'image/png', description: rare() }],
    stickers: [rare()],
    embeds: [{ title: rare(), url: `https://${rare()}.example/` }],
  });
  await wait(3 * MINUTE);
  const link = await say(ben, `https://${rare()}.example/${rare()}?q=1 ${'`'}${rare()}${'`'} > ${rare()}`);
  discord.unfurl(link, [{ title: rare(), description: rare() }]);
  await say(ben, '', { voice: true, attachments: [{ filename: `${rare()}.ogg`, content_type: 'audio/ogg' }] });
  const call = discord.addVoiceChannel(guild, { name: 'kitchen' });
  for (const who of [ana, ben]) discord.join(who, call);
  await settled();
  await wait(3 * MINUTE);
}

/** Whoever is no partner, whatever a partner passes on, and every other place. */
async function playStrangers({ discord, ana, ben, cam, guild, channel, ask, say, wait, settled, rare }: Talk) {
  const other = discord.addUser({ name: 'Other bot', bot: true });
  discord.addMember(guild, other);
  const said = await say(ana, `movie tonight? ${rare()}`);
  await say(cam, `i got the promotion!!! ${rare()}`, { replyTo: said });
  const edited = await say(cam, `today was awful ${rare()}`);
  discord.edit(edited, `today was awful, really ${rare()}`);
  discord.react(cam, said, `${rare()}:1500000000000000003`);
  discord.type(cam, channel);
  await say(other, `beep ${rare()}`);
  await say(cam, `from the feed, ${rare()}`, { webhook: true });
  await say(ben, `in my name, ${rare()}`, { webhook: true });
  await say(ben, `somebody else wrote: ${rare()}`, { forwarded: true });
  discord.say(ben, discord.addThread(channel, 'aside'), `in a thread, ${rare()}`);
  discord.say(ana, discord.addChannel(guild, { name: 'lobby' }), `in the lobby, ${rare()}`);
  discord.say(ana, discord.dm(ana).channel, `to Nod alone, ${rare()}`);
  await settled();
  discord.remove(edited);
  await ask(cam, 'status');
  await ask(cam, 'busy', { until: rare() });
  await wait(5 * MINUTE);
}
