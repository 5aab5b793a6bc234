import { CONSENT_SCOPE, type LedgerEntry } from '../domain/consent.ts';
import type { PartnerSettings } from '../domain/dyad.ts';
import { type ChannelId, dyadId, NOBODY, type PersonId } from '../domain/ids.ts';
import { REASONS } from '../domain/nudge.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { DAY, HOUR } from '../domain/time.ts';
import { codeOf, NodError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConsentChoices, NodForAsker } from '../ports/command.ts';
import type { Platform } from '../ports/platform.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import { invitationCard } from '../texts/cards.ts';
import { texts } from '../texts/texts.ts';
import { bothConsented } from './consents.ts';
import type { Desk } from './desk.ts';
import { fingerprint } from './fingerprint.ts';
import { ledgerLines, termLines } from './ledger-lines.ts';
import type { Queue } from './queue.ts';
import type { Runner } from './runner.ts';
import type { Told } from './told.ts';

export interface InvitationParts extends Told {
  readonly store: Store;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly runner: Runner;
  readonly secret: string;
  /** Answers to invitations are taken one after the other, so that the last word counts; deleting is too. */
  readonly oneAtATime: Queue;
  /** Of two who ask at once the second finds that they were asked. A queue of its own: it waits for the platform. */
  readonly askingOneAtATime: Queue;
  /** Who is asking while the platform is looked at; whoever deletes meanwhile asks no more. */
  readonly underWay: Set<UnderWay>;
}

/** Somebody's question that is not written down yet. */
export interface UnderWay {
  readonly by: PersonId;
  isOver: boolean;
}

/** An invitation lapses unsaid after this. Trust, "Consent". */
const INVITATION_LIVES = 72 * HOUR;
/** A pair is asked at most once in this time. Trust, "Consent". */
const ASK_AGAIN_AFTER = 30 * DAY;

type Invitations = Pick<NodForAsker, 'invite' | 'consent' | 'decline'> & {
  readonly pending: NodForAsker['invitation'];
};

/**
 * Asking for consent and giving it. Before the second consent only the two ids, the channel and the ledger
 * are stored; declined and pending look alike to everybody. Source: trust, "Consent".
 */
