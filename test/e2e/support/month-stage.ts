import type { Reader } from '../../../src/domain/reading.ts';
import { loadCommands } from '../../../src/load-commands.ts';
import type { Encoder } from '../../../src/ports/encoder.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createDice } from '../../../training/dice.ts';
import { judgeAt } from '../../judges/openai/trial.ts';
import { SURPRISE } from './conversation.ts';
import type { MonthFaults, MonthTalk } from './month-talk.ts';
import { createGrownWords, type RareWords } from './rare-words.ts';
import { noteUses } from './used-controls.ts';
import { startWatchedJudge, type WatchedJudge } from './watched-judge.ts';
import { setWatchedStage, type WatchedStage } from './watched-stage.ts';
import { createWordSearch, type FoundLeak, type WordSearch } from './word-search.ts';

/** A stage for a month: its words are looked for as they are made, its faults are armed, and uses are noted. */
export interface MonthStage {
  readonly stage: WatchedStage;
  readonly talk: MonthTalk;
  readonly words: RareWords;
  readonly faults: MonthFaults;
  readonly used: ReadonlySet<string>;
  readonly drawn: ReadonlySet<string>;
  readonly leaks: readonly FoundLeak[];
  /** Where the id of the channel was found, which is in every place that holds anything. */
  readonly found: ReadonlySet<string>;
  readonly searches: () => number;
  readonly judge: WatchedJudge;
  close(): Promise<void>;
}

export async function setMonthStage(choices: { readonly seed: number; readonly key?: string }): Promise<MonthStage> {
  const dice = createDice(choices.seed);
  const words = createGrownWords(dice);
  const faults: MonthFaults = { commits: 0, encodings: 0 };
  const used = new Set<string>();
  const drawn = new Set<string>();
  const commands = await loadCommands(new URL('../../../commands/', import.meta.url));
  const wordSearch = createWordSearch();
  const judge = await startWatchedJudge(() => bothWantJudge(stage));
  const stage: WatchedStage = await setWatchedStage({
    couple: false,
    judge: (parts) => judgeAt(judge.url, parts),
    options: { supportCard: true },
    ...(choices.key === undefined ? {} : { key: choices.key }),
    around: {
      reader: surprising,
      behindStore: lockedAtTimes(faults),
      encoder: failingAtTimes(faults, wordSearch),
      commands: (all) => noteUses(all, used),
    },
  });
  await stage.start();
  const { rare, ...searched } = searchEverywhere(stage, { words, wordSearch });
  const talk = Object.defineProperties({}, Object.getOwnPropertyDescriptors(stage));
  Object.assign(talk, {
    rare,
    dice,
    drawn,
    commands,
    faults,
    judge,
    used,
    onTyped: searched.onTyped,
    search: searched.search,
  });
  async function close() {
    await stage.close();
    await judge.stop();
  }
  return { stage, talk: talk as MonthTalk, words, faults, used, drawn, judge, ...searched, close };
}

/** What the two have chosen as Nod knows it now; nobody who is no couple wants a judge. */
function bothWantJudge({ nod, ana }: WatchedStage): boolean {
  const partners = nod.runner.deskOfPerson(ana)?.session.state.partners ?? [];
  return partners.length > 0 && partners.every(({ settings }) => settings.judge !== 'off');
}

function searchEverywhere(
  stage: WatchedStage,
  { words, wordSearch }: { readonly words: RareWords; readonly wordSearch: WordSearch },
) {
  wordSearch.add(stage.channel);
  const leaks: FoundLeak[] = [];
  const found = new Set<string>();
  /** `/nod ask` gives back to the one who typed it what they typed, and to nobody else. */
  const givenBack = new Set<string>();
  let searches = 0;
  return {
    leaks,
    found,
    searches: () => searches,
    rare() {
      const word = words.next();
      wordSearch.add(word);
      return word;
    },
    onTyped(path: string, typed: readonly string[]) {
      if (path === 'ask') for (const word of typed) givenBack.add(word);
    },
    search(when: string) {
      searches += 1;
      for (const leak of wordSearch.findIn(stage.added())) {
        if (leak.word === stage.channel) found.add(leak.place);
        else if (leak.place === 'answers to one person' && givenBack.has(leak.word)) found.add('given back');
        else leaks.push({ ...leak, place: `${leak.place}, after "${when}"` });
      }
    },
  };
}

/** Fails over one message, and says so with the words in the error. */
const surprising =
  (reader: Reader): Reader =>
  (said, context) => {
    if (said.text.includes(SURPRISE)) throw new TypeError(`cannot read ${said.text}`);
    return reader(said, context);
  };

/** A database that is locked for a moment, and says of what it could not save all it knows. */
const lockedAtTimes =
  (faults: MonthFaults) =>
  (store: Store): Store => ({
    ...store,
    async commit(batch) {
      if (faults.commits > 0) {
        faults.commits -= 1;
        throw new Error(`database is locked: ${JSON.stringify(batch)}`);
      }
      await store.commit(batch);
    },
  });

/** An encoder that finds nothing, or breaks its promise and rejects with the words; its vectors are looked for too. */
const failingAtTimes =
  (faults: MonthFaults, { addVector }: WordSearch) =>
  (encoder: Encoder): Encoder => ({
    ...encoder,
    async encode(texts) {
      if (faults.encodings === 0) {
        const vectors = await encoder.encode(texts);
        for (const vector of vectors) if (vector) addVector(vector);
        return vectors;
      }
      faults.encodings -= 1;
      if (faults.encodings % 2 === 0) return texts.map(() => undefined);
      throw new RangeError(`cannot encode ${texts.join()}`);
    },
  });
