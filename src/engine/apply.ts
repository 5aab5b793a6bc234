import type { Terms } from '../domain/consent.ts';
import type { DyadState, PartnerSettings } from '../domain/dyad.ts';
import { exceptionFor, withException } from '../domain/exception.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import { type LiveNudge, REASONS, type Reason } from '../domain/nudge.ts';
import type { Instant } from '../domain/time.ts';
import { wordsIn } from '../domain/utterance.ts';
import type { Change } from '../ports/command.ts';
import { noteUnheeded, retimeBids, retractNudgesAbout } from './bids.ts';
import { forgetUnwantedCheckIns, keepCheckIn } from './check-ins.ts';
import { change, changeBid, changePartner, type Draft, partnerOf } from './draft.ts';
import type { Effect } from './effects.ts';
import { forgetFirstDays } from './first-look.ts';
import { ledgerLines } from './ledger-lines.ts';
import { planWeekly } from './notices.ts';
import { takePausesBack } from './pauses.ts';
import { askAgain, renew } from './renewal.ts';
import { markAbsent, markShutOut, note, switchOff, switchOn } from './switches.ts';
import { markBusy } from './take.ts';
import { NO_TYPING } from './typing.ts';

/** A change by the runner itself, besides those a person makes. */
export type OwnChange =
  /** A direct message was deleted after its day; whether it was opened, the state knows. */
  | { readonly do: 'nudge-over'; readonly seq: number }
  /** A direct message made then never went out. */
  | { readonly do: 'nudge-undelivered'; readonly seq: number; readonly madeAt: Instant }
  /** Direct messages cannot, or can again, reach them. */
  | { readonly do: 'unreachable'; readonly is: boolean }
  /** They cannot, or can again, read the channel. */
  | { readonly do: 'absent'; readonly is: boolean }
  /** The channel can no longer, or can again, be read by Nod. */
  | { readonly do: 'shut-out'; readonly is: boolean }
  /** Something is no longer as it was when they said yes. */
  | { readonly do: 'ask-again' }
  /** They were told that Nod does not read the language they write. */
  | { readonly do: 'told-unread' }
  /** They said yes again, to these terms. */
  | { readonly do: 'renew'; readonly terms: Terms };

export interface ChangeContext {
  readonly by: PartnerId;
  readonly at: Instant;
  /** Where reading begins again after both switches are on. */
  readonly cursor: MessageId;
}

/** A change as data in, a new state and effects out; the runner puts it in the dyad's queue. */
export function apply(
  state: DyadState,
  asked: Change | OwnChange,
  context: ChangeContext,
): { readonly state: DyadState; readonly effects: readonly Effect[] } {
  const at = Math.max(state.time, context.at);
  const draft: Draft = { state, dangerAt: [], typing: NO_TYPING, effects: [], trace: [], env: NO_READING };
  applyOne(draft, asked, { ...context, at });
  return { state: draft.state, effects: draft.effects };
}

// Changes never read words; only steps do.
const NO_READING = { words: wordsIn(new Map()) } as Partial<Draft['env']> as Draft['env'];

