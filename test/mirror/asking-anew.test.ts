import { describe, expect, it } from 'vitest';
import { channelId, dyadId, type PersonId, personId } from '../../src/domain/ids.ts';
import { DAY } from '../../src/domain/time.ts';
import { sayError } from '../../src/errors.ts';
import { invitationCard } from '../../src/texts/cards.ts';
import { ANA, BEN, CHANNEL, EVERYTHING, invite, openCouple, openStage, type Stage } from '../support/runner-stage.ts';
import type { Screen } from './screen.ts';
import { COMMANDS, screenOfAna, watch } from './world.ts';

/** Nod rested, Ana left as well and asks once more: what comes of it must not tell which of these it was. */
const CAUSES: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  'Ben paused': (stage) => stage.change(BEN, { do: 'pause' }),
  'Ben left': (stage) => stage.change(BEN, { do: 'leave' }),
  'Ben deleted all that Nod has of him': (stage) => stage.nod.askerFor(BEN).forget(1),
};

const CARA = personId('cara');
const DAN = personId('dan');
const ELSEWHERE = channelId('elsewhere');

interface World {
  readonly stage: Stage;
  readonly ana: Screen;
}

const linesOf = ({ stage }: World) => stage.nod.askerFor(ANA).ledger();

/** Ana has left 31 days after what made Nod rest. */
async function leftBehind(cause: string): Promise<World> {
  const screens: { ana?: Screen } = {};
  const stage = await openCouple({
    store: (store) => ({ ...store, secret: async () => 'the same in every world' }),
    platform: (platform, clock) => watch(platform, { screens, now: clock.now, closed: [] }),
  });
  const ana = screenOfAna(() => stage.listener);
  await (CAUSES[cause] as (stage: Stage) => Promise<unknown>)(stage);
  await stage.pass((31 * DAY) / 60_000);
  screens.ana = ana;
  await stage.change(ANA, { do: 'leave' });
  return { stage, ana };
}

const posts = ({ ana }: World) => ana.seen.filter(({ saw }) => saw === 'post').length;

const shown = ({ ana }: World) => ana.seen.map(({ saw, shown }) => `${saw} ${shown.replace(/\d+/gu, 'n')}`);

/** Ana asks, both agree, and Ana looks how it stands. */
async function beginsWith(partner: PersonId, cause: string): Promise<World> {
  const world = await leftBehind(cause);
  const { stage, ana } = world;
  await ana.askFor(stage.clock.now(), 'start', { partner });
  const rows = await stage.store.dyadsOf('memory', ANA);
  const dyad = Math.max(...rows.map(({ id }) => id));
  for (const person of [ANA, partner]) {
    await stage.nod.askerFor(person).consent(dyad, EVERYTHING);
    await ana.askFor(stage.clock.now(), 'status');
  }
  await stage.pass(1);
  return world;
}

describe.each([
  ['Ben again', BEN],
  ['somebody else in the same channel', CARA],
])('asking %s', async (_whom, partner) => {
  const asWhenPaused = await beginsWith(partner, 'Ben paused');

  it.each(Object.keys(CAUSES))('posts one card, begins with both, and reads the same: %s', async (cause) => {
    const world = await beginsWith(partner, cause);

    expect(posts(world)).toBe(1);
    expect(world.stage.watched()).toEqual([CHANNEL]);
    expect(shown(world)).toEqual(shown(asWhenPaused));
  });

  it.each(Object.keys(CAUSES))('leaves Ana one list of what she chose, however old: %s', async (cause) => {
    const world = await beginsWith(partner, cause);
    const lines = await linesOf(world);

    expect(lines.length).toBeGreaterThan(0);
    expect(lines).toEqual(await linesOf(asWhenPaused));
  });
});

/** What Ben does who has asked, before Ana has answered or after. */
const ANSWERS: Readonly<Record<string, (stage: Stage, dyad: number) => Promise<unknown>>> = {
  'says no': (stage, dyad) => stage.nod.askerFor(BEN).decline(dyad, false),
  'deletes all that Nod has of him': (stage, dyad) => stage.nod.askerFor(BEN).forget(dyad),
};

/** What he does besides leaving it unanswered: at most one of these. */
interface Answer {
  readonly before?: string;
  readonly after?: string;
}

