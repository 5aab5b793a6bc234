import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Played, type PlayOptions, play } from '../../src/cli/play.ts';
import { BID_KINDS } from '../../src/domain/bid.ts';
import type { DyadState, PartnerState } from '../../src/domain/dyad.ts';
import { type PairOpinion, type ReadOpinion, VETOES } from '../../src/domain/opinion.ts';
import type { Opinion } from '../../src/engine/asking.ts';
import { type GoldenChat, readGoldenChat } from '../support/golden-chat.ts';
import { SHIPPED } from '../support/shipped.ts';

/**
 * Golden chats that need a judge: Nod's own reading of them is known to be wrong, and a line `judge 09:00 sarcasm`
 * holds what a careful reader says of the line of that time, `judge 09:00 answered against rejecting` what
 * they say of the reply to it. With it they must come right.
 */

const FOLDER = new URL('./needs-a-judge/', import.meta.url);
const OPINION = /^judge (?<time>\d\d:\d\d) (?:answered (?<turn>away|against) (?<style>[a-z-]+)|(?<label>[a-z-]+))$/;

interface Chat {
  readonly file: string;
  readonly source: string;
  readonly golden: GoldenChat;
  /** What the judge says, by the message it is about. */
  readonly opinions: ReadonlyMap<string, Pick<Opinion, 'read' | 'pair'>>;
}

function readChat(file: string): Chat {
  const source = readFileSync(new URL(file, FOLDER), 'utf8');
  const lines = source.split('\n');
  const golden = readGoldenChat(lines.filter((line) => !OPINION.test(line)).join('\n'));
  const opinions = lines.flatMap((line) => {
    const { time = '', turn, style, label = '' } = OPINION.exec(line)?.groups ?? {};
    const about = time === '' ? undefined : golden.expected.find((one) => one.line.startsWith(time));
    const said = turn ? { pair: { turn, style, confidence: 0.9 } as PairOpinion } : { read: opinionOf(label) };
    return about ? [[about.event, said] as const] : [];
  });
  return { file, source, golden, opinions: new Map(opinions) };
}

function opinionOf(label: string): ReadOpinion {
  const veto = VETOES.find((one) => one === label);
  if (veto) return { veto, confidence: 0.9 };
  const kind = BID_KINDS.find((one) => one === label);
  return kind ? { kind, intensity: 0.7, confidence: 0.9 } : { kind: 'none', confidence: 0.9 };
}

/** Both want a judge, and it says what is written in the chat. */
function withJudge({ golden, opinions }: Chat): PlayOptions {
  const wanting = (partner: PartnerState): PartnerState => ({
    ...partner,
    settings: { ...partner.settings, judge: 'local', judgeVulnerable: true },
  });
  const begin = (fresh: DyadState): DyadState => ({
    ...fresh,
    partners: [wanting(fresh.partners[0]), wanting(fresh.partners[1])],
  });
  return {
    ...golden.options,
    judge: 'local',
    begin,
    opine({ messages, answer }) {
      const { read, pair } = opinions.get(messages[0] ?? '') ?? {};
      if (answer) return pair && { pair };
      return read && { read };
    },
  };
}

/** What each line that expects something came to: what was heard in the end, and what is written down of it. */
function seenIn(played: Played, { golden }: Chat): readonly (readonly string[])[] {
  return golden.expected.map(({ event }) => {
    const words = played.trace.flatMap((one) => {
      if (one.saw === 'reading' && one.message === event) return [one.reading.bid?.kind ?? 'none'];
      return one.saw === 'opinion' && one.message === event ? [one.bid?.kind ?? 'none'] : [];
    });
    const closed = played.trace.findLast((one) => one.saw === 'response' && one.bid.messages.includes(event as never));
    const response = closed?.saw === 'response' ? closed.response : undefined;
    const style = response && 'style' in response ? [response.style ?? ''] : [];
    return [words.at(-1) ?? 'none', ...(response ? [response.turn, ...style] : ['counts nowhere'])];
  });
}

const expectedIn = ({ golden }: Chat) => golden.expected.map(({ words, became }) => [...words, ...became]);
const CHATS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.chat'))
  .sort()
  .map(readChat);

describe.each(CHATS)('$golden.chat.title ($file)', (chat) => {
  it('comes right with the judge that is written in it', async () => {
    const seen = seenIn(await play(chat.golden.chat, SHIPPED, withJudge(chat)), chat);

    seen.forEach((words, at) => {
      expect(words, chat.source).toEqual(expect.arrayContaining([...(expectedIn(chat)[at] ?? [])]));
    });
  });

  it('is known to be wrong without one; if it is right now, it belongs among the others', async () => {
    const seen = seenIn(await play(chat.golden.chat, SHIPPED, chat.golden.options), chat);

    const isRight = seen.every((words, at) => expectedIn(chat)[at]?.every((word) => words.includes(word)));
    expect(isRight, `${chat.source}\nNod saw: ${seen.join('; ')}`).toBe(false);
  });

  it('has an opinion to each line that is to come right', () => {
    expect([...chat.opinions.keys()]).toEqual(chat.golden.expected.map(({ event }) => event));
  });
});

it('shows sarcasm, quiet hurt and understated good news', () => {
  const labels = CHATS.flatMap(({ opinions }) =>
    [...opinions.values()].flatMap(({ read }) => (read ? ['veto' in read ? read.veto : read.kind] : [])),
  );

  expect(new Set(labels)).toEqual(new Set(['sarcasm', 'vulnerability', 'good-news']));
});
