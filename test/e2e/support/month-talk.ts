import type { PersonId } from '../../../src/domain/ids.ts';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import type { NamedCommand } from '../../../src/ports/command.ts';
import { texts } from '../../../src/texts/texts.ts';
import type { DiceTalk } from './ordinary-days.ts';
import type { WatchedJudge } from './watched-judge.ts';

/** What the scenes of a month are played with, and what several of them do. */

/** What a test lets fail for a moment. */
export interface MonthFaults {
  /** So many batches cannot be saved. */
  commits: number;
  /** So many texts get no vector, or the encoder throws over them. */
  encodings: number;
}

export interface MonthTalk extends DiceTalk {
  readonly commands: readonly NamedCommand[];
  readonly faults: MonthFaults;
  readonly judge: WatchedJudge;
  /** What has been typed and pressed so far. */
  readonly used: ReadonlySet<string>;
  /** Told of what is typed into the form of a command. */
  readonly onTyped: (path: string, words: readonly string[]) => void;
  /** Looks for words everywhere, while Nod is at work or not. */
  readonly search: (when: string) => void;
}

export type Scene = (talk: MonthTalk) => Promise<void>;

/** Pressed last, since little can be pressed after it. */
export const LASTING = [
  ...['leave:yes', 'data/delete:yes', 'start:no', 'start:never', 'start:agree', 'renew:no', 'whisper:stop'],
] as const;

/** Every two hours for four days. */
const MOST_LOOKS = 48;

/** Waits until Nod writes that, and opens it; anything else it writes is opened as well. */
export async function openNotice(talk: MonthTalk, by: PersonId, heading: string): Promise<string> {
  const { press, wait } = talk;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const whisper = whisperTo(talk, by);
    const opened = whisper && (await press(by, whisper, 'Open'));
    if (opened?.content.includes(heading)) return opened.id;
    await wait(2 * HOUR);
  }
  throw new Error(`Nobody was told "${heading}".`);
}

/** The last message of Nod's to them that is still to be opened. */
export function whisperTo({ discord }: MonthTalk, person: PersonId) {
  return discord.dm(person).messages.findLast(({ content }) => content === texts.whisper.line);
}

/** Heard for sure, also by somebody who called such a thing a joke. */
export const SURE_BIDS = [
  "i got the promotion!!! i'm so happy 🎉",
  'i feel so alone and scared tonight, i cried all day',
] as const;

/** The other speaks past what one tells, apart from any rare word, which would make the reading doubtful. */
export async function passOver(
  { say, wait, rare }: MonthTalk,
  [bidder, other]: readonly [PersonId, PersonId],
  bid: string,
): Promise<void> {
  await say(other, `so ${rare()}`);
  await wait(2 * MINUTE);
  await say(bidder, bid);
  await wait(2 * MINUTE);
  await say(other, 'did you pay the gas bill');
  await wait(20 * MINUTE);
}
