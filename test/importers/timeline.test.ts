import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ATTACHMENTS } from '../../src/domain/reading.ts';
import { NodError } from '../../src/errors.ts';
import { TIMELINE_TYPES, timelineImporter } from '../../src/importers/timeline.ts';

const ANA = { id: 'ana', name: 'Ana', timezone: 'Europe/Berlin' };
const BEN = { id: 'ben', name: 'Ben', timezone: 'America/New_York' };
const AT = '2026-05-04T09:00:00+02:00';
const INSTANT = Date.parse(AT);
const SAID = { at: AT, type: 'message', by: 'ana', id: 'm1', text: 'got the job!!!!' };

function file(events: unknown, frame: object = {}): string {
  return JSON.stringify({ title: 'a chat', partners: [ANA, BEN], events, ...frame });
}

const read = (events: unknown, frame?: object) => timelineImporter.read(file(events, frame));

/** The sentence a person reads about a file that cannot be read. */
function sentence(source: string): string {
  return refusal(source).message;
}

function refusal(source: string): NodError {
  try {
    timelineImporter.read(source);
  } catch (error) {
    expect(error).toBeInstanceOf(NodError);
    expect((error as NodError).code).toBe('BAD_TIMELINE');
    expect((error as NodError).hint).not.toBe('');
    return error as NodError;
  }
  throw new Error('the file was read');
}