export function createInvitations(parts: InvitationParts, person: PersonId): Invitations {
  const { store, platform, clock, runner, secret, oneAtATime, askingOneAtATime, underWay } = parts;

  /** From now on and not from its turn on: whoever deletes may do so while it waits behind others. */
  async function invite(partner: PersonId, channel: ChannelId): Promise<void> {
    const asking: UnderWay = { by: person, isOver: false };
    underWay.add(asking);
    await askingOneAtATime(() => ask(asking, partner, channel)).finally(() => underWay.delete(asking));
  }

  async function ask(asking: UnderWay, partner: PersonId, channel: ChannelId): Promise<void> {
    await refuseWrongPlace(partner, channel);
    const now = clock.now();
    const pair = fingerprint(secret, [person, partner]);
    const asksStill = <T>(task: () => Promise<T>) => oneAtATime(async () => (asking.isOver ? undefined : task()));
    await asksStill(() => store.takeBackRefusal(fingerprint(secret, [person]))); // who asks may be asked again
    const refused = await store.refuses(fingerprint(secret, [partner]));
    const isTaken = isElsewhere(partner, person) || !isFree(channel, [person]);
    // The asker reads the same either way. That no card comes can mean any of these, and they are not told which.
    if (refused || isTaken || (await store.wasAsked(pair, now - ASK_AGAIN_AFTER))) return;
    const invitation = { platform: platform.name, channel, by: person, to: partner, at: now };
    const row = await asksStill(() => store.invite(invitation));
    if (!row) return;
    try {
      await platform.post(channel, invitationCard(row.id), `invite.${row.id}`);
    } catch (error) {
      // Only where Discord surely refused was nobody asked; a card that timed out may be out.
      if (codeOf(error) === 'DISCORD_PERMISSION_MISSING') await store.endDyad(row.id).catch(() => {});
      else await store.rememberAsked(pair, now);
      throw error;
    }
    await store.rememberAsked(pair, now);
  }

  async function refuseWrongPlace(partner: PersonId, channel: ChannelId): Promise<void> {
    if (partner === person) throw cannot('oneself');
    const report = await platform.inspect(channel, [person, partner]);
    if (report.bots.includes(partner)) throw cannot('bot');
    if (!report.readable || report.missing.length > 0) {
      const missing = report.missing.join(', ') || 'View Channel';
      throw new NodError(
        'DISCORD_PERMISSION_MISSING',
        texts.refusals.lacking.message(missing),
        texts.refusals.lacking.hint,
      );
    }
    if (report.absent.length > 0) throw cannot('absent');
    if (runner.deskOfPerson(person)) throw cannot('together');
    const there = runner.deskOfChannel(channel)?.members;
    // Whom they name makes no difference: it would tell anybody who is in the couple, and when one of the two deletes.
    if (there && !there.some((member) => member.person === person)) throw cannot('taken');
  }

  /**
   * Whether somebody is in a couple that counts for who would be with them. One that the other of the two has left does
   * not: whether it goes on as a pause or is over on both sides is nobody's to know (ADR 18).
   */
  function isElsewhere(who: PersonId, other: PersonId): boolean {
    const desk = runner.deskOfPerson(who);
    return desk !== undefined && !hasLeft(desk, other);
  }

  /** Whether no couple is in the channel, but for one that one of these has left. */
  function isFree(channel: ChannelId, people: readonly PersonId[]): boolean {
    const desk = runner.deskOfChannel(channel);
    return desk === undefined || people.some((one) => hasLeft(desk, one));
  }

  /** The row, when the person is one of its two and it is still open. */
  async function open(dyad: number): Promise<DyadRow | undefined> {
    const rows = await store.dyadsOf(platform.name, person);
    const row = rows.find((one) => one.id === dyadId(dyad));
    if (!row || row.state || clock.now() > row.askedAt + INVITATION_LIVES) return undefined;
    return row;
  }

  async function consent(dyad: number, choices: ConsentChoices): Promise<void> {
    const row = await open(dyad);
    const self = row?.partners.find((partner) => partner.person === person);
    if (!row || !self) throw cannot('ended');
    const other = row.partners.find((partner) => partner !== self)?.person ?? NOBODY;
    if (isElsewhere(person, other)) throw cannot('together');
    const lines = [
      { about: 'listening', to: 'on' },
      { about: 'adult', to: 'yes' },
      ...termLines({ scope: CONSENT_SCOPE, host: parts.host, encrypted: parts.encrypted, readers: choices.readers }),
      ...ledgerLines(settingsOf(choices)),
    ];
    const entries = lines.map(
      (line): LedgerEntry => ({ at: clock.now(), dyad: row.id, scope: CONSENT_SCOPE, ...line }),
    );
    const ledger = entries.map((entry) => ({ partner: self.id, entry }));
    const partners = await bothConsented(store, row, { partner: self.id, entries });
    const canBegin = isFree(row.channel, [person, other]) && !isElsewhere(other, person);
    if (!partners || !canBegin) await store.commit({ states: [], moments: [], outbox: [], ledger });
    else {
      for (const one of [person, other]) await leaveEarlier(one);
      await runner.begin(row, partners, ledger);
    }
  }

  /** Beginning anew ends what the two had: the one has left it already. */
  async function leaveEarlier(who: PersonId): Promise<void> {
    const desk = runner.deskOfPerson(who);
    const self = desk?.members.find((member) => member.person === who);
    if (desk && self) await runner.submit(desk.row.id, self.id, { do: 'leave' });
  }

  async function decline(dyad: number, forEver: boolean): Promise<void> {
    if (forEver) await store.refuseForEver(fingerprint(secret, [person]), clock.now());
    const rows = await store.dyadsOf(platform.name, person);
    const row = rows.find((one) => one.id === dyadId(dyad));
    const self = row?.partners.find((partner) => partner.person === person);
    if (!row || !self) return;
    if (row.state) {
      // An old card of a couple that has begun: no is no.
      await runner.submit(row.id, self.id, { do: 'leave' });
      return;
    }
    const entry: LedgerEntry = { at: clock.now(), dyad: row.id, scope: CONSENT_SCOPE, about: 'listening', to: 'off' };
    await store.commit({ states: [], moments: [], outbox: [], ledger: [{ partner: self.id, entry }] });
  }

  return {
    invite,
    consent: (dyad, choices) => oneAtATime(() => consent(dyad, choices)),
    decline: (dyad, forEver) => oneAtATime(() => decline(dyad, forEver)),
    async pending(dyad) {
      const row = await open(dyad);
      if (!row) return undefined;
      // Whoever has deleted what is theirs is not known any more; they still are no "other" on the card (law 6).
      const people = row.partners.map((partner) => partner.person).filter((known) => known !== NOBODY);
      const { others } = await platform.inspect(row.channel, people);
      return { others: Math.max(0, others - (row.partners.length - people.length)) };
    },
  };
}

/**
 * Whoever has deleted what is theirs is nobody, in an invitation as in the couple they left: agreeing to the one must
 * not be refused for the other, or the deletion would show (ADR 18). It never begins, since nobody says yes.
 */
function hasLeft({ members, session }: Desk, person: PersonId): boolean {
  const id = members.find((member) => member.person === person)?.id;
  return session.state.partners.some((partner) => partner.id === id && partner.left);
}

function cannot(why: 'oneself' | 'bot' | 'absent' | 'taken' | 'ended' | 'together'): NodError {
  return new NodError('CANNOT_INVITE', texts.refusals[why].message, texts.refusals[why].hint);
}

function settingsOf({ zone, quiet, away, usual, purposes }: ConsentChoices): PartnerSettings {
  return {
    ...DEFAULT_SETTINGS,
    zone,
    quiet,
    away,
    usual,
    coaching: purposes.includes('coaching'),
    reasons: REASONS.filter((reason) => purposes.includes(`reason:${reason}`)),
    typing: purposes.includes('typing'),
  };
}
