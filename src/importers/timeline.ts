import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isZone } from '../domain/availability.ts';
import type { ChatEvent } from '../domain/chat-event.ts';
import { type MessageId, messageId, type PersonId, personId } from '../domain/ids.ts';
import { ATTACHMENTS } from '../domain/reading.ts';
import type { Instant } from '../domain/time.ts';
import { NodError } from '../errors.ts';
import type { ImportedChat, Importer } from '../ports/importer.ts';

/** Nod's own file of a chat, for replay, tests and reports. Its shape is the contract of docs/reference/timeline.md. */

// Every message completes "… has a mistake in <place>: ".
const mustBe = (what: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? 'it is missing' : `it must be ${what}`),
});
const text = z.string(mustBe('a text'));
const word = text.min(1, { error: 'it must not be empty' });
const timeError = mustBe('a time such as "2026-05-04T09:00:00+02:00"');
const instant = z.string(timeError).refine(isTime, timeError).transform(time);
const attachment = z.enum(ATTACHMENTS, { error: `it must be one of ${ATTACHMENTS.join(', ')}` });
const base = { id: word, at: instant };
const by = { by: word };
const target = { target: word };
/** Only who said a message changes it: they need not be named, but nobody else may be. */
const byItsAuthor = { by: word.nullish() };

const eventShapes = [
  z.object({
    type: z.literal('message'),
    ...base,
    ...by,
    text: text.nullish().transform(orEmpty),
    replyTo: word.nullish(),
    attachments: z
      .array(attachment, { error: 'it must be a list' })
      .nullish()
      .transform((list) => list ?? []),
  }),
  z.object({ type: z.literal('edit'), ...base, ...byItsAuthor, ...target, text }),
  z.object({ type: z.literal('delete'), ...base, ...byItsAuthor, ...target }),
  z.object({ type: z.literal('reaction'), ...base, ...by, ...target, emoji: word }),
  z.object({ type: z.literal('unreaction'), ...base, ...by, ...target, emoji: word }),
  z.object({ type: z.literal('typing'), ...base, ...by }),
  z.object({ type: z.literal('voice-join'), ...base, ...by }),
  z.object({ type: z.literal('busy'), ...base, ...by, until: instant }),
  z.object({ type: z.literal('gap'), ...base, until: instant }),
] as const;

/** Every `type` a timeline event can have, for the reference page. */
export const TIMELINE_TYPES = eventShapes.map((shape) => shape.shape.type.value);

const timelineEvent = z.discriminatedUnion('type', eventShapes, {
  error: ({ code, input }) => {
    if (code !== 'invalid_union') return 'it must be an object';
    return (input as Row)['type'] === undefined ? 'it is missing' : `it must be one of ${TIMELINE_TYPES.join(', ')}`;
  },
});

type TimelineEvent = z.infer<typeof timelineEvent>;

const partner = z.object(
  {
    id: word,
    name: word,
    timezone: text.refine(isZone, { error: 'it must be a time zone such as "Europe/Berlin"' }),
  },
  { error: 'it must be an object' },
);

const frame = z.object(
  {
    title: text.nullish().transform(orEmpty),
    partners: z.tuple([partner, partner], {
      error: ({ input }) => (input === undefined ? 'it is missing' : 'there must be two'),
    }),
    events: z.array(z.unknown(), mustBe('a list')),
  },
  { error: 'it must be an object with "partners" and "events"' },
);

export const timelineImporter: Importer = {
  read(source) {
    const file = parsed(frame, parseJson(source), 'The timeline');
    const people = file.partners.map((one) => ({ id: personId(one.id), name: one.name, zone: one.timezone }));
    const [first, second] = people;
    if (!first || !second || first.id === second.id) throw bad('The two partners need different ids.');
    const events = file.events.map((event, index) => readEvent(event, index, [first.id, second.id]));
    checkIds(events);
    checkTargets(events);
    return { title: file.title, partners: [first, second], events: inOrder(events.map(timed)) };
  },
};

type Row = Readonly<Record<string, unknown>>;

/** Every object of the file, and the fields that one like it can have. */
export function timelineRows(source: string): readonly { readonly row: Row; readonly fields: readonly string[] }[] {
  const file = parseJson(source);
  if (!isRow(file)) return [];
  return [
    { row: file, fields: Object.keys(frame.shape) },
    ...rowsIn(file['partners']).map((row) => ({ row, fields: Object.keys(partner.shape) })),
    ...rowsIn(file['events']).map((row) => ({ row, fields: fieldsOf(row['type']) })),
  ];
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

const rowsIn = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRow) : []);