describe('a timeline', () => {
  it('tells who the two are', () => {
    expect(read([])).toEqual({
      title: 'a chat',
      partners: [
        { id: 'ana', name: 'Ana', zone: 'Europe/Berlin' },
        { id: 'ben', name: 'Ben', zone: 'America/New_York' },
      ],
      events: [],
    });
  });

  it('needs no title', () => {
    expect(timelineImporter.read(JSON.stringify({ partners: [ANA, BEN], events: [] })).title).toBe('');
  });

  const about = { at: AT, target: 'm1' };
  const happened: readonly (readonly [event: object, read: object])[] = [
    [
      { ...about, type: 'edit', id: 'e', text: 'GOT IT' },
      { type: 'edit', target: 'm1', text: 'GOT IT' },
    ],
    [
      { ...about, type: 'delete', id: 'e' },
      { type: 'delete', target: 'm1' },
    ],
    [
      { ...about, type: 'reaction', id: 'e', by: 'ben', emoji: '❤️' },
      { type: 'reaction', by: 'ben', target: 'm1', emoji: '❤️' },
    ],
    [
      { ...about, type: 'unreaction', id: 'e', by: 'ben', emoji: ':wave:' },
      { type: 'unreaction', by: 'ben', target: 'm1', emoji: ':wave:' },
    ],
    [
      { at: AT, type: 'typing', id: 'e', by: 'ben' },
      { type: 'typing', by: 'ben' },
    ],
    [
      { at: AT, type: 'voice-join', id: 'e', by: 'ben' },
      { type: 'voice-join', by: 'ben' },
    ],
    [
      { at: AT, type: 'busy', id: 'e', by: 'ben', until: '2026-05-04T10:00:00+02:00' },
      { type: 'busy', by: 'ben', until: INSTANT + 3_600_000 },
    ],
    [
      { at: AT, type: 'gap', id: 'e', until: '2026-05-04T10:00:00+02:00' },
      { type: 'gap', until: INSTANT + 3_600_000 },
    ],
  ];

  it.each(happened)('holds %j', (event, expected) => {
    expect(read([SAID, event]).events[1]).toEqual({ id: 'e', event: { at: INSTANT, ...expected } });
  });

  it('holds messages with whatever hangs on them', () => {
    const { events } = read([
      SAID,
      { at: AT, type: 'message', by: 'ben', id: 'm2', attachments: ATTACHMENTS },
      { ...SAID, id: 'm3', replyTo: 'm1' },
    ]);

    expect(events.map((one) => one.event)).toEqual([
      { type: 'message', at: INSTANT, by: 'ana', id: 'm1', text: 'got the job!!!!', attachments: [] },
      { type: 'message', at: INSTANT, by: 'ben', id: 'm2', text: '', attachments: ATTACHMENTS },
      { type: 'message', at: INSTANT, by: 'ana', id: 'm3', text: 'got the job!!!!', attachments: [], replyTo: 'm1' },
    ]);
  });

  it('has no kind of event these tests do not read', () => {
    const types = [SAID, ...happened.map(([event]) => event as { readonly type: string })].map((event) => event.type);

    expect(new Set(types)).toEqual(new Set(TIMELINE_TYPES));
  });

  it('may hold events in any order: they come oldest first, those of one instant as in the file', () => {
    const later = { ...SAID, id: 'later', at: '2026-05-04T10:00:00+02:00' };
    const twin = { ...SAID, id: 'twin' };

    expect(read([later, SAID, twin]).events.map((one) => one.id)).toEqual(['m1', 'twin', 'later']);
  });

  it.each([
    ['2026-05-04T09:00:00+02:00', '2026-05-04T07:00:00Z'],
    ['2026-05-04T09:00:00-04:00', '2026-05-04T13:00:00Z'],
    ['2026-05-04T12:45:00+05:45', '2026-05-04T07:00:00Z'],
    ['2026-05-04T07:00:00.250Z', '2026-05-04T07:00:00.250Z'],
    ['2026-05-04T09:00+02:00', '2026-05-04T07:00:00Z'],
    ['2026-05-04T07:00Z', '2026-05-04T07:00:00Z'],
    ['2026-05-04T09:00:00+0200', '2026-05-04T07:00:00Z'],
    ['2026-05-04T09:00:00+02', '2026-05-04T07:00:00Z'],
    ['20260504T090000+0200', '2026-05-04T07:00:00Z'],
    ['2026-05-04T07:00:00,250Z', '2026-05-04T07:00:00.250Z'],
  ])('reads %s by its own offset', (at, instant) => {
    expect(read([{ ...SAID, at }]).events[0]?.event.at).toBe(Date.parse(instant));
  });

  it('may begin with a byte order mark, as some editors have it', () => {
    expect(timelineImporter.read(`\uFEFF${file([SAID])}`).events).toHaveLength(1);
  });

  it('may hold a reply to a message older than the file', () => {
    expect(read([{ ...SAID, replyTo: 'long-ago' }]).events[0]?.event).toMatchObject({ replyTo: 'long-ago' });
  });

  it('takes null for a field that may be left out as if it were', () => {
    const edited = { at: AT, type: 'edit', id: 'e', by: null, target: 'm1', text: 'GOT IT' };
    const shown = { ...SAID, id: 'm2', text: null, attachments: ['gif'], replyTo: null };
    const { title, events } = read([{ ...SAID, replyTo: null, attachments: null }, shown, edited], { title: null });

    expect(title).toBe('');
    expect(events.map((one) => one.event)).toEqual([
      { type: 'message', at: INSTANT, by: 'ana', id: 'm1', text: 'got the job!!!!', attachments: [] },
      { type: 'message', at: INSTANT, by: 'ana', id: 'm2', text: '', attachments: ['gif'] },
      { type: 'edit', at: INSTANT, target: 'm1', text: 'GOT IT' },
    ]);
  });

  it.each(['edit', 'delete'])('may say of an %s that it is by whom it can only be by', (type) => {
    const changed = { at: AT, type, id: 'e', by: 'ana', target: 'm1', text: 'GOT IT' };

    expect(read([SAID, changed]).events[1]?.event).toMatchObject({ type, target: 'm1' });
  });

  it.each(['Europe/berlin', 'UTC', 'Etc/GMT+2', 'America/Argentina/Buenos_Aires'])('knows the zone %s', (timezone) => {
    expect(read([], { partners: [ANA, { ...BEN, timezone }] }).partners[1].zone).toBe(timezone);
  });

  it('takes no notice of fields it does not know', () => {
    expect(read([{ ...SAID, mood: 'good' }], { version: 3 }).events[0]?.event).not.toHaveProperty('mood');
  });
});

