import { ownSilences } from '../coach/own-silences.ts';
import { changesFor } from '../domain/consent.ts';
import type { PartnerState } from '../domain/dyad.ts';
import { type DyadId, dyadId, type PersonId } from '../domain/ids.ts';
import { isNudge } from '../domain/nudge.ts';
import { RETENTION } from '../domain/retention.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { wereAskedAboutPauses } from '../domain/typing-leave.ts';
import { sharedWishes, type Wishes } from '../domain/wishes.ts';
import type { Change, NodForAsker, NudgeForAsker, Standing, Why } from '../ports/command.ts';
import type { Judge } from '../ports/judge.ts';
import { mirror } from '../tally/mirror.ts';
import { together } from '../tally/together.ts';
import { hintText } from '../texts/hints.ts';
import { mayRead, termsAgreed, termsNow } from './audience.ts';
import type { Desk } from './desk.ts';
import { isListening } from './door.ts';
import { otherOf } from './draft.ts';
import { createInvitations, type InvitationParts } from './invitations.ts';
import { keptIn } from './kept.ts';
import { createPointing } from './pointing.ts';
import { givenLately, readRecap } from './recaps.ts';
import { isAskedAgain, settingsRenewed, toHost } from './renewal.ts';
import { createRights } from './rights.ts';

export interface AskerParts extends InvitationParts {
  readonly judge?: Judge | undefined;
}

/** Who asks, and when by the platform's own clock. */
export interface Asking {
  readonly person: PersonId;
  readonly at: Instant;
}

/**
 * What one person may see and change: their own side, and what is said to both alike. There is no way to
 * name anybody else here, so no command can show one partner the other's (law 6).
 */
