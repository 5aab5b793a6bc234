import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { minuteOfDay, nextTimeOfDay } from '../domain/availability.ts';
import { type MessageId, type PersonId, personId } from '../domain/ids.ts';
import { everythingOn } from '../domain/settings.ts';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../domain/time.ts';
import type { Trace } from '../engine/effects.ts';
import { NodError } from '../errors.ts';
import { createNod, type Nod } from '../main.ts';
import { createDemoPlatform, type DemoPlatform } from '../platforms/demo/demo-platform.ts';
import type { Card } from '../ports/card.ts';
import type { Encoder } from '../ports/encoder.ts';
import { SILENT_LOG } from '../ports/log.ts';
import { createSqliteStore } from '../stores/sqlite.ts';
import { readWhisperId } from '../texts/cards.ts';
import { texts } from '../texts/texts.ts';
import { createVirtualClock, settle, type VirtualClock } from '../virtual-clock.ts';
import { DEMO_SCRIPT } from './demo-script.ts';
import { describeTrace, type NameOf } from './describe.ts';
import { loadReaders } from './load-reader.ts';

/** The demonstration: one person plays both partners, on the real engine and a real file of its own. */

export interface DemoOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** A person types; otherwise a sample couple plays. */
  readonly interactive: boolean;
  /** Where it makes a folder for its file, which goes with it. */
  readonly within: string;
  readonly zone: string;
  readonly encoder: Encoder;
  /** Any instant of the day on which it begins. */
  readonly today: Instant;
}

/** The demonstration as `nod start` runs it when no token is set. */
export function demoOptions(today: Instant, encoder: Encoder): DemoOptions {
  const { stdin: input, stdout: output } = process;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { input, output, interactive: Boolean(input.isTTY && output.isTTY), within: tmpdir(), zone, encoder, today };
}

const PEOPLE = { ana: personId('ana'), ben: personId('ben') } as const;
type Name = keyof typeof PEOPLE;
const SHOWN = { ana: 'Ana', ben: 'Ben' } as const;

interface Stage {
  readonly nod: Nod;
  readonly platform: DemoPlatform;
  readonly clock: VirtualClock;
  readonly print: (line: string) => void;
  /** Shows a line of the script; who types sees it already. */
  readonly echo: (line: string) => void;
  readonly last: Map<PersonId, MessageId>;
}