describe('a file that is no timeline', () => {
  it.each([
    ['{', 'This file is not JSON.'],
    ['', 'This file is empty.'],
    ['\uFEFF \n', 'This file is empty.'],
    ['null', 'The timeline has a mistake: it must be an object with "partners" and "events".'],
    ['[]', 'The timeline has a mistake: it must be an object with "partners" and "events".'],
    ['{"events":[]}', 'The timeline has a mistake in "partners": it is missing.'],
    [file([], { partners: 2 }), 'The timeline has a mistake in "partners": there must be two.'],
    [file(undefined), 'The timeline has a mistake in "events": it is missing.'],
    [
      file([], { partners: [{ ...ANA, name: undefined }, BEN] }),
      'The timeline has a mistake in "partners.0.name": it is missing.',
    ],
    [file([], { partners: [ANA] }), 'The timeline has a mistake in "partners": there must be two.'],
    [file([], { partners: [ANA, BEN, BEN] }), 'The timeline has a mistake in "partners": there must be two.'],
    [file([], { partners: [ANA, ANA] }), 'The two partners need different ids.'],
    [file([], { partners: [ANA, 'ben'] }), 'The timeline has a mistake in "partners.1": it must be an object.'],
    [
      file([], { partners: [{ ...ANA, name: '' }, BEN] }),
      'The timeline has a mistake in "partners.0.name": it must not be empty.',
    ],
    [
      file([], { partners: [ANA, { ...BEN, timezone: 'Mars/Base' }] }),
      'The timeline has a mistake in "partners.1.timezone": it must be a time zone such as "Europe/Berlin".',
    ],
    [file({}), 'The timeline has a mistake in "events": it must be a list.'],
  ])('%s: %s', (source, expected) => {
    expect(sentence(source)).toBe(expected);
  });
});

