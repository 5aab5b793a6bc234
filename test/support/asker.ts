import type { CheckIn } from '../../src/domain/check-in.ts';
import type { LedgerEntry } from '../../src/domain/consent.ts';
import type { FirstMoment, PartnerSettings } from '../../src/domain/dyad.ts';
import { channelId, type PersonId, personId } from '../../src/domain/ids.ts';
import type { NoticeReason } from '../../src/domain/nudge.ts';
import { RETENTION } from '../../src/domain/retention.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import type { Instant } from '../../src/domain/time.ts';
import { closedWeek } from '../../src/domain/week.ts';
import type { Wishes } from '../../src/domain/wishes.ts';
import type {
  Ask,
  Change,
  ConsentChoices,
  Mirror,
  NodForAsker,
  Noticed,
  NudgeForAsker,
  OwnExport,
  Recap,
  Renewal,
  SomeHints,
  Standing,
  Suggested,
  Together,
  Why,
} from '../../src/ports/command.ts';

/** As long as Discord's ids get. */
export const ASKER = personId('12345678901234567890');
export const CHANNEL = channelId('98765432109876543210');

/** Wednesday, 14:00 in Berlin. */
export const NOW: Instant = Date.parse('2026-11-25T14:00:00+01:00');

/** What a card says of an instant: each reads it on the clock of their own device. */
export const onTheirClock = (at: Instant, style: 't' | 'f' | 'R') => `<t:${at / 1_000}:${style}>`;

/** What the asker's couple is like; without `settings` they have none. */
export interface Life {
  readonly now?: Instant;
  readonly host?: string;
  readonly encrypted?: boolean;
  /** What they are asked again; renewing ends it. */
  readonly renewal?: Renewal;
  readonly listening?: Standing['listening'];
  readonly settings?: Partial<PartnerSettings> | 'none';
  readonly busyUntil?: Instant;
  readonly snoozedUntil?: Instant;
  /** The card that they said yes to did not ask about pauses yet. */
  readonly pausesUnasked?: true;
  /** Their own switch is off. */
  readonly paused?: true;
  readonly sign?: string;
  readonly judge?: 'local' | 'cloud';
  /** The other's card, shared. */
  readonly theirCard?: Wishes;
  readonly why?: Why;
  readonly mirror?: Mirror['lines'];
  readonly together?: Together['lines'];
  readonly kept?: Together['kept'];
  /** What they gave in the closed week; without it, and with nothing shared, the week is empty. */
  readonly ownWeek?: Recap['own'];
  readonly checkIns?: readonly CheckIn[];
  readonly ledger?: readonly LedgerEntry[];
  /** The invitation that is open, and how many others read its channel. */
  readonly invitation?: { readonly dyad: number; readonly others: number };
  readonly nudge?: { readonly dyad: number } & NudgeForAsker;
  /** A card about no moment that is out to the asker. */
  readonly notice?: { readonly seq: number; readonly dyad: number; readonly reason?: NoticeReason | 'support' };
  /** Moments of the quiet first days that they are asked about. */
  readonly firstLook?: readonly FirstMoment[];
  readonly takeAlong?: OwnExport;
  /** The number of their newest couple. */
  readonly newestCouple?: number;
  /** What Nod says of a message they point at. */
  readonly noticed?: Noticed;
  readonly suggested?: Suggested;
  readonly furtherHints?: SomeHints;
  /** What asking the other throws. */
  readonly inviteFails?: Error;
}

/** The port in memory: keeps what was submitted, and shows changed settings from then on. */
export interface RememberingAsker extends NodForAsker {
  readonly changes: Change[];
  readonly invites: { readonly partner: PersonId; readonly channel: string }[];
  readonly consents: { readonly dyad: number; readonly choices: ConsentChoices }[];
  readonly declines: { readonly dyad: number; readonly forEver: boolean }[];
  readonly mirrorDays: number[];
  /** Up to which couple they deleted everything. */
  readonly forgets: number[];
  readonly renewals: Instant[];
}

