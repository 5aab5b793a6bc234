import type { BidKind } from '../../../src/domain/bid.ts';
import { CONSENT_SCOPE, type LedgerEntry } from '../../../src/domain/consent.ts';
import type { PartnerSettings } from '../../../src/domain/dyad.ts';
import type { ChannelId, PersonId } from '../../../src/domain/ids.ts';
import type { Moment } from '../../../src/domain/moment.ts';
import { everythingOn } from '../../../src/domain/settings.ts';
import { DAY, HOUR, type Instant } from '../../../src/domain/time.ts';
import { fingerprint } from '../../../src/engine/fingerprint.ts';
import { newDyad } from '../../../src/engine/new-dyad.ts';
import { cursorAt } from '../../../src/platforms/discord/snowflake.ts';
import type { DyadRow, Store } from '../../../src/ports/store.ts';
import { OpenDiscord } from './open-discord.ts';

/** A server with two couples, a third pair that was asked, and people who have nothing to do with any of them. */

const NAMES = ['ana', 'ben', 'cam', 'dan', 'eve', 'fay', 'gus', 'hal', 'zed', 'kim', 'lou'] as const;
export type Name = (typeof NAMES)[number];

export const TOKEN = 'token-of-the-bot';

/** People here wait longer than Discord does, in real time: the machine may have other things to do. */
const PATIENCE = 15_000;

export interface Town {
  readonly discord: OpenDiscord;
  readonly people: Readonly<Record<Name, PersonId>>;
  readonly robot: PersonId;
  /** The one server in NOD_GUILDS. */
  readonly home: string;
  /** Ana and Ben's, which Cam sees too; Dan and Eve's; where Fay asked Gus; nobody's, for everyone; one more. */
  readonly channels: Readonly<Record<'us' | 'theirs' | 'maybe' | 'lobby' | 'spare', ChannelId>>;
}

/** The same ids every time, as long as nobody says anything: two towns can be compared. */
export async function buildTown(now: () => Instant): Promise<Town> {
  const discord = new OpenDiscord({ now, token: TOKEN, patienceMilliseconds: PATIENCE });
  await discord.start(0);
  const people = Object.fromEntries(
    NAMES.map((name) => [name, discord.addUser({ name, locale: 'de' })]),
  ) as unknown as Town['people'];
  const robot = discord.addUser({ name: 'robot', bot: true });
  const { ana, ben, cam, dan, eve, fay, gus, hal, kim, lou } = people;
  const home = discord.addGuild({ members: [hal, ana, ben, cam, dan, eve, fay, gus, kim, lou, robot] });
  const closed = (name: string, visibleTo: PersonId[]) =>
    discord.addChannel(home, { name, visibleTo: [...visibleTo, discord.bot] });
  const channels = {
    us: closed('us', [ana, ben, cam]),
    theirs: closed('theirs', [dan, eve]),
    maybe: closed('maybe', [fay, gus]),
    lobby: discord.addChannel(home, { name: 'lobby' }),
    spare: discord.addChannel(home, { name: 'spare' }),
  };
  for (const person of Object.values(people)) discord.dm(person); // now, so that they have the same ids everywhere
  return { discord, people, robot, home, channels };
}

/** Settings that nobody else has, so that a trace of them in an answer tells where it came from. */
const OWN: Readonly<Record<'ana' | 'ben' | 'dan' | 'eve', Partial<PartnerSettings>>> = {
  ana: { zone: 'Atlantic/Azores', quiet: { from: 185, until: 250 }, numbers: true },
  ben: {
    zone: 'Pacific/Auckland',
    quiet: { from: 755, until: 805 }, // 12:35–13:25
    away: [{ from: 875, until: 880 }], // 14:35–14:40
    usual: [{ from: 1065, until: 1070 }], // 17:45–17:50
    exceptions: ['play/only-joking', 'request/pick-up'],
    nudgesPerDay: 2,
  },
  dan: { zone: 'Africa/Nairobi', quiet: { from: 65, until: 70 } },
  eve: { zone: 'Asia/Dubai', quiet: { from: 135, until: 140 } },
};

