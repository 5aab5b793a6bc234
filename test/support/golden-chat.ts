import { Temporal } from 'temporal-polyfill';
import type { Asked, PlayOptions } from '../../src/cli/play.ts';
import type { ChatEvent } from '../../src/domain/chat-event.ts';
import { messageId, type PersonId, personId } from '../../src/domain/ids.ts';
import { ATTACHMENTS, type Attachment } from '../../src/domain/reading.ts';
import type { ImportedChat } from '../../src/ports/importer.ts';
import { readAsk, withBehind } from './golden-asks.ts';

/**
 * A golden chat reads as prose. Each line: time, who, what, and after an arrow what Nod must see.
 *
 *     # a heart is an answer
 *     @ben America/New_York
 *     09:00 ana  got the job!!!!          → good-news
 *     09:04 ben  +❤️                      → toward, low, passive-constructive, 4m
 *     09:15 → ben passed-over
 *
 * What: words · `[image] words` · `^09:00 words` a reply to the last message of that time · `+❤️` and `-❤️` a
 * reaction to the other's last message, `+❤️ ^09:00` to that of nine · `~typing` `~voice` `~busy 17:00` ·
 * `~delete` and `~edit words` one's own last message, or `~delete ^09:00` · `~gap 12:00` by anybody.
 * `next day` moves to the next day, a line such as `2026-10-25` to that one; the first is a Monday in May.
 * To Nod: `~open` and what stands on its newest message (`~helpful`, `~not this`, `~joke`, `~we talked`, `~not today`),
 * `~sign 🫖`, `~card space, quiet` (shared with the other), `~wants recap`, `~wants check-in`, `~wants two a day`, and `~status` for a command that changes nothing.
 * Before the first line: `@both begin today` for quiet first days, `@ben unprompted 12 12 12 9` for how often he
 * answered by himself in the last weeks, the last of them the one in which the chat begins.
 *
 * Words after the arrow say what Nod heard (`none`: nothing, `unread`: it is in a
 * language that Nod cannot read), or how the act answered a bid; words after `;` say
 * what became of the bid once it closed: `unanswered`, `toward, 2m, 0s available`, `counts nowhere` …
 * Each whisper has a line of its own, a time and `→ who reason`; one that has no line is a failure. The list its hint
 * is from, or a wish that it fulfils, may follow: `→ ben silence, guarded`, `→ ben silence, space`. What is said with an answer is `→ ben unread`. A line
 * `09:20 → ben taken back` says that a whisper to ben was taken back then, and may be left out.
 */
export interface GoldenChat {
  readonly chat: ImportedChat;
  /** What they ask of Nod, and how they begin. */
  readonly options: PlayOptions;
  readonly expected: readonly Expected[];
  /** Every whisper: day, time, who, reason, and what is claimed of its hint. */
  readonly whispers: readonly Whispered[];
  /** Some of those that were taken back: day, time, who. */
  readonly takenBack: readonly string[];
}

/** A whisper there must be. */
export interface Whispered {
  /** Day, time, who, reason. */
  readonly told: string;
  readonly hints?: string;
}

/** What a line says Nod must see about the message or act of that line. */
export interface Expected {
  readonly line: string;
  /** The event the line made. */
  readonly event: string;
  readonly words: readonly string[];
  /** What became of the bid of this line. */
  readonly became: readonly string[];
}

const NAMES = ['ana', 'ben'] as const;
type Name = (typeof NAMES)[number];

const HEADER = /^@(?<name>ana|ben)\s+(?:unprompted\s+(?<counts>[\d ]+)|(?<zone>\S+))$/;
const NEW_COUPLE = '@both begin today';
const LINE = /^(?<time>\d\d:\d\d(?::\d\d)?)\s+(?:(?<name>ana|ben)\s+(?<what>.*?))?\s*(?:→\s*(?<expected>.*))?$/u;
const ATTACHED = /^\[(?<kind>[a-z]+)\]\s*/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const AIMED = /\s*\^(?<time>\d\d:\d\d(?::\d\d)?)$/;
const TAKEN_BACK = /\s+taken back$/;
const FIRST_DAY = '2026-05-04'; // a Monday