function applyOne(draft: Draft, asked: Change | OwnChange, context: ChangeContext): void {
  const { by, at } = context;
  switch (asked.do) {
    case 'pause':
      switchOff(draft, context, {});
      return;
    case 'leave':
      takeCardAway(draft, context);
      switchOff(draft, context, { left: true });
      return;
    case 'resume':
      switchOn(draft, context, context.cursor);
      return;
    case 'busy':
      markBusy(draft, by, { from: at, until: asked.until });
      return;
    case 'snooze':
      changePartner(draft, by, (partner) => ({ ...partner, snoozedUntil: asked.until }));
      retractNudgesTo(draft, by);
      return;
    case 'settings':
      applySettings(draft, asked.settings, context);
      return;
    case 'nudge-opened':
      changePartner(draft, by, (partner) => ({ ...partner, ignoredInARow: 0 }));
      changeNudge(draft, asked.seq, (nudge) => ({ ...nudge, opened: true }));
      return;
    case 'nudge-over':
      for (const nudge of draft.state.nudges) if (nudge.seq === asked.seq) noteUnheeded(draft, nudge);
      if (draft.state.notices.some(({ seq, reason }) => seq === asked.seq && reason === 'first-look'))
        forgetFirstDays(draft, by);
      change(draft, {
        nudges: draft.state.nudges.filter((nudge) => nudge.seq !== asked.seq),
        notices: draft.state.notices.filter((notice) => notice.seq !== asked.seq),
      });
      return;
    case 'nudge-undelivered':
      takeNudgeBack(draft, by, asked);
      return;
    case 'talked':
      endTalked(draft, asked.seq);
      return;
    case 'not-this':
      exceptMoment(draft, asked.seq, context);
      return;
    case 'first-look':
      answerFirstLook(draft, asked, context);
      return;
    case 'joke':
      noteJoke(draft, asked.seq, context);
      return;
    case 'helpful':
      noteHelpful(draft, asked.seq, context);
      return;
    case 'check-in':
      keepCheckIn(draft, by, { agreed: asked.agreed, at });
      return;
    case 'step-back':
      stepBack(draft, asked.seq, context);
      return;
    case 'told-unread':
      changePartner(draft, by, (partner) => ({ ...partner, toldUnread: true }));
      return;
    case 'sign':
      chooseSign(draft, asked.emoji, context);
      return;
    case 'unreachable':
      changePartner(draft, by, ({ unreachable: _, ...partner }) =>
        asked.is ? { ...partner, unreachable: true } : partner,
      );
      return;
    case 'absent':
      markAbsent(draft, context, { is: asked.is, cursor: context.cursor });
      return;
    case 'shut-out':
      markShutOut(draft, at, { is: asked.is, cursor: context.cursor });
      return;
    case 'ask-again':
      askAgain(draft, by, at);
      return;
    case 'renew':
      renew(draft, { ...context, terms: asked.terms });
      return;
  }
}

function applySettings(draft: Draft, settings: Partial<PartnerSettings>, context: ChangeContext): void {
  const before = partnerOf(draft.state, context.by).settings;
  const after = { ...before, ...settings };
  for (const line of ledgerLines(after, before)) note(draft, context, line);
  changePartner(draft, context.by, (partner) => ({ ...partner, settings: after }));
  if (before.typing && !after.typing) takePausesBack(draft, context.by);
  retimeBids(draft);
  const stopped = before.reasons.filter((reason) => !after.coaching || !after.reasons.includes(reason));
  for (const reason of stopped) retractNudgesTo(draft, context.by, reason);
  planWeekly(draft, context.by, { before, at: context.at });
  forgetUnwantedCheckIns(draft, context.by);
}

/** Nothing of how they like to be met stays behind. */
function takeCardAway(draft: Draft, context: ChangeContext): void {
  const { wishes: _, ...settings } = partnerOf(draft.state, context.by).settings;
  for (const line of ledgerLines(settings, partnerOf(draft.state, context.by).settings)) note(draft, context, line);
  changePartner(draft, context.by, (partner) => ({ ...partner, settings }));
}

function retractNudgesTo(draft: Draft, to: PartnerId, reason?: Reason): void {
  const moot = draft.state.nudges.filter((nudge) => nudge.to === to && (!reason || nudge.reason === reason));
  for (const nudge of moot) draft.effects.push({ do: 'retract', seq: nudge.seq });
  change(draft, { nudges: draft.state.nudges.filter((nudge) => !moot.includes(nudge)) });
}

function changeNudge(draft: Draft, seq: number, patch: (nudge: LiveNudge) => LiveNudge): void {
  change(draft, { nudges: draft.state.nudges.map((nudge) => (nudge.seq === seq ? patch(nudge) : nudge)) });
}

/** It never arrived, moot or not by now: it used up no budget, and an answer is unprompted. */
function takeNudgeBack(
  draft: Draft,
  to: PartnerId,
  { seq, madeAt }: { readonly seq: number; readonly madeAt: Instant },
): void {
  const { nudges, notices } = draft.state;
  const nudge = nudges.find((one) => one.seq === seq);
  change(draft, {
    nudges: nudges.filter((one) => one !== nudge),
    notices: notices.filter((one) => one.seq !== seq),
  });
  changePartner(draft, to, ({ coachedAt, ...partner }) => ({
    ...partner,
    ...(coachedAt === undefined || coachedAt === madeAt ? {} : { coachedAt }),
    nudgedAt: partner.nudgedAt.filter((at) => at !== madeAt),
  }));
  if (nudge) changeBid(draft, nudge.bidSeq, ({ nudged: _, ...bid }) => bid);
}

/**
 * They talked about it elsewhere: Nod did not see that, so it counts nowhere, and nothing more is suggested. What they
 * also write here counts as it would without the press, or a line of `/nod us` would tell the other of it (law 6).
 */
