import fc from 'fast-check';
import { messageId } from '../../src/domain/ids.ts';
import { type Instant, MINUTE, SECOND } from '../../src/domain/time.ts';
import { at, type Heard, PERSON, type Who } from '../engine/couple.ts';

/** Random chats of the two, from lines that read as every kind of thing and every event a chat can have. */

const LINES = [
  "i got the job!!! i'm so happy 🎉",
  'today was awful, i feel so low',
  'can you bring milk on your way home?',
  'how did the dentist go',
  'look at this dog',
  'miss your face ❤️',
  "bet you can't guess what the cat did 😏",
  'did you move the car?',
  'ok',
  'lol',
  "oh no, i'm so sorry, that sounds really hard",
  'you got the job!! so happy for you, tell me everything',
  "can't tonight sorry, but saturday i'd love to",
  'in a meeting, want to hear everything tonight',
  'give me 20 minutes, then i want to hear all about it',
  'you never listen to me, you are so selfish',
  "i'm so sorry i snapped, that wasn't about you",
  'thank you, i forgive you',
  'ugh not now, can’t you see i’m busy',
  "my grandma died this morning, i'm heartbroken",
] as const;
const EMOJI = ['❤️', '🎉', '😂', '🙄', ':partyblob:'] as const;
/** Gaps that lie on and around every boundary of the engine. */
const GAPS = [
  0, 1, 20, 59, 60, 61, 89, 90, 91, 600, 900, 1_800, 3_600, 7_200, 14_400, 40_000, 90_000, 200_000,
] as const;

interface Draw {
  readonly gap: number;
  readonly who: Who;
  readonly line: string;
  readonly what: 'message' | 'reaction' | 'unreaction' | 'edit' | 'delete' | 'typing' | 'voice-join' | 'busy' | 'gap';
  readonly emoji: string;
  /** Which of the earlier messages an act is about, counted back. */
  readonly back: number;
  readonly refers: boolean;
}

function draws(lines: readonly string[]): fc.Arbitrary<Draw> {
  return fc.record({
    gap: fc.constantFrom(...GAPS),
    who: fc.constantFrom<Who>('ana', 'ben'),
    line: fc.constantFrom(...lines),
    what: fc.oneof(
      { weight: 12, arbitrary: fc.constant('message' as const) },
      { weight: 3, arbitrary: fc.constant('reaction' as const) },
      {
        weight: 3,
        arbitrary: fc.constantFrom('unreaction', 'edit', 'delete', 'typing', 'voice-join', 'busy', 'gap' as const),
      },
    ),
    emoji: fc.constantFrom(...EMOJI),
    back: fc.nat({ max: 4 }),
    refers: fc.boolean(),
  }) as fc.Arbitrary<Draw>;
}

/** A chat in the order it happened, from Wednesday afternoon on. */
export function chats(
  more: { readonly risk?: string; readonly lines?: readonly string[] } = {},
): fc.Arbitrary<readonly Heard[]> {
  const lines = [...(more.lines ?? LINES), ...(more.risk === undefined ? [] : [more.risk])];
  return fc.array(draws(lines), { minLength: 1, maxLength: 30 }).map(toEvents);
}

function toEvents(drawn: readonly Draw[]): readonly Heard[] {
  let now = at('12:00');
  const said: Said[] = [];
  const events: Heard[] = [];
  for (const draw of drawn) {
    now += draw.gap * SECOND;
    events.push(toEvent(draw, now, said));
  }
  return events;
}

interface Said {
  readonly id: string;
  readonly who: Who;
}

function toEvent(draw: Draw, now: Instant, said: Said[]): Heard {
  const by = PERSON[draw.who];
  const earlier = (own: boolean) => said.filter((one) => (one.who === draw.who) === own).at(-1 - draw.back);
  const target = messageId(earlier(false)?.id ?? 'strange');
  const ownTarget = messageId(earlier(true)?.id ?? 'strange');
  switch (draw.what) {
    case 'message': {
      const id = messageId(`m${said.length}`);
      said.push({ id, who: draw.who });
      const reference = draw.refers && draw.back > 2 ? { replyTo: target } : {};
      return { type: 'message', at: now, by, id, text: draw.line, attachments: [], ...reference };
    }
    case 'reaction':
    case 'unreaction':
      return { type: draw.what, at: now, by, target, emoji: draw.emoji };
    case 'edit':
      return { type: 'edit', at: now, target: ownTarget, text: draw.line };
    case 'delete':
      return { type: 'delete', at: now, target: ownTarget };
    case 'busy':
      return { type: 'busy', at: now, by, until: now + 30 * MINUTE };
    case 'gap':
      return { type: 'gap', at: now, until: now + 10 * MINUTE };
    case 'typing':
    case 'voice-join':
      return { type: draw.what, at: now, by };
  }
}
