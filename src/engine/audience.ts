import { CONSENT_SCOPE, changesFor, type Terms } from '../domain/consent.ts';
import type { DyadId, PartnerId } from '../domain/ids.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import type { OwnChange } from './apply.ts';
import type { Desk } from './desk.ts';
import { partnerOf } from './draft.ts';
import type { Told } from './runner.ts';

/** Keeps an eye on what a yes was given to: who can read the channel, and who runs Nod on what. */
export interface Audience {
  /** Looks now; never rejects. */
  check(desks: readonly Desk[]): Promise<void>;
}

export interface AudienceParts extends Told {
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: (dyad: DyadId, by: PartnerId, change: OwnChange) => void;
}

/** The terms as they are now; until somebody has looked, nobody else can read. */
export function termsNow({ host, encrypted }: Told, desk: Desk): Terms {
  return { scope: CONSENT_SCOPE, host, encrypted, readers: desk.readers ?? 0 };
}

export function createAudience(parts: AudienceParts): Audience {
  const { platform, clock, log, tell } = parts;

  async function look(desk: Desk): Promise<void> {
    const { row, members } = desk;
    const people = members.map(({ person }) => person);
    const report = await platform.inspect(row.channel, people);
    if (!report.readable) return; // reading finds that out by itself, and says so to both alike
    desk.readers = report.others;
    for (const { id, person } of members) {
      const is = report.absent.includes(person);
      if (is !== (partnerOf(desk.session.state, id).absent ?? false)) tell(row.id, id, { do: 'absent', is });
    }
  }

  function compare(desk: Desk): void {
    for (const { id, consent } of desk.session.state.partners) {
      const { terms, askAgainAt } = consent;
      if (!terms || changesFor(terms, termsNow(parts, desk)).length === 0) continue;
      if (askAgainAt === undefined || askAgainAt > clock.now()) tell(desk.row.id, id, { do: 'ask-again' });
    }
  }

  return {
    async check(desks) {
      for (const desk of desks) {
        await look(desk).catch((error: unknown) => {
          log.debug({ code: codeOf(error) }, 'who can read a channel could not be looked up');
        });
        compare(desk);
      }
    },
  };
}