/** What each gave; no kind was given by two of them. */
const GAVE: Readonly<Record<'ana' | 'ben' | 'dan' | 'eve', BidKind>> = {
  ana: 'affection',
  ben: 'interest',
  dan: 'attention',
  eve: 'request',
};
const GAVE_TIMES = 4;

/** Both couples with everything there can be of them, an invitation that is open, and one who said "never". */
export async function settleIn(store: Store, { people, channels }: Town, at: Instant): Promise<void> {
  const { ana, ben, dan, eve, fay, gus, kim } = people;
  await becomeCouple(store, { channel: channels.us, people: [ana, ben], names: ['ana', 'ben'], at });
  await becomeCouple(store, { channel: channels.theirs, people: [dan, eve], names: ['dan', 'eve'], at });
  const asked = await store.invite({ platform: 'discord', channel: channels.maybe, by: fay, to: gus, at });
  const secret = await store.secret();
  await store.rememberAsked(fingerprint(secret, [fay, gus]), at);
  await store.refuseForEver(fingerprint(secret, [kim]), at);
  await store.commit({
    states: [],
    moments: [],
    outbox: [],
    ledger: [
      ['listening', 'on'],
      ['adult', 'yes'],
      ['zone', 'Africa/Lagos'],
    ].map(([about = '', to = '']) => ({ partner: asked.partners[0].id, entry: line(asked, at, { about, to }) })),
  });
}

interface Beginning {
  readonly channel: ChannelId;
  readonly people: readonly [PersonId, PersonId];
  readonly names: readonly [keyof typeof OWN, keyof typeof OWN];
  readonly at: Instant;
}

async function becomeCouple(store: Store, { channel, people, names, at }: Beginning): Promise<void> {
  const row = await store.invite({ platform: 'discord', channel, by: people[0], to: people[1], at: at - 40 * DAY });
  const partner = (index: 0 | 1) => ({
    id: row.partners[index].id,
    settings: { ...everythingOn('UTC'), ...OWN[names[index]] },
    // Long enough for the quiet start to be over, and short enough for nothing to be asked again.
    consentedAt: at - 10 * DAY,
  });
  const state = newDyad([partner(0), partner(1)], { at, cursor: cursorAt(at) });
  await store.commit({
    states: [{ dyad: row.id, state: { ...state, nextSeq: 1 + 2 * GAVE_TIMES } }],
    moments: ([0, 1] as const).flatMap((index) =>
      Array.from({ length: GAVE_TIMES }, (_, nth) => ({ dyad: row.id, moment: gift(row, index, { nth, names, at }) })),
    ),
    outbox: [],
    ledger: ([0, 1] as const).flatMap((index) =>
      [
        { about: 'listening', to: 'on' },
        { about: 'adult', to: 'yes' },
        { about: 'zone', to: OWN[names[index]].zone ?? '' },
      ].map((said) => ({ partner: row.partners[index].id, entry: line(row, at - 10 * DAY, said) })),
    ),
  });
}

function gift(
  row: DyadRow,
  index: 0 | 1,
  { nth, names, at }: { nth: number; names: Beginning['names']; at: Instant },
): Moment {
  return {
    seq: 1 + index * GAVE_TIMES + nth,
    // Some are of this month, some lie so far back that they become weekly totals.
    at: at - (2 + 15 * nth) * DAY - HOUR,
    by: row.partners[index].id,
    kind: GAVE[names[index]],
    energy: 'enthusiastic',
    availableSeconds: 60 + nth,
    prompted: false,
  };
}

function line(row: DyadRow, at: Instant, { about, to }: Pick<LedgerEntry, 'about' | 'to'>): LedgerEntry {
  return { at, dyad: row.id, about, to, scope: CONSENT_SCOPE };
}