/** Ben has asked, Ana says yes to it, and then sees how it stands, leaves, asks for herself, and looks again. */
async function seesThatBenAsked(stage: Stage, ana: Screen, answer: Answer): Promise<readonly string[]> {
  const now = () => stage.clock.now();
  const look = async () => {
    for (const path of ['status', 'me', 'settings', 'resume', 'data/export', 'data/delete'])
      await ana.askFor(now(), path);
    await ana.askFor(now(), 'start', { partner: BEN });
    await ana.pressOn(now(), 'start', 'choose');
    await ana.pressOn(now(), 'settings', 'ledger');
  };
  const dyad = Math.max(...(await stage.store.dyadsOf('memory', ANA)).map(({ id }) => id));
  const agree = async () => {
    const agreed = stage.nod.askerFor(ANA).consent(dyad, EVERYTHING);
    ana.note(now(), 'answer', 'agree', await agreed.then(() => 'noted', sayError));
  };
  ana.show(invitationCard(dyadId(dyad)));
  await ANSWERS[answer.before ?? '']?.(stage, dyad);
  await look();
  await agree();
  await ANSWERS[answer.after ?? '']?.(stage, dyad);
  await stage.pass(1);
  await look();
  await agree();
  await ana.askFor(now(), 'leave');
  await ana.pressOn(now(), 'leave', 'yes');
  await look();
  await agree();
  for (const days of [4, 10, 31]) {
    await stage.pass((days * DAY) / 60_000);
    await look();
  }
  return ana.seen.map(({ at, saw, to, shown }) => `${at} ${saw} ${to} ${shown}`);
}

/** Ben has left, and asks Ana again 31 days later. */
async function askedAgain(answer: Answer): Promise<readonly string[]> {
  const stage = await openCouple({ store: (store) => ({ ...store, secret: async () => 'the same in every world' }) });
  const ana = screenOfAna(() => stage.listener);
  await stage.change(BEN, { do: 'leave' });
  await stage.pass((31 * DAY) / 60_000);
  await stage.nod.askerFor(BEN).invite(ANA, CHANNEL);
  return seesThatBenAsked(stage, ana, answer);
}

/** Ben asks Ana, who begins with Cara before she answers him. */
async function askedBefore(answer: Answer): Promise<readonly string[]> {
  const stage = await openStage({ store: (store) => ({ ...store, secret: async () => 'the same in every world' }) });
  const ana = screenOfAna(() => stage.listener);
  const dyad = await invite(stage, [ANA, CARA], ELSEWHERE);
  await stage.nod.askerFor(BEN).invite(ANA, CHANNEL);
  for (const person of [ANA, CARA]) await stage.nod.askerFor(person).consent(dyad, EVERYTHING);
  await stage.pass(1);
  return seesThatBenAsked(stage, ana, answer);
}

describe.each([
  ['had left her, and asked again', askedAgain, 'noted'],
  ['asked before she began with Cara', askedBefore, 'You already use Nod with someone.'],
])('Ben %s, and Ana says yes', async (_who, sees, answered) => {
  const unanswered = await sees({});

  it.each(
    Object.keys(ANSWERS).flatMap((answer) => [
      [answer, 'before'],
      [answer, 'after'],
    ]),
  )('and reads the same where he %s, %s she does', async (answer, when) => {
    const seen = await sees({ [when as string]: answer });

    expect(seen.find((one, place) => one !== unanswered[place])).toBeUndefined();
    expect(seen).toHaveLength(unanswered.length);
  });

  it('and her answer is taken, or refused for what she herself has begun', () => {
    const [first] = unanswered.filter((seen) => seen.includes(' answer agree '));

    expect(first).toContain(answered);
  });
});

