import { messageId, type PersonId } from '../../src/domain/ids.ts';
import { DAY, HOUR, type Instant } from '../../src/domain/time.ts';
import { NodError } from '../../src/errors.ts';
import { loadCommands } from '../../src/load-commands.ts';
import type { Answer, NamedCommand } from '../../src/ports/command.ts';
import type { SentCard } from '../../src/ports/platform.ts';
import { texts } from '../../src/texts/texts.ts';
import { settle } from '../support/clock.ts';
import { ANA, BEN, CHANNEL, invite, type MemoryPlatform, openStage, type Stage } from '../support/runner-stage.ts';
import { type Act, DAYS, FIRST_DAY, FIRST_WORDS, isFree, type Month, type Who } from './month.ts';
import { createScreen, type Screen } from './screen.ts';
import { offFrom, secretWhere } from './secrets.ts';

const PERSON: Readonly<Record<Who, PersonId>> = { ana: ANA, ben: BEN };
export const COMMANDS = await loadCommands(new URL('../../commands/', import.meta.url));

/** Ana's screen, on which everything may be typed and pressed. */
export const screenOfAna = (listener: Parameters<typeof createScreen>[0]['listener']): Screen =>
  createScreen({ person: ANA, partner: BEN, commands: COMMANDS, listener, never: new Set() });

/** What would rest or end the couple is a matter of its own: `switches.test.ts`; Ana rests by her naps alone. */
const SWITCHES = [
  ...['pause', 'resume', 'leave', 'home:pause', 'home:resume'],
  ...['start:no', 'start:never', 'renew:no', 'data/delete'],
];
/** Ben may write a card in each world, and shares it in none: `card.test.ts`. */
const SHARES = 'card:share';
/** What tells of both, and so of Ben: `us.test.ts`. */
const OF_BOTH = ['us', 'recap'];

/** Some days after the last word, when all there was to say about it has been said. */
export const ENDS_AT: Instant = FIRST_DAY + (DAYS + 5) * DAY;

/** A fault that is built in on purpose, so that a test can tell that it would be found. */
export interface Planted {
  /** A command more, which may look where none can. */
  readonly command?: (stage: Stage) => NamedCommand;
  /** Something wrong with how messages are sent. */
  readonly platform?: (platform: MemoryPlatform, stage: () => Stage) => MemoryPlatform;
}

/** What chance is drawn from, and whether it may make a day off. */
export interface Chances {
  readonly secret: string;
  readonly daysOff: boolean;
}

/**
 * The same in every world, with days off of each sort. They begin with the same line in both: what is said at all lets
 * Nod rest, and both have read it, so on days on which Ben answers freely they begin with Ana's first words.
 */
const SECRET = secretWhere((chance) => {
  const off = Array.from({ length: DAYS }, (_, nth) => ({ nth, from: offFrom(chance, FIRST_DAY + nth * DAY) }));
  const begun = off.flatMap(({ nth, from }) => (from === undefined ? [] : [{ nth, at: from % DAY }]));
  const isAlike = begun.every(({ nth, at }) => !isFree(nth) || at < FIRST_WORDS);
  return isAlike && begun.some(({ nth }) => isFree(nth)) && begun.some(({ at }) => at > FIRST_WORDS);
});

/** A world as it was lived to its end. */
export interface Lived {
  readonly stage: Stage;
  readonly screens: Readonly<Record<Who, Screen>>;
}

/** Lets the month happen in one of its two worlds, through the real runner, and keeps all that each was shown. */
export async function live(
  month: Month,
  world: 0 | 1,
  planted: Planted = {},
  { secret, daysOff }: Chances = { secret: SECRET, daysOff: true },
): Promise<Lived> {
  const ben = month.bens[world];
  const screens = {} as Record<Who, Screen>;
  const stage = await openStage({
    options: { daysOff, quietStart: false },
    store: (store) => ({ ...store, secret: async () => secret }),
    platform(platform, clock) {
      const watched = watch(platform, { screens, now: clock.now, closed: ben.reachable ? [] : [BEN] });
      return planted.platform?.(watched, () => stage) ?? watched;
    },
  });
  const more = planted.command ? [planted.command(stage)] : [];
  for (const who of ['ana', 'ben'] as const) {
    screens[who] = createScreen({
      person: PERSON[who],
      partner: PERSON[who === 'ana' ? 'ben' : 'ana'],
      commands: [...COMMANDS, ...more],
      listener: () => stage.listener,
      onAnswer: (_path, answer) => withoutShared(answer),
      never: new Set([...SWITCHES, ...OF_BOTH, ...(who === 'ben' ? [SHARES] : [])]),
    });
  }
  const dyad = await invite(stage);
  await stage.nod.askerFor(ANA).consent(dyad, month.ana.choices);
  await stage.nod.askerFor(BEN).consent(dyad, ben.choices);
  await stage.change(ANA, { do: 'settings', settings: { recap: true, checkIn: true } });
  const acts = [...month.ana.acts, ...month.reached, ...ben.acts].flatMap(withAwakening).sort(byTime);
  for (const act of acts) await happen(stage, screens, act);
  await stage.clock.advanceTo(ENDS_AT);
  await stage.nod.stop();
  return { stage, screens };
}