export function createAsker(life: Life = {}): RememberingAsker {
  const now = life.now ?? NOW;
  let settings = life.settings === 'none' ? undefined : { ...everythingOn('Europe/Berlin'), ...life.settings };
  let busyUntil = life.busyUntil;
  let { firstLook } = life;
  let { snoozedUntil } = life;
  let listening = !life.paused;
  let renewal = life.renewal;
  const kept = life.kept === undefined ? {} : { kept: life.kept };
  const log = {
    changes: [],
    invites: [],
    consents: [],
    declines: [],
    mirrorDays: [],
    renewals: [],
    forgets: [],
  } as Pick<RememberingAsker, 'changes' | 'invites' | 'consents' | 'declines' | 'mirrorDays' | 'renewals' | 'forgets'>;

  function keep(change: Change): void {
    if (change.do === 'settings' && settings) settings = { ...settings, ...change.settings };
    if (change.do === 'busy') busyUntil = change.until;
    if (change.do === 'snooze') snoozedUntil = change.until;
    if (change.do === 'pause' || change.do === 'resume') listening = change.do === 'resume';
    if (change.do === 'leave') settings = undefined;
    if (change.do === 'first-look')
      firstLook = firstLook?.map((one, at) => (at === change.index ? { ...one, answered: true } : one));
  }

  return {
    ...log,
    now,
    host: life.host ?? 'Kim',
    encrypted: life.encrypted ?? false,
    async standing() {
      if (!settings) return { listening: 'none' };
      const own = {
        listening,
        settings,
        channel: CHANNEL,
        ...(life.pausesUnasked ? { pausesUnasked: life.pausesUnasked } : {}),
        ...(busyUntil === undefined ? {} : { busyUntil }),
        ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
        ...(life.sign === undefined ? {} : { sign: life.sign }),
        ...(firstLook === undefined ? {} : { firstLook }),
        ...(life.judge === undefined ? {} : { judge: life.judge, judgeHost: 'judge.example' }),
        ...(life.checkIns === undefined ? {} : { checkIns: life.checkIns }),
      };
      return { listening: life.listening ?? (listening ? 'listening' : 'resting'), own };
    },
    theirCard: async () => (life.listening === 'resting' ? undefined : life.theirCard),
    why: async () =>
      settings && listening && life.listening !== 'resting' ? (life.why ?? { nudges: [], silences: [] }) : undefined,
    retention: () => RETENTION,
    ledger: async () => life.ledger ?? [],
    async mirror(days) {
      log.mirrorDays.push(days);
      if (!settings || life.listening === 'resting') return undefined;
      return { from: now - days * 86_400_000, until: now, lines: life.mirror ?? [] };
    },
    async recap() {
      if (!settings || life.listening === 'resting') return undefined;
      const { from, until } = closedWeek(now);
      return { from, until, together: life.together ?? [], own: life.ownWeek ?? [], ...kept };
    },
    together: async () =>
      settings && life.listening !== 'resting' ? { lines: life.together ?? [], ...kept } : undefined,
    async submit(change) {
      if (!settings) return false;
      log.changes.push(change);
      keep(change);
      return true;
    },
    renewal: async () => renewal,
    async renew() {
      renewal = undefined;
      log.renewals.push(now);
      return settings !== undefined;
    },
    notice: async (seq, dyad) =>
      life.notice?.seq === seq && life.notice.dyad === dyad ? (life.notice.reason ?? 'renewal') : undefined,
    takeAlong: async () => life.takeAlong ?? { consents: [], settings: undefined, weeks: [], checkIns: [] },
    newestCouple: async () => life.newestCouple ?? 0,
    async forget(upTo) {
      if (upTo < (life.newestCouple ?? 0)) return false;
      log.forgets.push(upTo);
      settings = undefined;
      return true;
    },
    async invite(partner, channel) {
      if (life.inviteFails) throw life.inviteFails;
      log.invites.push({ partner, channel });
    },
    async invitation(dyad) {
      return life.invitation?.dyad === dyad ? { others: life.invitation.others } : undefined;
    },
    async consent(dyad, choices) {
      log.consents.push({ dyad, choices });
    },
    notices: async () => life.noticed ?? { is: 'none' },
    suggest: async () => life.suggested ?? { is: 'none' },
    furtherHints: () => life.furtherHints,
    async decline(dyad, forEver) {
      log.declines.push({ dyad, forEver });
    },
    async nudge(seq, dyad) {
      const { nudge } = life;
      return nudge && nudge.seq === seq && nudge.dyad === dyad ? nudge : undefined;
    },
  };
}

/** One use of a command by the asker. */
export function ask(options: Ask['options'] = {}, more: Partial<Ask> = {}): Ask {
  return { by: ASKER, channel: CHANNEL, where: 'server', locale: 'en-GB', at: NOW, options, ...more };
}
