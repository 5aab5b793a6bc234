import { attempt, type Deed, type Outcome } from './attempt.ts';
import { difference, judge, type Measure } from './judge.ts';
import { essential, vital } from './rows.ts';
import { secretsFrom } from './secrets.ts';
import { gotOf, note, type Task } from './table.ts';
import type { Name } from './town.ts';
import { emptied } from './twins.ts';
import { openWorld, type World, type WorldChoices } from './world.ts';

/** Whole Nods are built, and put back again and again; the machine may have other things to do besides. */
export const LONG = 60_000;

/** Enough to see what is wrong; hostile values are long. */
const LONGEST_FAULT = 1_000;

/** Where deeds are tried: the town as it is, and a twin of it without what the doer must not learn of. */
export interface Arena {
  readonly world: World;
  readonly twin: World;
  close(): Promise<void>;
}

/** The twin is without everybody, unless told otherwise. */
export async function openArena(alter: NonNullable<WorldChoices['alter']> = emptied): Promise<Arena> {
  const [world, twin] = [await openWorld(), await openWorld({ alter })];
  return {
    world,
    twin,
    async close() {
      await world.close();
      await twin.close();
    },
  };
}

export interface Trial extends Omit<Measure, 'secrets'> {
  readonly group: string;
  readonly name: Name;
  readonly deeds: readonly Deed[];
  /** What is to be answered to each, where that can be said. */
  readonly answer?: RegExp;
  /** What happens first, in both worlds, and again whenever they were put back. */
  readonly scene?: (world: World) => Promise<void>;
  /** No row at all may change, not even the doer's own. */
  readonly changesNothing?: true;
}

/**
 * Tries every deed in both worlds, puts them back whenever one used up what was to be got at, and gives all that is wrong:
 * faults of the outcome by itself, and every way in which its answer tells the real world from its twin.
 */
export async function tryAll(
  task: Task,
  worlds: Pick<Arena, 'world'> & { twin?: World },
  trial: Trial,
): Promise<string[]> {
  const { world, twin } = worlds;
  const secrets = secretsFrom(trial.name, world);
  const wrong: string[] = [];
  const begin = async (putBack: boolean) => {
    for (const one of [world, twin]) {
      if (putBack) await one?.restore();
      if (one !== undefined) await trial.scene?.(one);
    }
  };
  await begin(false);
  for (const deed of trial.deeds) {
    const outcome = await attempt(world, deed);
    note(task, { group: trial.group, got: gotOf(outcome) });
    const faults = [...judge(outcome, { ...trial, secrets }), ...beside(trial, outcome)];
    const other = twin && (await attempt(twin, deed));
    if (other !== undefined) faults.push(...difference(outcome.answer, other.answer));
    wrong.push(...faults.map((fault) => `${trial.name} ${describe(deed)}: ${fault}`.slice(0, LONGEST_FAULT)));
    const isSpent = [outcome, other].some((one) => one && vital(one.before) !== vital(one.after));
    if (isSpent) await begin(true);
  }
  if (trial.scene !== undefined) await Promise.all([world.restore(), twin?.restore()]);
  return wrong;
}

function beside({ answer, changesNothing }: Trial, outcome: Outcome): readonly string[] {
  const faults: string[] = [];
  if (answer !== undefined && !answer.test(outcome.answer.text)) faults.push(`answered “${outcome.answer.text}”`);
  if (outcome.answer.type === 0) faults.push('was not answered');
  if (changesNothing && essential(outcome.before) !== essential(outcome.after)) faults.push('changed something');
  return faults;
}

function describe(deed: Deed): string {
  const { by: _, channel, ...what } = deed;
  return JSON.stringify({ ...what, channel }).slice(0, LONGEST_FAULT / 4);
}