export async function runDemo(options: DemoOptions): Promise<void> {
  const folder = await folderIn(options.within);
  try {
    await playIn(folder, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function folderIn(within: string): Promise<string> {
  try {
    return await mkdtemp(join(within, 'nod-demo-'));
  } catch (cause) {
    throw new NodError(
      'FILE_UNREADABLE',
      `The demonstration can make no file in ${within}.`,
      'Let TMPDIR name a folder that you may write to.',
      { cause },
    );
  }
}

async function playIn(folder: string, options: DemoOptions): Promise<void> {
  const stage = await setStage(join(folder, 'demo.sqlite'), options);
  intro(stage.print, options.interactive);
  try {
    if (options.interactive) await playTyped(stage, options);
    else for (const line of DEMO_SCRIPT) await playLine(stage, line);
    await tell(stage);
  } finally {
    await stage.nod.stop();
  }
  outro(stage.print);
}

async function setStage(file: string, { output, zone, encoder, today, interactive }: DemoOptions): Promise<Stage> {
  const store = await createSqliteStore({ file });
  const print = (line: string) => void output.write(`${line}\n`);
  const printNod = (line: string) => print(`   ${clockText(clock.now(), zone)}  ${line}`);
  let running: Nod | undefined;
  const clock = createVirtualClock(eveningOf(today, zone), async () => {
    await settle();
    await running?.runner.settle();
  });
  const platform = createDemoPlatform({
    whispered(to, card) {
      printNod(`Nod whispers to ${nameOfPerson(to)}: “${card.text}” [Open]`);
      if (running) void openWhisper(running, to, card).then(printNod);
    },
    rewritten: (_, card) => printNod(`Nod takes its whisper back: “${card.text}”`),
  });
  const row = await store.invite({
    platform: platform.name,
    channel: platform.channel,
    by: PEOPLE.ana,
    to: PEOPLE.ben,
    at: clock.now(),
  });
  const nameOf: NameOf = (id) => (row.partners[0].id === id ? SHOWN.ana : SHOWN.ben);
  const nod = await createNod({
    store,
    platform,
    encoder,
    clock,
    log: SILENT_LOG,
    ...loadReaders(),
    options: { quietStart: false, daysOff: false },
    host: 'you',
    encrypted: false,
    onTrace(traces) {
      for (const trace of traces) printNod(describeTrace(trace, nameOf) ?? hearsNothing(trace, nameOf));
    },
  });
  running = nod;
  const newPartner = (index: 0 | 1) => ({
    id: row.partners[index].id,
    settings: { ...everythingOn(zone), quiet: { from: 0, until: 0 } },
    consentedAt: clock.now(),
  });
  await nod.runner.begin(row, [newPartner(0), newPartner(1)], []);
  const echo = (line: string) => (interactive ? undefined : print(`${clockText(clock.now(), zone)} > ${line}`));
  return { nod, platform, clock, print, echo, last: new Map() };
}

/** A person who plays wants to see that Nod read a line, also where it held nothing. */
function hearsNothing(trace: Trace, nameOf: NameOf): string {
  const from = trace.saw === 'reading' ? ` from ${nameOf(trace.by)}` : '';
  return `Nod hears nothing to hold on to${from}`;
}

/** What [Open] would show. */
async function openWhisper(nod: Nod, to: PersonId, card: Card): Promise<string> {
  const row = card.rows?.[0];
  const name = row && 'buttons' in row ? readWhisperId(row.buttons[0]?.id ?? '') : undefined;
  const nudge = name && (await nod.askerFor(to).nudge(name.seq, name.dyad));
  return `  opened, it says: ${nudge?.hintText ?? texts.whisper.done}`;
}

/** Half past six that evening, when couples talk. */
function eveningOf(today: Instant, zone: string): Instant {
  const evening = 18 * 60 + 30;
  return nextTimeOfDay(today - DAY, zone, evening);
}

async function playTyped(stage: Stage, { input, output, zone }: DemoOptions): Promise<void> {
  const lines = createInterface({ input, output });
  lines.setPrompt(`${clockText(stage.clock.now(), zone)} > `);
  lines.prompt();
  for await (const line of lines) {
    if (['quit', 'exit', 'bye'].includes(line.trim().toLowerCase())) break;
    await playLine(stage, line);
    lines.setPrompt(`${clockText(stage.clock.now(), zone)} > `);
    lines.prompt();
  }
  lines.close();
}

const SPOKEN = /^(?<name>(?:ana|ben)(?=[:\s])|[ab](?=\s*:))\s*:?\s*(?<text>.+)$/iu;
const WAITED = /^\+(?<count>\d{1,4})\s*(?<unit>s|m|h|d)$/iu;
/** A year of daily work takes minutes to play. Our choice. */
const LONGEST_WAIT = 30 * DAY;
const UNITS = { s: SECOND, m: MINUTE, h: HOUR, d: DAY } as const;

/** One typed line: somebody speaks or reacts, or the clock moves on. */
async function playLine(stage: Stage, typed: string): Promise<void> {
  const line = typed.trim();
  if (line === '') return;
  const waited = WAITED.exec(line)?.groups;
  if (waited) {
    const time = Number(waited['count']) * UNITS[(waited['unit'] ?? 'm').toLowerCase() as keyof typeof UNITS];
    stage.echo(line);
    if (time > LONGEST_WAIT) stage.print('  The clock moves by 30 days at most at a time.');
    else await stage.clock.advance(time);
    return;
  }
  const spoken = SPOKEN.exec(line)?.groups;
  if (!spoken) {
    stage.print('  Write “ana: …” or “ben: …” to speak, “ben: +❤️” to react, “+15m” to move the clock, “quit” to end.');
    return;
  }
  const name: Name = spoken['name']?.toLowerCase().startsWith('a') ? 'ana' : 'ben';
  await speak(stage, name, spoken['text'] ?? '');
}

async function speak(stage: Stage, name: Name, text: string): Promise<void> {
  const { platform, clock, last, echo } = stage;
  const at = clock.now();
  echo(`${SHOWN[name]}: ${text}`);
  const emoji = /^\+(?<emoji>\p{Extended_Pictographic}\S*)$/u.exec(text)?.groups?.['emoji'];
  const other = name === 'ana' ? PEOPLE.ben : PEOPLE.ana;
  const target = last.get(other);
  if (emoji && !target) {
    stage.print('  There is nothing to react to yet.');
    return;
  }
  if (emoji && target) platform.react(PEOPLE[name], target, emoji, at);
  else last.set(PEOPLE[name], platform.say(PEOPLE[name], text, at));
  await clock.advance(5 * SECOND); // nobody types faster
}

/** Both mirrors, as each would read their own. */
async function tell({ nod, print }: Stage): Promise<void> {
  await nod.runner.settle();
  print('');
  for (const name of ['ana', 'ben'] as const) {
    const mirror = await nod.askerFor(PEOPLE[name]).mirror(7);
    const gave = mirror?.lines.map((line) => `${line.kind} ${line.count}`).join(', ') || 'nothing yet';
    print(`  Tallied for ${SHOWN[name]} alone, answers given: ${gave}`);
  }
}

function intro(print: (line: string) => void, interactive: boolean): void {
  print('Nod, a demonstration: two people, Ana and Ben, and what Nod hears between them.');
  print(
    'Nothing leaves this computer. “ana: got the job!!” speaks, “ben: +❤️” reacts, “+15m” moves the clock, “quit” ends.',
  );
  print('Nod reads what somebody said once they have paused for 90 seconds: “+2m” shows what it heard.');
  if (!interactive) print('Nobody types here, so a sample couple plays; in a terminal you write for both.');
  print('');
}

function outro(print: (line: string) => void): void {
  print('');
  print('To let Nod listen to the two of you on Discord, put DISCORD_TOKEN into .env and run npm start again.');
  print('README.md says where to get it; npx nod doctor checks it.');
}

const nameOfPerson = (person: PersonId) => (person === PEOPLE.ana ? SHOWN.ana : SHOWN.ben);

function clockText(at: Instant, zone: string): string {
  const minute = minuteOfDay(at, zone);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