/** An opened recap without what it tells of both: that it comes, and all else on it, must not hang on Ben. */
function withoutShared(answer: Answer): Answer {
  if (!('card' in answer)) return answer;
  const [text = ''] = answer.card.text.split(texts.recap.together);
  return { ...answer, card: { ...answer.card, text } };
}

/** At one instant Ana is first: the order must not depend on what Ben does. */
const byTime = (one: Act, other: Act) => one.at - other.at || (one.by < other.by ? -1 : 1);

function withAwakening(act: Act): readonly Act[] {
  if (act.deed.do !== 'nap') return [act];
  return [act, { ...act, at: act.at + act.deed.hours * HOUR, deed: { do: 'nap', hours: 0 } }];
}

async function happen(stage: Stage, screens: Lived['screens'], { at, by, deed }: Act): Promise<void> {
  await stage.clock.advanceTo(Math.max(at, stage.clock.now()));
  const person = PERSON[by];
  switch (deed.do) {
    case 'write':
      write(stage, { at, by: person }, deed);
      break;
    case 'react': {
      const target = messageId(idOf(deed.to));
      stage.listener.heard(CHANNEL, { type: 'reaction', at, by: person, target, emoji: deed.emoji });
      break;
    }
    case 'type':
      stage.listener.heard(CHANNEL, { type: 'typing', at, by: person });
      break;
    case 'ask':
      await screens[by].ask(at, deed.pick);
      break;
    case 'press':
      await screens[by].press(at, deed.pick);
      break;
    case 'nap':
      await screens[by].askFor(at, deed.hours === 0 ? 'resume' : 'pause');
      break;
  }
  await settle();
}

/** Ids grow with time as the stage's cursors do. */
const idOf = (at: Instant) => String(at * 1_000);

function write(
  stage: Stage,
  { at, by }: { readonly at: Instant; readonly by: PersonId },
  { text, replyTo }: { readonly text: string; readonly replyTo?: Instant },
): void {
  const reference = replyTo === undefined ? {} : { replyTo: messageId(idOf(replyTo)) };
  const message = { by, at, id: messageId(idOf(at)), text, attachments: [], ...reference };
  stage.said.push({ ...message, channel: CHANNEL, reactions: [] });
  stage.listener.heard(CHANNEL, { type: 'message', ...message }, message.id);
}

/** Keeps what is sent to each, what becomes of it, and what is posted for all to see. */
export function watch(
  platform: MemoryPlatform,
  terms: {
    readonly screens: Partial<Lived['screens']>;
    readonly now: () => Instant;
    readonly closed: readonly PersonId[];
  },
): MemoryPlatform {
  const { screens, now, closed } = terms;
  const whoGot = (sent: SentCard) => (sent.channel === `dm-${ANA}` ? 'ana' : 'ben');
  return {
    ...platform,
    async post(channel, card, nonce) {
      for (const screen of Object.values(screens)) screen.note(now(), 'post', channel, card);
      return platform.post(channel, card, nonce);
    },
    async whisper(to, card, nonce) {
      if (closed.includes(to)) throw new NodError('DIRECT_MESSAGES_CLOSED', 'They are closed.', 'Open them.');
      const screen = screens[to === ANA ? 'ana' : 'ben'];
      screen?.note(now(), 'message', nonce, card);
      screen?.show(card);
      return platform.whisper(to, card, nonce);
    },
    async rewrite(sent, card) {
      screens[whoGot(sent)]?.note(now(), 'rewritten', sent.message, card);
      return platform.rewrite(sent, card);
    },
    async remove(sent) {
      screens[whoGot(sent)]?.note(now(), 'removed', sent.message, {});
      return platform.remove(sent);
    },
  };
}
