import { CONSENT_SCOPE, type LedgerEntry } from '../domain/consent.ts';
import type { PartnerSettings } from '../domain/dyad.ts';
import { type ChannelId, dyadId, NOBODY, type PersonId } from '../domain/ids.ts';
import { REASONS } from '../domain/nudge.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { DAY, HOUR } from '../domain/time.ts';
import { NodError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConsentChoices, NodForAsker } from '../ports/command.ts';
import type { Platform } from '../ports/platform.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import { invitationCard } from '../texts/cards.ts';
import { texts } from '../texts/texts.ts';
import { bothConsented } from './consents.ts';
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
  /** Answers to invitations are taken one after the other, so that the last word counts. */
  readonly oneAtATime: Queue;
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
  const { store, platform, clock, runner, secret, oneAtATime } = parts;

  async function invite(partner: PersonId, channel: ChannelId): Promise<void> {
    await refuseWrongPlace(partner, channel);
    const now = clock.now();
    const pair = fingerprint(secret, [person, partner]);
    await store.takeBackRefusal(fingerprint(secret, [person])); // who asks may be asked again
    const refused = await store.refuses(fingerprint(secret, [partner]));
    // The asker reads the same either way. That no card comes can mean any of these, and they are not told which.
    if (refused || isTaken(partner, channel) || (await store.wasAsked(pair, now - ASK_AGAIN_AFTER))) return;
    const row = await store.invite({ platform: platform.name, channel, by: person, to: partner, at: now });
    await platform.post(channel, invitationCard(row.id));
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
    const isTheirs = there?.some((member) => member.person === partner || member.person === person);
    if (there && !isTheirs) {
      throw cannot('taken');
    }
  }

  /** Whether they are in a couple already; nobody is told, since it would say whether somebody has left. */
  function isTaken(partner: PersonId, channel: ChannelId): boolean {
    return runner.deskOfPerson(partner) !== undefined || runner.deskOfChannel(channel) !== undefined;
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
    if (runner.deskOfPerson(person)) throw cannot('together');
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
    const other = row.partners.find((partner) => partner !== self);
    const isFree = !runner.deskOfChannel(row.channel) && !(other && runner.deskOfPerson(other.person));
    if (partners && isFree) await runner.begin(row, partners, ledger);
    else await store.commit({ states: [], moments: [], outbox: [], ledger });
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
