import type { PartnerState } from './domain/dyad.ts';
import type { PersonId } from './domain/ids.ts';
import { isMostlyOther } from './domain/language.ts';
import type { Instant } from './domain/time.ts';
import type { OwnChange } from './engine/apply.ts';
import { createAsker } from './engine/asker.ts';
import type { UnderWay } from './engine/invitations.ts';
import { createQueue } from './engine/queue.ts';
import { createRunner, type Runner, type RunnerParts } from './engine/runner.ts';
import { type Card, LONGEST_CARD } from './ports/card.ts';
import type { Answer, Ask, Command, NodForAsker } from './ports/command.ts';
import type { PlatformListener } from './ports/platform.ts';
import { texts } from './texts/texts.ts';

/** The parts Nod is wired from; each can be exchanged without another noticing. */
export type NodParts = RunnerParts;

/** Nod at work. */
export interface Nod {
  readonly runner: Runner;
  /** What this person may see and change. */
  askerFor(person: PersonId, at?: Instant): NodForAsker;
  /** Saves what is unsaved and lets go of everything. */
  stop(): Promise<void>;
}

/** Rows of a card; ports/card.ts. */
const MOST_ROWS = 5;
/** The command that asks again; `commands/renew.ts`. */
const RENEW_PATH = 'renew';
/** The card with what a person needs most; `commands/home.ts`. */
const HOME_PATH = 'home';

/** Wires the parts and starts listening; resolves once the platform is connected. */
export async function createNod(parts: NodParts): Promise<Nod> {
  const { store, platform, clock, host, encrypted } = parts;
  const runner = createRunner(parts);
  await runner.load();
  const oneAtATime = createQueue();
  const asking = {
    store,
    platform,
    clock,
    runner,
    host,
    encrypted,
    secret: await store.secret(),
    oneAtATime,
    askingOneAtATime: createQueue(),
    underWay: new Set<UnderWay>(),
    judge: parts.judge,
  };
  const askerFor = (person: PersonId, at = clock.now()) => createAsker(asking, { person, at });

  /** Whoever presses or types is here; in a couple's queue that is an event like any other. */
  function noteHere(person: PersonId, at: Instant): void {
    const desk = runner.deskOfPerson(person);
    if (!desk) return;
    const event = { type: 'interaction', at, by: person } as const;
    runner.heard(desk.row.channel, { event, dedupe: undefined });
  }

  /** What somebody is told with their next answer, and no sooner: that it was told is kept. */
  function withWord(person: PersonId, answer: Answer): Answer {
    const desk = runner.deskOfPerson(person);
    const id = desk?.members.find((member) => member.person === person)?.id;
    const partner = desk?.session.state.partners.find((one) => one.id === id);
    const word = partner && wordFor(partner);
    if (!desk || !partner || !word || !('card' in answer)) return answer;
    const text = `${answer.card.text}\n\n${word.text}`;
    if (text.length > LONGEST_CARD) return answer;
    // Nobody waits for this: an answer must not hang on a couple's queue.
    runner.submit(desk.row.id, partner.id, word.told).catch(() => {});
    return { ...answer, card: { ...answer.card, text } };
  }

  /** Whoever is to be asked for their yes again is asked with their next answer, until they say something. */
  async function withRenewal(nod: NodForAsker, answer: Answer): Promise<Answer> {
    if (!('card' in answer) || leadsTo(answer.card, RENEW_PATH)) return answer;
    const renewal = await nod.renewal();
    if (!renewal) return answer;
    const { line, lapsedLine, look } = texts.renewal;
    const text = `${answer.card.text}\n\n${renewal.lapsed ? lapsedLine : line}`;
    const rows = [...(answer.card.rows ?? []), { buttons: [{ label: look, path: RENEW_PATH, action: 'show' }] }];
    if (text.length > LONGEST_CARD || rows.length > MOST_ROWS) return answer;
    return { ...answer, card: { ...answer.card, text, rows } };
  }

  /** The way to all that is there stands under the first answer in direct messages with Nod, once a run. */
  const shownHome = new Set<PersonId>();
  function withHome({ by, where }: Pick<Ask, 'by' | 'where'>, answer: Answer): Answer {
    if (where !== 'dm' || shownHome.has(by) || !('card' in answer) || leadsTo(answer.card, HOME_PATH)) return answer;
    const rows = [
      ...(answer.card.rows ?? []),
      { buttons: [{ label: texts.home.open, path: HOME_PATH, action: 'show' }] },
    ];
    if (rows.length > MOST_ROWS) return answer;
    shownHome.add(by);
    return { ...answer, card: { ...answer.card, rows } };
  }

  async function answerFor(
    { by, at }: Pick<Ask, 'by' | 'at'>,
    { apart }: Pick<Command, 'apart'>,
    made: (nod: NodForAsker) => Promise<Answer>,
  ): Promise<Answer> {
    const nod = askerFor(by, at);
    if (apart) return made(nod);
    noteHere(by, at);
    return withRenewal(nod, withWord(by, await made(nod)));
  }

  const listener: PlatformListener = {
    heard: (channel, event, dedupe) => runner.heard(channel, { event, dedupe }),
    ready: (session) => runner.ready(session),
    away: () => runner.away(),
    lost: (channel) => runner.lost(channel),
    changed: (channel) => runner.changed(channel),
    asked: (command, ask) =>
      answerFor(ask, command, async (nod) => {
        const answer = await command.run(ask, nod);
        return command.apart ? answer : withHome(ask, answer);
      }),
    pointed: (command, menu, pointed) => answerFor(pointed, command, (nod) => menu.run(pointed, nod)),
    async pressed(command, press) {
      const answer = command.presses?.[press.action];
      if (!answer) throw new RangeError('the platform lets no unknown action through');
      return answerFor(press, command, (nod) => answer(press, nod));
    },
  };
  try {
    await platform.start(listener);
  } catch (error) {
    await runner.stop(); // its alarms would keep a process alive that has nothing left to do
    throw error;
  }

  return {
    runner,
    askerFor,
    async stop() {
      await platform.stop();
      await runner.stop();
      await parts.encoder.close();
      await parts.judge?.close();
      await store.close();
    },
  };
}

/**
 * Direct messages could not reach them, and the next one tries again once they know; or they write a language that
 * Nod does not read, which they are told once.
 */
function wordFor(partner: PartnerState): { readonly text: string; readonly told: OwnChange } | undefined {
  const { unreachable, unread } = texts.common;
  if (partner.unreachable) return { text: unreachable, told: { do: 'unreachable', is: false } };
  if (partner.toldUnread || !isMostlyOther(partner.languages)) return undefined;
  return { text: unread, told: { do: 'told-unread' } };
}

/** Whether a card leads there already, or is there. */
function leadsTo({ rows = [] }: Card, to: string): boolean {
  return rows.some((row) => 'buttons' in row && row.buttons.some(({ path }) => path === to));
}
