import { mayNotice } from '../coach/notices.ts';
import { nextWeekTime } from '../domain/availability.ts';
import type { Due, DyadState, PartnerSettings, PartnerState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import { NOTICES, type Notice, type NoticeReason } from '../domain/nudge.ts';
import { LIVE_WITHIN, WEEKLY, WEEKLY_STALE } from '../domain/settings.ts';
import { DAY, HOUR, type Instant } from '../domain/time.ts';
import { burstEndsAt } from '../gather/gather.ts';
import { isListening } from './door.ts';
import { change, changePartner, type Draft, partnerOf } from './draft.ts';
import { withoutFirstDays } from './first-look.ts';
import { isGraduate } from './graduation.ts';
import { retractNotices } from './switches.ts';
import { nextWhisper } from './whispers.ts';

/**
 * Unasked messages about no moment, in the order of `NOTICES`: one that goes out uses up the budget of the next. Each
 * is looked at only when it is due, by the couple's own time, so that nobody's doing moves it by a second (law 6).
 */

interface Plan {
  /** Whether the partner is to get it as things stand. */
  readonly isWanted: (partner: PartnerState, state: DyadState) => boolean;
  /** Too long after its time it is left out. */
  readonly staleAfter: number;
  /** What keeps it back without an end is looked at again after this. Our choice. */
  readonly againAfter: number;
  readonly onSent?: (partner: PartnerState) => PartnerState;
  readonly onLeftOut?: (partner: PartnerState) => PartnerState;
}

const ONCE_A_WEEK = { staleAfter: WEEKLY_STALE, againAfter: HOUR } as const;

const PLANS: Readonly<Record<NoticeReason, Plan>> = {
  renewal: {
    isWanted: () => true, // `dueOf` has none where there is nothing to ask
    staleAfter: Number.POSITIVE_INFINITY,
    againAfter: DAY,
    onSent: (partner) => ({ ...partner, consent: { ...partner.consent, whispered: true } }),
  },
  'first-look': {
    isWanted: ({ settings }, state) => settings.coaching && isListening(state),
    staleAfter: DAY, // what it asks about is kept no longer
    againAfter: HOUR,
    onLeftOut: withoutFirstDays,
  },
  recap: { ...ONCE_A_WEEK, isWanted: ({ settings }, state) => settings.recap && isListening(state) },
  'check-in': { ...ONCE_A_WEEK, isWanted: ({ settings }, state) => settings.checkIn && isListening(state) },
  graduation: {
    ...ONCE_A_WEEK,
    isWanted: (partner, state) => isListening(state) && isGraduate(partner, state),
    onSent: (partner) => ({ ...partner, graduated: 'sent' }),
  },
};

/** A change of zone finds the same week again: the times of two weeks are further apart than twice this. */
const HALF_A_WEEK = 3 * DAY;

/** When a notice is next to be looked at; infinite when none is. */
export function nextNotice({ partners }: DyadState): Instant {
  const times = partners.flatMap((partner) => NOTICES.map((reason) => dueOf(partner, reason)?.at));
  return Math.min(...times.map((at) => at ?? Number.POSITIVE_INFINITY));
}

/** Looks at every notice that is due by then: it is sent, waits, or is left out this time. */
export function lookAtNotices(draft: Draft, until: Instant): void {
  for (const { id } of draft.state.partners) {
    for (const reason of NOTICES) {
      const due = dueOf(partnerOf(draft.state, id), reason);
      if (due && due.at <= until) look(draft, { to: id, reason, due });
    }
  }
}

/** Takes up what somebody now wants by the week, lets go of what they do not, and moves the rest to their new zone. */
export function planWeekly(
  draft: Draft,
  to: PartnerId,
  { before, at }: { before: PartnerSettings; at: Instant },
): void {
  const { settings } = partnerOf(draft.state, to);
  const isOn = { recap: settings.recap, 'check-in': settings.checkIn };
  for (const reason of ['recap', 'check-in'] as const) {
    const due = dueOf(partnerOf(draft.state, to), reason);
    if (!isOn[reason]) {
      setDue(draft, to, { reason, due: undefined });
      retractNotices(draft, to, reason);
    } else if (!due) setDue(draft, to, { reason, due: onTime(nextWeekTime(at, settings.zone, WEEKLY[reason])) });
    else if (before.zone !== settings.zone) {
      const moved = nextWeekTime(due.since - HALF_A_WEEK, settings.zone, WEEKLY[reason]);
      setDue(draft, to, { reason, due: onTime(moved) });
    }
  }
}

/** Thinks of the notice at that time. */
function setDue(draft: Draft, to: PartnerId, { reason, due }: { reason: NoticeReason; due: Due | undefined }): void {
  changePartner(draft, to, ({ due: { [reason]: _, ...others } = {}, ...partner }) => {
    const all = due ? { ...others, [reason]: due } : others;
    return Object.keys(all).length === 0 ? partner : { ...partner, due: all };
  });
}

const onTime = (at: Instant): Due => ({ since: at, at });

interface Look {
  readonly to: PartnerId;
  readonly reason: NoticeReason;
  readonly due: Due;
}

function look(draft: Draft, one: Look): void {
  const { to, reason, due } = one;
  const { time: at } = draft.state;
  const plan = PLANS[reason];
  const partner = partnerOf(draft.state, to);
  if (at > due.since + plan.staleAfter || !plan.isWanted(partner, draft.state)) {
    setDue(draft, to, { reason, due: nextTime(partner, reason, due) });
    changePartner(draft, to, (own) => plan.onLeftOut?.(own) ?? own);
    return;
  }
  const until = waitsUntil(draft, one);
  if (until === undefined) send(draft, one);
  else setDue(draft, to, { reason, due: { ...due, at: until } });
}

function waitsUntil({ state, env }: Draft, { to, reason }: Look): Instant | undefined {
  // Nobody is written to in the middle of saying something; that the other is, must not move it (law 6).
  if (state.burst?.by === to) return burstEndsAt(state.burst);
  if (env.now - state.time > LIVE_WITHIN) return env.now; // history is being read
  // While it rests nobody is written to: else who stopped, and how, would show (law 6).
  if (!isListening(state)) return state.time + PLANS[reason].againAfter;
  const shut = mayNotice(state, { to, reason, quietStart: env.options.quietStart }, state.time);
  return shut && (shut.until ?? state.time + PLANS[reason].againAfter);
}

function send(draft: Draft, { to, reason, due }: Look): void {
  const { time: at } = draft.state;
  const notice: Notice = { seq: nextWhisper(draft, to, at), to, reason, at };
  draft.effects.push({ do: 'notice', notice });
  change(draft, { notices: [...draft.state.notices, notice] });
  setDue(draft, to, { reason, due: nextTime(partnerOf(draft.state, to), reason, due) });
  changePartner(draft, to, (partner) => PLANS[reason].onSent?.(partner) ?? partner);
}

/** When the partner is to get it, or undefined where nobody is to think of it. */
function dueOf({ due, consent, listening, settings }: PartnerState, reason: NoticeReason): Due | undefined {
  if (reason !== 'renewal') return due?.[reason];
  const { askAgainAt, whispered } = consent;
  if (!listening || !settings.coaching || whispered || askAgainAt === undefined) return undefined;
  return { since: askAgainAt, at: Math.max(askAgainAt, due?.renewal?.at ?? askAgainAt) };
}

/** What comes by the week comes a week later; the rest has its own occasion. */
function nextTime({ settings, left }: PartnerState, reason: NoticeReason, { since }: Due): Due | undefined {
  if (left || (reason !== 'recap' && reason !== 'check-in')) return undefined;
  return onTime(nextWeekTime(since, settings.zone, WEEKLY[reason]));
}