/** Reads a golden chat; times are Ana's local time. */
export function readGoldenChat(source: string): GoldenChat {
  const zones: Record<Name, string> = { ana: 'Europe/Berlin', ben: 'Europe/Berlin' };
  const events: { id: string; event: ChatEvent<PersonId> }[] = [];
  const expected: Expected[] = [];
  const whispers: Whispered[] = [];
  const takenBack: string[] = [];
  const asks: Asked[] = [];
  const behind = new Map<PersonId, readonly number[]>();
  let quietStart = false;
  let title = '';
  let day = Temporal.PlainDate.from(FIRST_DAY);
  for (const line of source.split('\n').map((text) => text.trimEnd())) {
    if (line === '') continue;
    const header = HEADER.exec(line)?.groups;
    if (line.startsWith('#')) title ||= line.slice(1).trim();
    else if (line === NEW_COUPLE) quietStart = true;
    else if (header) readHeader(header);
    else if (line === 'next day') day = day.add({ days: 1 });
    else if (DATE.test(line)) day = Temporal.PlainDate.from(line);
    else readLine(line);
  }
  const [ana, ben] = NAMES.map((name) => ({ id: personId(name), name, zone: zones[name] }));
  if (!ana || !ben) throw new RangeError('there are two');
  const begin = withBehind(behind, [ana.id, ben.id]);
  const options = { quietStart, daysOff: false, asks, begin };
  return { chat: { title, partners: [ana, ben], events }, options, expected, whispers, takenBack };

  function readHeader({ name = '', zone, counts }: Record<string, string | undefined>): void {
    if (zone !== undefined) zones[name as Name] = zone;
    if (counts !== undefined) behind.set(personId(name), counts.trim().split(' ').map(Number));
  }

  function instant(time: string): number {
    const plain = Temporal.PlainTime.from(time);
    return day.toZonedDateTime({ timeZone: zones.ana, plainTime: plain }).epochMilliseconds;
  }

  function readLine(line: string): void {
    const parts = LINE.exec(line)?.groups;
    if (!parts) throw new Error(`This line of a golden chat cannot be read: ${line}`);
    const { time = '', name, what = '', expected: arrow = '' } = parts;
    if (name === undefined) {
      const [told = '', hints] = `${day} ${time} ${arrow.trim()}`.split(/,\s*/);
      if (TAKEN_BACK.test(told)) takenBack.push(told.replace(TAKEN_BACK, ''));
      else whispers.push({ told, ...(hints === undefined ? {} : { hints }) });
      return;
    }
    const wants = what.startsWith('~') ? readAsk(what.slice(1).trim(), instant(time)) : undefined;
    if (wants) {
      asks.push({ at: instant(time), by: personId(name), wants });
      return;
    }
    const id = String(events.length + 1);
    events.push({ id, event: readEvent(id, { at: instant(time), by: personId(name), what: what.trim() }) });
    const [words = '', became = ''] = arrow.split(';');
    if (arrow !== '') expected.push({ line, event: id, words: list(words), became: list(became) });
  }

  function readEvent(id: string, { at, by, what }: { at: number; by: PersonId; what: string }): ChatEvent<PersonId> {
    const rest = what.slice(1).trim();
    if (what.startsWith('~')) return readDeed(rest, { at, by });
    if (/^[+-]\P{Letter}/u.test(what) && !/^[+-]\d/.test(what)) {
      const type = what.startsWith('+') ? 'reaction' : 'unreaction';
      const target = aimedAt(rest) ?? lastMessage((one) => one.by !== by).id;
      return { type, at, by, target, emoji: rest.replace(AIMED, '') };
    }
    const reply = /^\^(?<time>\d\d:\d\d(?::\d\d)?)\s+/.exec(what);
    const said = reply ? what.slice(reply[0].length) : what;
    const target = reply && messageOf(reply.groups?.['time'] ?? '').id;
    const { text, attachments } = readSaid(said);
    return { type: 'message', at, by, id: messageId(id), text, attachments, ...(target ? { replyTo: target } : {}) };
  }

  function readDeed(deed: string, { at, by }: { at: number; by: PersonId }): ChatEvent<PersonId> {
    const [verb, ...rest] = deed.split(' ');
    const own = () => aimedAt(deed) ?? lastMessage((one) => one.by === by).id;
    if (verb === 'typing') return { type: 'typing', at, by };
    if (verb === 'voice') return { type: 'voice-join', at, by };
    if (verb === 'busy') return { type: 'busy', at, by, until: instant(rest.join('')) };
    if (verb === 'gap') return { type: 'gap', at, until: instant(rest.join('')) };
    if (verb === 'delete') return { type: 'delete', at, target: own() };
    if (verb === 'edit') return { type: 'edit', at, target: own(), text: rest.join(' ') };
    throw new Error(`A golden chat knows no ~${deed}`);
  }

  function aimedAt(what: string) {
    const time = AIMED.exec(what)?.groups?.['time'];
    return time === undefined ? undefined : messageOf(time).id;
  }

  /** The last message said at that time of Ana's day, today or earlier. */
  function messageOf(time: string) {
    const plain = Temporal.PlainTime.from(time);
    const timeOf = (at: number) =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zones.ana).toPlainTime();
    return lastMessage((one) => timeOf(one.at).equals(plain));
  }

  function lastMessage(fits: (message: Extract<ChatEvent<PersonId>, { type: 'message' }>) => boolean) {
    const found = events.map(({ event }) => event).findLast((event) => event.type === 'message' && fits(event));
    if (found?.type !== 'message') throw new Error(`There is no such message yet in “${title}”`);
    return found;
  }
}

function readSaid(said: string): { text: string; attachments: readonly Attachment[] } {
  const kind = ATTACHED.exec(said)?.groups?.['kind'];
  const attachment = ATTACHMENTS.find((one) => one === kind);
  return attachment ? { text: said.replace(ATTACHED, ''), attachments: [attachment] } : { text: said, attachments: [] };
}

function list(words: string): readonly string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