export function createAsker(parts: AskerParts, { person, at }: Asking): NodForAsker {
  const { store, platform, runner } = parts;
  const invitations = createInvitations(parts, person);

  function own(): { desk: Desk; partner: PartnerState } | undefined {
    const desk = runner.deskOfPerson(person);
    const id = desk?.members.find((member) => member.person === person)?.id;
    const partner = desk?.session.state.partners.find((one) => one.id === id);
    return desk && partner ? { desk, partner } : undefined;
  }

  /** Both alike: a switch off, an outage or a lost channel; never what made Nod rest. */
  function isHere(desk: Desk): boolean {
    return isListening(desk.session.state);
  }

  async function standing(): Promise<Standing> {
    const mine = own();
    if (!mine) return { listening: 'none' };
    const { desk, partner } = mine;
    const { settings, listening, snoozedUntil } = partner;
    const busyUntil = partner.busy.find((span) => span.from <= at && at < span.until)?.until;
    return {
      listening: isHere(desk) ? 'listening' : 'resting',
      own: {
        listening,
        settings,
        channel: desk.row.channel,
        ...(wereAskedAboutPauses(partner.consent) ? {} : { pausesUnasked: true }),
        ...(busyUntil === undefined ? {} : { busyUntil }),
        ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
        ...(partner.firstLook === undefined ? {} : { firstLook: partner.firstLook }),
        ...(partner.checkIns === undefined ? {} : { checkIns: partner.checkIns }),
        ...(desk.session.state.sign === undefined ? {} : { sign: desk.session.state.sign }),
        ...(parts.judge === undefined ? {} : { judge: parts.judge.where, judgeHost: parts.judge.host }),
      },
    };
  }

  function nudgeOf(seq: number, dyad: number): NudgeForAsker | undefined {
    const mine = own();
    if (!mine || mine.desk.row.id !== dyad) return undefined;
    const { nudges, promises } = mine.desk.session.state;
    const live = nudges.find((nudge) => nudge.seq === seq && nudge.to === mine.partner.id);
    const row = runner.outbox.find(dyadId(dyad), seq);
    if (!live || !row || !isNudge(row.whisper)) return undefined;
    const { kind, reason, about, hint } = row.whisper;
    const text = hintText(hint);
    if (text === undefined) return undefined;
    const link = platform.linkTo(mine.desk.row.channel, about);
    const promised = reason === 'promise' ? promises.find(({ bidSeq }) => bidSeq === live.bidSeq) : undefined;
    return { seq, kind, reason, hintText: text, link, ...(promised ? { promisedAt: promised.madeAt } : {}) };
  }

  /** While Nod rests it is kept back, as all that the other gave: that they left, or deleted it, must not show. */
  async function theirCard(): Promise<Wishes | undefined> {
    const mine = own();
    if (!mine || !isHere(mine.desk)) return undefined;
    return sharedWishes(otherOf(mine.desk.session.state, mine.partner.id).settings.wishes);
  }

  async function why(): Promise<Why | undefined> {
    const mine = own();
    if (!mine || !isHere(mine.desk)) return undefined;
    const { desk, partner } = mine;
    const nudges = desk.session.state.nudges.flatMap(({ seq, to, reason }) => {
      const row = to === partner.id ? runner.outbox.find(desk.row.id, seq) : undefined;
      return row?.status === 'sent' && row.sent ? [{ at: row.sent.at, reason }] : [];
    });
    return { nudges, silences: ownSilences(partner, at) };
  }

  return {
    now: at,
    host: parts.host,
    encrypted: parts.encrypted,
    standing,
    theirCard,
    why,
    retention: () => RETENTION,
    async ledger() {
      const mine = own();
      // Lines of an earlier couple go when the other deletes: that they went would tell. The export has none either.
      return mine ? (await store.ledger(mine.partner.id)).filter(({ dyad }) => dyad === mine.desk.row.id) : [];
    },
    async mirror(days) {
      const mine = own();
      if (!mine || !isHere(mine.desk)) return undefined;
      const { desk, partner } = mine;
      const until = at;
      const from = until - days * DAY;
      const dyad: DyadId = desk.row.id;
      const moments = await store.momentsBy(dyad, partner.id, from);
      const period = { by: partner.id, from, until, numbers: partner.settings.numbers };
      return mirror(moments, await store.weeks(dyad), period);
    },
    async together() {
      const mine = own();
      if (!mine || !isHere(mine.desk)) return undefined;
      const { row, session } = mine.desk;
      const [first, second] = row.partners;
      const { lines } = together(await givenLately(store, row, at), [first.id, second.id], at);
      return { lines, ...keptIn(session.state, at) };
    },
    async recap() {
      const mine = own();
      if (!mine || !isHere(mine.desk)) return undefined;
      return readRecap(store, mine.desk, { by: mine.partner.id, at });
    },
    async submit(asked) {
      const mine = own();
      if (!mine) return false;
      await runner.submit(mine.desk.row.id, mine.partner.id, withJudgeHost(asked, parts.judge), at);
      return true;
    },
    async renewal() {
      const mine = own();
      if (!mine || !isAskedAgain(mine.partner, at)) return undefined;
      const { consent, settings } = mine.partner;
      const terms = termsNow(parts, mine.desk, mine.partner);
      const agreed = termsAgreed(mine.partner);
      const changes = agreed ? changesFor(agreed, terms) : [];
      const renewed = settingsRenewed(mine.partner, terms.judgeHost);
      const ends = settings.typing && !renewed.typing ? ({ typingEnds: true } as const) : {};
      return { lapsed: consent.lapsed ?? false, changes, terms, settings: renewed, ...ends };
    },
    async renew() {
      const mine = own();
      if (!mine) return false;
      const terms = termsNow(parts, mine.desk, mine.partner);
      await runner.submit(mine.desk.row.id, mine.partner.id, { do: 'renew', terms }, at);
      return true;
    },
    async notice(seq, dyad) {
      const mine = own();
      if (mine?.desk.row.id !== dyad) return undefined;
      if (runner.support.isOut(dyadId(dyad), seq, mine.partner.id)) return 'support';
      return mine.desk.session.state.notices.find((one) => one.seq === seq && one.to === mine.partner.id)?.reason;
    },
    ...createRights(parts, { person, own }, at),
    ...createPointing(parts, { person, own, isHere }),
    invite: invitations.invite,
    invitation: invitations.pending,
    consent: invitations.consent,
    decline: invitations.decline,
    nudge: async (seq, dyad) => nudgeOf(seq, dyad),
  };
}

/** A yes to a language model is one to the computer it answers at now. */
function withJudgeHost(asked: Change, judge: Judge | undefined): Change {
  if (asked.do !== 'settings' || !judge || !mayRead(judge, asked.settings.judge)) return asked;
  return { ...asked, settings: toHost(asked.settings, judge.host) };
}
