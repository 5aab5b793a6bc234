import type { PartnerState } from '../domain/dyad.ts';
import type { PersonId } from '../domain/ids.ts';
import { typingLeave, wereAskedAboutPauses } from '../domain/typing-leave.ts';
import type { NodForAsker } from '../ports/command.ts';
import type { Platform } from '../ports/platform.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import { NOTHING_TO_EXPORT, ownExport } from '../tally/own-export.ts';
import type { Desk } from './desk.ts';
import type { UnderWay } from './invitations.ts';
import type { Queue } from './queue.ts';
import type { Runner } from './runner.ts';

export interface RightsParts {
  readonly store: Store;
  readonly platform: Platform;
  readonly runner: Runner;
  /** Deleting and answering an invitation are done one after the other. */
  readonly oneAtATime: Queue;
  readonly underWay: ReadonlySet<UnderWay>;
}

type Rights = Pick<NodForAsker, 'takeAlong' | 'newestCouple' | 'forget'>;

function hasLeft({ partners, state }: DyadRow, person: PersonId): boolean {
  const id = partners.find((partner) => partner.person === person)?.id;
  return state?.partners.some((partner) => partner.id === id && partner.left) ?? false;
}

/** What a person may do with all that Nod has of them, whether it listens or rests. */
export function createRights(
  { store, platform, runner, oneAtATime, underWay }: RightsParts,
  { person, own }: { person: PersonId; own: () => { desk: Desk; partner: PartnerState } | undefined },
  now: number,
): Rights {
  /** One they left is not among them: when it goes, its number would tell that the other left as well. */
  async function newestCouple(): Promise<number> {
    const rows = await store.dyadsOf(platform.name, person);
    return Math.max(0, ...rows.filter((row) => !hasLeft(row, person)).map(({ id }) => id));
  }

  return {
    async takeAlong() {
      const mine = own();
      // Of a couple they left nothing is told: when it goes, it would tell that the other left as well.
      if (!mine) return NOTHING_TO_EXPORT;
      const { row } = mine.desk;
      const { id, settings, consent, checkIns = [] } = mine.partner;
      const typing = typingLeave(settings, wereAskedAboutPauses(consent));
      const [ledger, moments, weeks] = [
        await store.ledger(id),
        await store.momentsBy(row.id, id, 0),
        await store.weeks(row.id),
      ];
      return ownExport({ partner: id, dyad: row.id, ledger, settings, typing, moments, weeks, checkIns }, now);
    },
    newestCouple,
    forget: (upTo) =>
      oneAtATime(async () => {
        if ((await newestCouple()) > upTo) return false;
        for (const asking of underWay) if (asking.by === person) asking.isOver = true;
        await runner.forget(person);
        return true;
      }),
  };
}