function endTalked(draft: Draft, seq: number): void {
  const nudge = draft.state.nudges.find((one) => one.seq === seq);
  if (!nudge) return;
  const { bidSeq } = nudge;
  changeBid(draft, bidSeq, (bid) => ({ ...bid, considered: REASONS, talked: true }));
  change(draft, {
    promises: draft.state.promises.map((promise) =>
      promise.bidSeq === bidSeq ? { ...promise, considered: true } : promise,
    ),
    answered: draft.state.answered.filter((answered) => answered.bidSeq !== bidSeq),
  });
  retractNudgesAbout(draft, bidSeq);
}

/** Whether a word would have helped, back then: "no" makes Nod surer, "never" leaves such moments alone. */
function answerFirstLook(
  draft: Draft,
  { index, helps }: Extract<Change, { do: 'first-look' }>,
  context: ChangeContext,
): void {
  const { firstLook = [], settings } = partnerOf(draft.state, context.by);
  const moment = firstLook[index];
  if (!moment || moment.answered) return;
  const { kind, cue } = moment;
  const { jokes } = settings;
  if (helps === 'no') applySettings(draft, { jokes: { ...jokes, [kind]: (jokes[kind] ?? 0) + 1 } }, context);
  if (helps === 'never') leaveAlone(draft, cue ?? exceptionFor({ kind, because: [] }), context);
  changePartner(draft, context.by, (partner) => ({
    ...partner,
    firstLook: firstLook.map((one, at) => (at === index ? { ...one, answered: true as const } : one)),
  }));
}

/** It was a joke: for this person Nod must be surer of moments of that kind; undone in their settings. */
function noteJoke(draft: Draft, seq: number, context: ChangeContext): void {
  const nudge = draft.state.nudges.find((one) => one.seq === seq);
  if (!nudge) return;
  const { jokes } = partnerOf(draft.state, context.by).settings;
  applySettings(draft, { jokes: { ...jokes, [nudge.kind]: (jokes[nudge.kind] ?? 0) + 1 } }, context);
  retractNudgesAbout(draft, nudge.bidSeq);
}

/** It helped: one joke of that kind fewer is held against the next, however often they press it on one message. */
function noteHelpful(draft: Draft, seq: number, context: ChangeContext): void {
  const nudge = draft.state.nudges.find((one) => one.seq === seq);
  if (!nudge || nudge.helped) return;
  changeNudge(draft, seq, (one) => ({ ...one, helped: true }));
  const { jokes } = partnerOf(draft.state, context.by).settings;
  const count = jokes[nudge.kind];
  if (!count) return;
  const { [nudge.kind]: _, ...others } = jokes;
  applySettings(draft, { jokes: count > 1 ? { ...others, [nudge.kind]: count - 1 } : others }, context);
}

/** They read that they need no nudges: those go off, once; whoever wants them again says so. */
function stepBack(draft: Draft, seq: number, context: ChangeContext): void {
  const isOut = draft.state.notices.some(
    (one) => one.seq === seq && one.to === context.by && one.reason === 'graduation',
  );
  if (!isOut || partnerOf(draft.state, context.by).graduated === 'told') return;
  changePartner(draft, context.by, (partner) => ({ ...partner, graduated: 'told' }));
  applySettings(draft, { coaching: false, reasons: [] }, context);
}

/** The couple's own sign; without an emoji there is none. */
function chooseSign(draft: Draft, emoji: string | undefined, context: ChangeContext): void {
  const { sign, ...state } = draft.state;
  if (sign === emoji) return;
  note(draft, context, { about: 'sign', to: emoji ?? 'none' });
  draft.state = emoji === undefined ? state : { ...state, sign: emoji };
}

/** "Not this": moments like it no longer nudge this person; undone in their settings. */
function exceptMoment(draft: Draft, seq: number, context: ChangeContext): void {
  const nudge = draft.state.nudges.find((one) => one.seq === seq);
  if (!nudge) return;
  leaveAlone(draft, exceptionFor(nudge), context);
  retractNudgesAbout(draft, nudge.bidSeq);
}

function leaveAlone(draft: Draft, exception: string, context: ChangeContext): void {
  const { exceptions } = partnerOf(draft.state, context.by).settings;
  const more = withException(exceptions, exception);
  if (more !== exceptions) applySettings(draft, { exceptions: more }, context);
}
