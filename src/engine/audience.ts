import { CONSENT_SCOPE, changesFor, type Terms } from '../domain/consent.ts';
import type { PartnerSettings, PartnerState } from '../domain/dyad.ts';
import type { DyadId, PartnerId } from '../domain/ids.ts';
import { MINUTE } from '../domain/time.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Judge } from '../ports/judge.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import { createAlarm } from './alarm.ts';
import type { OwnChange } from './apply.ts';
import type { Desk } from './desk.ts';
import { bothWant, isListening } from './door.ts';
import { partnerOf } from './draft.ts';
import type { Told } from './told.ts';

/** Keeps an eye on what a yes was given to: who can read the channel, and who runs Nod on what. */
export interface Audience {
  /** Looks now; never rejects. */
  check(desks: readonly Desk[]): Promise<void>;
}

export interface AudienceParts extends Told {
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  /** Resolves once it has come about. */
  readonly tell: (dyad: DyadId, by: PartnerId, change: OwnChange) => Promise<void>;
  /** Reads the history of a channel that perhaps can be read no longer. */
  readonly readMissed: (desk: Desk) => void;
  /** Aborted once Nod ends: what is still being looked up then is let go of. */
  readonly stopping: AbortSignal;
}

/** The terms for one of the two as they are now; until somebody has looked, nobody else can read. */
export function termsNow(
  { host, encrypted, judge }: Told,
  desk: Desk,
  { settings }: Pick<PartnerState, 'settings'>,
): Terms {
  const terms = { scope: CONSENT_SCOPE, host, encrypted, readers: desk.readers ?? 0 };
  return judge && mayRead(judge, settings.judge) ? { ...terms, judgeHost: judge.host } : terms;
}

/** Whether that language model is within what somebody chose. */
export function mayRead({ where }: Pick<Judge, 'where'>, choice: PartnerSettings['judge'] | undefined): boolean {
  return choice === 'cloud' || choice === where;
}

/** What they said yes to; absent where nobody is asked again. */
export function termsAgreed({ consent, settings }: Pick<PartnerState, 'consent' | 'settings'>): Terms | undefined {
  return consent.terms && { ...consent.terms, judgeHost: settings.judgeHost };
}

/** Where Nod is shut out and a look could not tell whether it still is, it looks again after this. Our choice. */
const LOOK_AGAIN = 5 * MINUTE;

export function createAudience(parts: AudienceParts): Audience {
  const { platform, clock, log, tell, readMissed, stopping } = parts;
  const unseen = new Set<Desk>();
  const again = createAlarm(clock, () => {
    const desks = [...unseen];
    unseen.clear();
    void check(desks.filter(({ session }) => session.state.shutOut));
  });
  stopping.addEventListener('abort', () => again.set(undefined));

  async function look(desk: Desk): Promise<void> {
    const { row, members } = desk;
    const people = members.map(({ person }) => person);
    const report = await platform.inspect(row.channel, people);
    if (stopping.aborted) return;
    if (report.readable && desk.reading === 'behind') lookAgain(desk); // what is being read may yet find it closed
    if (!report.readable && desk.reading !== 'behind') readMissed(desk); // which tells whether Nod is shut out
    if (!report.readable) return;
    desk.readers = report.others;
    for (const { id, person } of members) {
      const is = report.absent.includes(person);
      if (is !== (partnerOf(desk.session.state, id).absent ?? false)) await tell(row.id, id, { do: 'absent', is });
    }
    if (desk.session.state.shutOut) await tell(row.id, members[0].id, { do: 'shut-out', is: false }); // both are there
  }

  function compare(desk: Desk): void {
    if (stopping.aborted || !isListening(desk.session.state)) return;
    for (const partner of desk.session.state.partners) {
      const agreed = termsAgreed(partner);
      const { askAgainAt } = partner.consent;
      if (!agreed || changesFor(agreed, termsNow(parts, desk, partner)).length === 0) continue;
      if (askAgainAt === undefined || askAgainAt > clock.now()) void tell(desk.row.id, partner.id, { do: 'ask-again' });
    }
  }

  function lookAgain(desk: Desk): void {
    unseen.add(desk);
    again.setEarlier(clock.now() + LOOK_AGAIN);
  }

  async function check(desks: readonly Desk[]): Promise<void> {
    // Where a switch is off nobody is looked for or asked: that would tell a pause from leaving or deleting all.
    const wanted = desks.filter(({ session }) => bothWant(session.state));
    for (const desk of wanted) {
      if (stopping.aborted) return;
      await look(desk)
        .then(() => compare(desk))
        .catch((error: unknown) => {
          compare(desk);
          if (stopping.aborted) return;
          log.debug({ code: codeOf(error) }, 'who can read a channel could not be looked up');
          lookAgain(desk);
        });
    }
  }

  return { check };
}