describe('a line that is broken is named by its place:', () => {
  const kinds = 'message, edit, delete, reaction, unreaction, typing, voice-join, busy, gap';
  const attachments = 'image, video, voice, link, sticker, gif, file';

  it.each<[object | string | null, string]>([
    [null, 'Event 2 has a mistake: it must be an object.'],
    ['hello', 'Event 2 has a mistake: it must be an object.'],
    [{}, 'Event 2 has a mistake in "type": it is missing.'],
    [{ type: null }, `Event 2 has a mistake in "type": it must be one of ${kinds}.`],
    [{ ...SAID, id: 'e', at: undefined }, 'Event 2 has a mistake in "at": it is missing.'],
    [{ ...SAID, id: undefined }, 'Event 2 has a mistake in "id": it is missing.'],
    [{ ...SAID, id: 'e', type: 'shout' }, `Event 2 has a mistake in "type": it must be one of ${kinds}.`],
    [
      { ...SAID, id: 'e', at: '2026-05-04T09:00:00' },
      'Event 2 has a mistake in "at": it must be a time such as "2026-05-04T09:00:00+02:00".',
    ],
    [
      { ...SAID, id: 'e', at: '+275760-09-12T00:00:00Z' },
      'Event 2 has a mistake in "at": it must be a time such as "2026-05-04T09:00:00+02:00".',
    ],
    [
      { ...SAID, id: 'e', at: '2026-02-30T09:00:00Z' },
      'Event 2 has a mistake in "at": it must be a time such as "2026-05-04T09:00:00+02:00".',
    ],
    [
      { ...SAID, id: 'e', at: 1_777_878_000_000 },
      'Event 2 has a mistake in "at": it must be a time such as "2026-05-04T09:00:00+02:00".',
    ],
    [
      { ...SAID, id: 'e', at: '2026-05-04' },
      'Event 2 has a mistake in "at": it must be a time such as "2026-05-04T09:00:00+02:00".',
    ],
    [{ ...SAID, id: 7 }, 'Event 2 has a mistake in "id": it must be a text.'],
    [{ ...SAID, id: '' }, 'Event 2 has a mistake in "id": it must not be empty.'],
    [{ ...SAID, id: 'e', text: 7 }, 'Event 2 has a mistake in "text": it must be a text.'],
    [
      { ...SAID, id: 'e', attachments: ['smell'] },
      `Event 2 has a mistake in "attachments.0": it must be one of ${attachments}.`,
    ],
    [{ ...SAID, id: 'e', attachments: 'gif' }, 'Event 2 has a mistake in "attachments": it must be a list.'],
    [{ at: AT, type: 'typing', id: 'e' }, 'Event 2 has a mistake in "by": it is missing.'],
    [{ at: AT, type: 'typing', id: 'e', by: null }, 'Event 2 has a mistake in "by": it must be a text.'],
    [{ at: AT, type: 'typing', id: 'e', by: 'kim' }, 'Event 2 is by "kim", who is not a partner.'],
    [{ at: AT, type: 'edit', id: 'e', target: 'm1' }, 'Event 2 has a mistake in "text": it is missing.'],
    [{ at: AT, type: 'delete', id: 'e' }, 'Event 2 has a mistake in "target": it is missing.'],
    [
      { at: AT, type: 'delete', id: 'e', by: 'ben', target: 'm1' },
      'Event 2 is about "m1", which "ana" said: nobody else can delete it, and it is by "ben".',
    ],
    [
      { at: AT, type: 'edit', id: 'e', by: 'ben', target: 'm1', text: 'x' },
      'Event 2 is about "m1", which "ana" said: nobody else can edit it, and it is by "ben".',
    ],
    [{ at: AT, type: 'delete', id: 'e', by: 'kim', target: 'm1' }, 'Event 2 is by "kim", who is not a partner.'],
    [
      { at: AT, type: 'reaction', id: 'e', by: 'ben', target: 'm1', emoji: '' },
      'Event 2 has a mistake in "emoji": it must not be empty.',
    ],
    [
      { at: AT, type: 'busy', id: 'e', by: 'ben', until: 'soon' },
      'Event 2 has a mistake in "until": it must be a time such as "2026-05-04T09:00:00+02:00".',
    ],
    [{ at: AT, type: 'gap', id: 'e', until: '2026-05-04T08:59:00+02:00' }, 'Event 2 ends before it begins.'],
    [{ ...SAID, by: 'ben' }, 'Event 2 has the id "m1", which event 1 has already.'],
    [{ at: AT, type: 'delete', id: 'e', target: 'm9' }, 'Event 2 is about "m9", which is no message of this file.'],
    [{ at: AT, type: 'delete', id: 'e', target: 'e' }, 'Event 2 is about "e", which is no message of this file.'],
    [
      { at: '2026-05-04T08:00:00+02:00', type: 'delete', id: 'e', target: 'm1' },
      'Event 2 is about "m1", which is said only later.',
    ],
  ])('%j', (event, expected) => {
    expect(sentence(file([SAID, event]))).toBe(expected);
  });

  it('and what somebody wrote is never repeated', () => {
    const broken = [
      { ...SAID, text: ['zyqxwv'] },
      { ...SAID, type: 'edit', text: 'zyqxwv' },
      { ...SAID, text: 'zyqxwv', attachments: ['smell'] },
      { ...SAID, text: 'zyqxwv', at: 'now' },
    ];

    for (const event of broken) expect(sentence(file([event]))).not.toContain('zyqxwv');
    expect(sentence('{"text": "zyqxwv"')).not.toContain('zyqxwv');
  });

  it.each(['zyqxwv', '{"text": zyqxwv}'])('not even in what lies behind the sentence about %s', (source) => {
    const refused = refusal(source);

    expect(inspect(refused, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain('zyqxwv');
  });
});
