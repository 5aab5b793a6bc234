import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { loadEncoderChoice } from '../config.ts';
import type { Act } from '../domain/act.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Trace } from '../engine/effects.ts';
import { timelineImporter, timelineRows } from '../importers/timeline.ts';
import type { ImportedChat } from '../ports/importer.ts';
import { hintText } from '../texts/hints.ts';
import { describeTrace } from './describe.ts';
import { expectUtf8, openInput } from './json-lines.ts';
import { loadEncoder } from './load-encoder.ts';
import { loadReaders } from './load-reader.ts';
import { createMisnamed } from './misnamed.ts';
import { type Played, play } from './play.ts';
import { reportingLost } from './watched-encoder.ts';

/** `nod replay FILE`: a timeline through the real engine, on a virtual clock. */

interface ReplayOptions {
  readonly json?: boolean;
  readonly why?: boolean;
  readonly quietStart?: boolean;
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('play a timeline file and show what Nod hears, and to whom it would whisper')
    .argument('<file>', 'a timeline (JSON); - for what is piped in')
    .option('--json', 'print one JSON document instead of text')
    .option('--why', 'also show each time Nod kept silent, and the gate that kept it so')
    .option('--quiet-start', 'keep the first three days quiet, as for a real couple')
    .action(async (file: string, options: ReplayOptions) => {
      process.stdout.write(await replayFile(file, options));
    });
}

async function replayFile(file: string, options: ReplayOptions): Promise<string> {
  const source = expectUtf8(await text(await openInput(file, process.stdin)));
  const notice = createMisnamed(process.stderr);
  for (const { row, fields } of timelineRows(source)) notice(row, fields);
  const chat = timelineImporter.read(source);
  const parts = { ...loadReaders(), encoder: loadEncoder(loadEncoderChoice()) };
  const choices = { quietStart: options.quietStart ?? false, daysOff: false };
  const played = await reportingLost('replay', parts, (watched) => play(chat, watched, choices));
  return options.json
    ? `${JSON.stringify(replayJson(chat, played), null, 2)}\n`
    : replayText(chat, played, options.why ?? false);
}

type Heard = Extract<Trace, { saw: 'reading' }>;
type Answered = Extract<Trace, { saw: 'response' }>;

/** The documented shape of `--json`. */
function replayJson(chat: ImportedChat, played: Played) {
  const heard = played.trace.filter((trace): trace is Heard => trace.saw === 'reading');
  const answers = new Map(
    played.trace.filter((trace): trace is Answered => trace.saw === 'response').map((trace) => [trace.bid.seq, trace]),
  );
  return {
    bids: heard.flatMap((one) => {
      const answered = one.bidSeq === undefined ? undefined : answers.get(one.bidSeq);
      return bidJson(one, answered, answered && eventOf(chat, played, answered));
    }),
    harsh: heard.flatMap(({ message, reading }) =>
      reading.harshness ? [{ message, kind: reading.harshness.kind }] : [],
    ),
    risk: heard.flatMap(({ message, reading }) => (reading.risk ? [{ message, kind: reading.risk.kind }] : [])),
    nudges: played.nudges.map(({ nudge, afterEvent }) => ({
      to: personOf(played, nudge.to),
      at: localTime(nudge.at, zoneOf(chat, played, nudge.to)),
      afterEvent,
      about: nudge.about,
      why: nudge.reason,
      hint: hintText(nudge.hint),
    })),
  };
}

function bidJson({ message, reading }: Heard, answered: Answered | undefined, byEvent: string | undefined) {
  if (!reading.bid) return [];
  const { kind, intensity, confidence, because } = answered?.bid ?? reading.bid;
  const response = answered && responseJson(answered, byEvent);
  return [{ message, kind, intensity, confidence, because, ...(response ? { response } : {}) }];
}

function responseJson({ response }: Answered, byEvent: string | undefined) {
  if (!response) return undefined;
  return {
    turn: response.turn,
    ...('energy' in response ? { energy: response.energy } : {}),
    ...('style' in response && response.style ? { style: response.style } : {}),
    ...(byEvent === undefined ? {} : { byEvent }),
    ...('latency' in response ? response.latency : {}),
  };
}

/** The id of the event that was the act: a message is its own; a reaction or a call is looked up. */
function eventOf(chat: ImportedChat, played: Played, { bid, act }: Answered): string | undefined {
  if (!act || (act.emoji === undefined && act.event !== 'voice-join')) return act?.event;
  const { at } = act;
  if (at === undefined) return undefined;
  const responder = played.members.find(({ id }) => id !== bid.by)?.person;
  // What came before the last of them was taken back. Done while the bid was still being said, it counts from the
  // bid's end, so it may be earlier than the act.
  const found = chat.events.findLast(
    ({ event }) => event.at <= at && 'by' in event && event.by === responder && isIt(event, act),
  );
  return found?.id;
}

function isIt(event: ImportedChat['events'][number]['event'], act: Act): boolean {
  if (act.emoji === undefined) return event.type === 'voice-join';
  return event.type === 'reaction' && event.target === act.event && event.emoji === act.emoji;
}

/** What a person reads: each message with what came of it, in the order it happened. */
function replayText(chat: ImportedChat, played: Played, why: boolean): string {
  const nameOf = (id: PartnerId) => partnerOf(chat, played, id).name;
  const seen = new Set<string>();
  const lines = played.trace.flatMap((trace) => {
    if (trace.saw === 'silence' && (!why || repeats(seen, trace))) return [];
    const text = describeTrace(trace, nameOf);
    return text === undefined ? [] : [{ at: trace.at, text }];
  });
  const whispers = played.nudges.map(({ nudge }) => ({
    at: nudge.at,
    text: `whisper to ${nameOf(nudge.to)} (${nudge.reason}, about message ${nudge.about}): ${hintText(nudge.hint)}`,
  }));
  const zone = chat.partners[0].zone;
  const all = [...lines, ...whispers].sort((one, other) => one.at - other.at);
  const title = chat.title === '' ? [] : [`# ${chat.title}   (times in ${zone})`];
  const body = all.map(({ at, text }) => `${localTime(at, zone).slice(0, 16).replace('T', ' ')}  ${text}`);
  const end = `${whispers.length} ${whispers.length === 1 ? 'whisper' : 'whispers'} in all.`;
  return `${[...title, ...body, end].join('\n')}\n`;
}

/** A gate that goes on keeping the same moment silent is told once. */
function repeats(seen: Set<string>, { bidSeq, reason, gate }: Extract<Trace, { saw: 'silence' }>): boolean {
  const key = `${bidSeq} ${reason} ${gate}`;
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

function partnerOf(chat: ImportedChat, played: Played, id: PartnerId): ImportedChat['partners'][number] {
  return played.members[0].id === id ? chat.partners[0] : chat.partners[1];
}

const personOf = (played: Played, id: PartnerId) => played.members.find((member) => member.id === id)?.person;

const zoneOf = (chat: ImportedChat, played: Played, id: PartnerId) => partnerOf(chat, played, id).zone;

/** ISO 8601 with the zone's offset. */
function localTime(at: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });
}