function fieldsOf(type: unknown): readonly string[] {
  const found = eventShapes.find(({ shape }) => shape.type.value === type);
  return found ? Object.keys(found.shape) : ['type'];
}

/** Some editors begin a file with a byte order mark. What JSON.parse says of a mistake quotes the file: no cause is kept. */
function parseJson(source: string): unknown {
  if (source.trim() === '')
    throw new NodError('BAD_TIMELINE', 'This file is empty.', 'docs/reference/timeline.md shows what goes into it.');
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    throw new NodError('BAD_TIMELINE', 'This file is not JSON.', 'Check it with a JSON editor and try again.');
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.length ? ` in "${issue.path.join('.')}"` : '';
  throw bad(`${what} has a mistake${where}: ${issue?.message ?? 'unknown'}.`);
}

function bad(message: string): NodError {
  return new NodError(
    'BAD_TIMELINE',
    message,
    'Mend that place and try again; docs/reference/timeline.md shows the shape.',
  );
}

type Timed = ImportedChat['events'][number];

function readEvent(value: unknown, index: number, people: readonly PersonId[]): TimelineEvent {
  const what = `Event ${index + 1}`;
  const event = parsed(timelineEvent, value, what);
  if ('by' in event && event.by && !people.includes(personId(event.by)))
    throw bad(`${what} is by "${event.by}", who is not a partner.`);
  if ('until' in event && event.until < event.at) throw bad(`${what} ends before it begins.`);
  return event;
}

const timed = (event: TimelineEvent): Timed => ({ id: event.id, event: toChatEvent(event) });

/** Readings and answers are told by the ids of events, so each needs its own. */
function checkIds(events: readonly TimelineEvent[]): void {
  const firstWith = new Map<string, number>();
  events.forEach(({ id }, index) => {
    const first = firstWith.get(id);
    if (first !== undefined) throw bad(`Event ${index + 1} has the id "${id}", which event ${first + 1} has already.`);
    firstWith.set(id, index);
  });
}

/**
 * A typing error in a target would go unheard: it must name a message said before. A reply may point
 * further back than the file goes.
 */
function checkTargets(events: readonly TimelineEvent[]): void {
  const messages = new Map(events.flatMap((event) => (event.type === 'message' ? [[event.id, event]] : [])));
  events.forEach((event, index) => {
    if (!('target' in event)) return;
    const said = messages.get(event.target);
    const what = `Event ${index + 1} is about "${event.target}"`;
    if (said === undefined) throw bad(`${what}, which is no message of this file.`);
    if (said.at > event.at) throw bad(`${what}, which is said only later.`);
    const { type } = event;
    if ((type === 'edit' || type === 'delete') && event.by && event.by !== said.by)
      throw bad(`${what}, which "${said.by}" said: nobody else can ${type} it, and it is by "${event.by}".`);
  });
}

function orEmpty(said: string | null | undefined): string {
  return said ?? '';
}

/** Years of four digits: of others there is no chat, and some have no date in JavaScript. */
const FOUR_DIGIT_YEAR = /^\d{4}-?\d/;

/** An instant in any form ISO 8601 has for one: with seconds or without, its offset in full or in hours. */
function time(iso: string): Instant {
  return Temporal.Instant.from(iso).epochMilliseconds;
}

function isTime(iso: string): boolean {
  if (!FOUR_DIGIT_YEAR.test(iso)) return false;
  try {
    time(iso);
    return true;
  } catch {
    return false;
  }
}

function toChatEvent(event: TimelineEvent): ChatEvent<PersonId> {
  const { at } = event;
  switch (event.type) {
    case 'message': {
      const { text, attachments } = event;
      const replyTo: { replyTo?: MessageId } = event.replyTo ? { replyTo: messageId(event.replyTo) } : {};
      return { type: 'message', at, by: personId(event.by), id: messageId(event.id), text, attachments, ...replyTo };
    }
    case 'edit':
      return { type: 'edit', at, target: messageId(event.target), text: event.text };
    case 'delete':
      return { type: 'delete', at, target: messageId(event.target) };
    case 'reaction':
    case 'unreaction':
      return { type: event.type, at, by: personId(event.by), target: messageId(event.target), emoji: event.emoji };
    case 'typing':
    case 'voice-join':
      return { type: event.type, at, by: personId(event.by) };
    case 'busy':
      return { type: 'busy', at, by: personId(event.by), until: event.until };
    case 'gap':
      return { type: 'gap', at, until: event.until };
  }
}

/** Oldest first; events of the same instant keep the file's order. */
function inOrder(events: readonly Timed[]): readonly Timed[] {
  return [...events].sort((one, other) => one.event.at - other.event.at);
}
