import { ATTACHMENTS } from '../../src/domain/reading.ts';
import { TIMELINE_TYPES } from '../../src/importers/timeline.ts';
import { code, MADE_BY, type Page, table } from './page.ts';

type TimelineType = (typeof TIMELINE_TYPES)[number];

/** Fields beside `type`, `id` and `at`, and what the event is; the compiler finds a type without a line. */
const EVENTS: Readonly<Record<TimelineType, readonly [fields: string, what: string]>> = {
  message: [
    '`by`, `text`, and if need be `replyTo`, `attachments`',
    'Something was said. `replyTo` is the id of a message, which may be older than the file',
  ],
  edit: ['`target`, `text`, and if need be `by`', 'The message was changed; `text` is all of its new text'],
  delete: ['`target`, and if need be `by`', 'The message was deleted'],
  reaction: ['`by`, `target`, `emoji`', 'An emoji was put on the message'],
  unreaction: ['`by`, `target`, `emoji`', 'It was taken off again'],
  typing: ['`by`', 'Somebody began to type; told of again about every 10 s while they go on'],
  'voice-join': ['`by`', 'Somebody joined the other in a call'],
  busy: ['`by`, `until`', 'Somebody said they cannot answer until then'],
  gap: ['`until`', 'Nod could not see anything until then'],
};

const EXAMPLE = {
  title: 'a heart is an answer',
  partners: [
    { id: 'ana', name: 'Ana', timezone: 'Europe/Berlin' },
    { id: 'ben', name: 'Ben', timezone: 'Europe/Berlin' },
  ],
  events: [
    { at: '2026-05-04T09:00:00+02:00', type: 'message', by: 'ana', id: 'm1', text: 'got the job!!!!' },
    { at: '2026-05-04T09:04:00+02:00', type: 'reaction', by: 'ben', id: 'r1', target: 'm1', emoji: '❤️' },
  ],
};

/** The shape of a timeline file. */
export function timelinePage(): Page {
  const rows = TIMELINE_TYPES.map((type) => [code(type), ...EVENTS[type]]);
  return {
    path: 'docs/reference/timeline.md',
    text: `${MADE_BY}

# Timeline

Nod's own file of a chat, in JSON: what \`nod replay\` plays, and what golden chats become.

\`\`\`json
${JSON.stringify(EXAMPLE, undefined, 2)}
\`\`\`

There are two partners, with different ids and an IANA time zone each. Events may stand in any order; those of the same
instant keep the order of the file. Each has a \`type\`, an \`id\` of its own and \`at\`, a time in ISO 8601 with its offset
(\`+02:00\`, \`+0200\` or \`Z\`; seconds may be left out).
\`by\` is the id of a partner, \`target\` the id of the message that the event is about: one of this file, said before.
Only who said a message can edit or delete it, so there \`by\` may be left out, and nobody else may be named. What may be
left out may also be \`null\`.

${table(['`type`', 'Has also', 'Means'], rows)}

\`attachments\` is a list of ${ATTACHMENTS.map(code).join(', ')}. A message may have no \`text\`, as when something is attached.

A file Nod cannot read stops with \`BAD_TIMELINE\` and a sentence that names the event by its place in the list.
`,
  };
}