describe('the couple that only one has left', () => {
  it('is over for the other when both have said yes to a new one, and not before', async () => {
    const { stage, ana } = await leftBehind('Ben paused');
    await ana.askFor(stage.clock.now(), 'start', { partner: BEN });
    const dyad = Math.max(...(await stage.store.dyadsOf('memory', ANA)).map(({ id }) => id));

    await stage.nod.askerFor(BEN).consent(dyad, EVERYTHING);
    const before = (await stage.nod.askerFor(BEN).standing()).listening;
    await stage.nod.askerFor(ANA).consent(dyad, EVERYTHING);

    expect(before).toBe('resting');
    expect((await stage.store.dyads('memory')).map(({ id }) => id)).toEqual([dyad]);
    expect((await stage.nod.askerFor(BEN).standing()).listening).toBe('listening');
  });

  it.each(['pause', 'leave'] as const)('tells nobody else whether Ana chose to %s', async (chose) => {
    const stage = await openCouple();
    await stage.change(ANA, { do: chose });
    const open = () => stage.store.dyads('memory');

    await stage.nod.askerFor(DAN).invite(BEN, ELSEWHERE);
    const asked = stage.nod.askerFor(DAN).invite(CARA, CHANNEL);

    await expect(asked).rejects.toMatchObject({ code: 'CANNOT_INVITE' });
    expect(await open()).toHaveLength(1);
    await expect(stage.nod.askerFor(BEN).invite(CARA, ELSEWHERE)).rejects.toMatchObject({ code: 'CANNOT_INVITE' });
  });

  it('rests on beside a new one in its channel, also after a restart', async () => {
    const { stage } = await beginsWith(CARA, 'Ben paused');

    const again = await stage.restart();
    await again.change(BEN, { do: 'resume' });
    await again.pass(1);

    expect(again.watched()).toEqual([CHANNEL]);
    expect((await again.nod.askerFor(BEN).standing()).listening).toBe('resting');
    expect((await again.nod.askerFor(CARA).standing()).listening).toBe('listening');
    await again.change(BEN, { do: 'leave' });
    expect((await again.nod.askerFor(CARA).standing()).listening).toBe('listening');
    expect(await invite(again, [BEN, DAN], ELSEWHERE)).toBeGreaterThan(1);
  });
});

describe('somebody else in the channel of a couple', () => {
  const nothing = (_: Stage) => Promise.resolve();

  it.each<[string, (stage: Stage) => Promise<unknown>]>(Object.entries({ ...CAUSES, 'nothing happened': nothing }))(
    'reads the same whomever they name, and so not who the couple is: %s',
    async (_cause, cause) => {
      const stage = await openCouple();
      await cause(stage);
      await stage.pass(5);
      const said = (partner: PersonId) =>
        stage.nod
          .askerFor(DAN)
          .invite(partner, CHANNEL)
          .then(() => 'Asked', sayError);

      const read = [await said(ANA), await said(BEN), await said(CARA)];

      expect(read[0]).toContain('Another couple');
      expect(new Set(read).size).toBe(1);
    },
  );
});

describe('“You do this by yourself”, which Ana opens again', () => {
  it.each(Object.keys(CAUSES))('leaves what she chose when she first opened it: %s', async (cause) => {
    const stage = await openCouple();
    const desk = stage.nod.runner.deskOfPerson(ANA);
    const own = desk?.members.find(({ person }) => person === ANA)?.id;
    if (!desk || own === undefined) throw new Error('Ana is in a couple');
    const { state } = desk.session;
    const [first, second] = state.partners.map((one) =>
      one.id === own ? { ...one, graduated: 'sent' as const } : one,
    );
    if (!first || !second) throw new Error('a couple are two');
    const notice = { seq: 1, to: own, reason: 'graduation', at: state.time } as const;
    desk.session.replace({ ...state, notices: [notice], partners: [first, second] });
    const open = async () => {
      const command = COMMANDS.find(({ path }) => path === 'whisper')?.command;
      const where = { by: ANA, channel: CHANNEL, where: 'server', locale: 'en-GB', at: stage.clock.now() } as const;
      if (!command) throw new Error('a whisper can be opened');
      await stage.listener.pressed(command, {
        ...where,
        action: 'open',
        id: `${desk.row.id}.1`,
        values: [],
        fields: {},
      });
    };
    await open();
    await stage.change(ANA, { do: 'settings', settings: { coaching: true } });

    await CAUSES[cause]?.(stage);
    await stage.pass(2);
    await open();

    const { own: hers } = await stage.nod.askerFor(ANA).standing();
    expect(hers?.settings.coaching).toBe(true);
  });
});
