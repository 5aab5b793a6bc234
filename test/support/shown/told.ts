import { BID_KINDS } from '../../../src/domain/bid.ts';
import { TERM_CHANGES } from '../../../src/domain/consent.ts';
import type { FirstMoment } from '../../../src/domain/dyad.ts';
import { type NOTICES, REASONS } from '../../../src/domain/nudge.ts';
import { everythingOn } from '../../../src/domain/settings.ts';
import type { Noticed, Renewal, Suggested } from '../../../src/ports/command.ts';
import { doneCard, whisperCard } from '../../../src/texts/cards.ts';
import { texts } from '../../../src/texts/texts.ts';
import { type Life, NOW } from '../asker.ts';
import { BARE, GIVING } from './lives.ts';
import type { Scene, ScenesOf } from './scene.ts';

/** What Nod tells by itself, what is asked about a message, and what is answered to that. */

const NAME = { dyad: 3, seq: 12 };
const { whisper, graduation, renewal, respond } = texts;
const LINK = 'https://discord.com/channels/1/2/3';

type Nudge = NonNullable<Life['nudge']>;
const nudge: Nudge = {
  ...NAME,
  kind: 'good-news',
  reason: 'silence',
  hintText: 'Ask what the best part was.',
  link: LINK,
};

const opened = (when: string, life: Life, deeds: Scene['deeds'] = [], locale?: string): Scene => ({
  when,
  life,
  card: whisperCard(NAME),
  deeds: [whisper.open, ...deeds],
  ...(locale === undefined ? {} : { locale }),
});

const noticeOf = (reason: (typeof NOTICES)[number] | 'support'): Pick<Life, 'notice'> => {
  return { notice: { ...NAME, reason } };
};

const RENEWAL: Renewal = {
  lapsed: false,
  changes: [],
  terms: { scope: 1, host: 'Kim', encrypted: true, readers: 2 },
  settings: everythingOn('Europe/Berlin'),
};
const ALL_CHANGED: Renewal = { ...RENEWAL, changes: ['scope', 'host', 'encrypted', 'readers'] };

/** With a judge, and a host's name, as long as they may be. */
const CROWDED: Renewal = {
  ...ALL_CHANGED,
  changes: TERM_CHANGES,
  terms: { ...RENEWAL.terms, host: 'Kim '.repeat(15).trim(), judgeHost: `${'model.'.repeat(16)}example` },
  settings: {
    ...everythingOn('America/Argentina/ComodRivadavia'),
    away: [0, 120, 240].map((from) => ({ from, until: from + 65 })),
    recap: true,
    checkIn: true,
    checkInNumbers: true,
    judge: 'local',
  },
  typingEnds: true,
};

const NOTICED: readonly Noticed['is'][] = [
  'nothing',
  'being-said',
  'unread',
  'forgotten',
  'elsewhere',
  'resting',
  'none',
];
const SUGGESTED = ['general', 'unread', 'calm', 'own', 'elsewhere', 'not-both', 'resting', 'none'] as const;

export const TOLD: ScenesOf = {
  whisper: [
    ...REASONS.filter((reason) => reason in whisper.because).map((reason) =>
      opened(`Opened: ${reason}`, { nudge: { ...nudge, reason } }),
    ),
    opened('Opened: promise, and it is known when it was made', {
      nudge: { ...nudge, reason: 'promise', promisedAt: NOW - 3 * 3_600_000 },
    }),
    ...BID_KINDS.map((kind) => opened(`Opened: something still waits, ${kind}`, { nudge: { ...nudge, kind } })),
    ...[whisper.helpful, whisper.notThis, whisper.joke, whisper.talked, whisper.notToday, whisper.stop].map((label) =>
      opened(`Then: ${label}`, { nudge }, [label]),
    ),
    opened('It is moot by now', {}),
    { when: 'What it becomes once it is moot', card: doneCard() },
    opened('Something heavy, in Germany', noticeOf('support'), [whisper.notThis]),
    opened('Something heavy, and no more of these', noticeOf('support'), [whisper.noMore]),
    opened(
      'Something heavy, where no country can be told',
      { ...noticeOf('support'), settings: { zone: 'UTC' } },
      [],
      'eo',
    ),
    opened('A recap', { ...noticeOf('recap'), ...GIVING }),
    opened('A check-in', noticeOf('check-in')),
    opened('Consent is asked for again', { ...noticeOf('renewal'), renewal: RENEWAL }),
    opened('The first days are over, and there was little to hear', noticeOf('first-look')),
    opened('The first days are over, and Nod rests', { ...noticeOf('first-look'), listening: 'resting' }),
    opened('The first days are over, with what was given', { ...noticeOf('first-look'), ...GIVING }),
  ],

  'first-look': [
    {
      when: 'Two moments, answered one after the other',
      ...firstMoments([{ kind: 'play' }, { kind: 'good-news' }], ['1: yes', '2: no']),
    },
    { when: 'One moment, never for this', ...firstMoments([{ kind: 'vulnerability' }], ['1: never for this']) },
  ],

  graduation: [
    opened('Nod steps back; the messages are kept', { ...noticeOf('graduation'), ...GIVING }, [graduation.keep]),
    ...Object.keys(graduation.notice).map((rarest) =>
      opened(`Nod steps back; what was given most seldom is ${rarest}`, {
        ...noticeOf('graduation'),
        mirror: (GIVING.mirror ?? []).map((line) => ({ ...line, count: line.kind === rarest ? 0 : 3 })),
      }),
    ),
    opened('Nod steps back, read again', { ...noticeOf('graduation'), ...BARE }),
  ],

  renew: [
    { when: 'It is a while ago; yes', life: { renewal: RENEWAL }, deeds: [renewal.yes] },
    { when: 'Everything has changed; no', life: { renewal: ALL_CHANGED }, deeds: [renewal.no] },
    { when: 'Everything has changed, and there is no room for all they chose', life: { renewal: CROWDED } },
    { when: 'Nobody answered in time', life: { renewal: { ...RENEWAL, lapsed: true } } },
    {
      when: 'Their typing was on when it counted for less',
      life: {
        renewal: {
          ...{ ...RENEWAL, changes: ['scope'], typingEnds: true },
          settings: { ...RENEWAL.settings, typing: false },
        },
      },
    },
    { when: 'There is nothing to ask', life: {}, deeds: [{ old: { action: 'show', id: '' } }] },
  ],

  noticed: [
    { when: 'It is looked for among the commands' },
    ...BID_KINDS.map(
      (kind): Scene => ({
        when: `Heard: ${kind}`,
        menu: true,
        life: { noticed: { is: 'bid', kind, because: ['tells of something that went well', 'celebrates'] } },
      }),
    ),
    {
      when: 'Heard, and how it was typed is a reason',
      menu: true,
      life: {
        noticed: {
          ...{ is: 'bid', kind: 'vulnerability', typed: true },
          because: [
            'takes back what was about to be said',
            'is short, though it was typed at for long or begun and left for a while',
          ],
        },
      },
    },
    {
      when: 'Heard, but nothing can be named',
      menu: true,
      life: { noticed: { is: 'bid', kind: 'affection', because: [] } },
    },
    ...NOTICED.map((is): Scene => ({ when: `Not heard: ${is}`, menu: true, life: { noticed: { is } as Noticed } })),
  ],

  respond: [
    { when: 'It is looked for among the commands' },
    {
      when: 'To something hard, and another three',
      menu: true,
      life: {
        suggested: {
          is: 'hints',
          kind: 'vulnerability',
          hints: ['Say that you are there.', 'Ask what would help.'],
          next: 'x',
        },
        furtherHints: { kind: 'good-news', hints: ['Ask what the best part was.'], next: 'y' },
      },
      deeds: [respond.another],
    },
    { when: 'A button of an older Nod', life: {}, deeds: [{ old: { action: 'another', id: 'made-up' } }] },
    ...SUGGESTED.map(
      (is): Scene => ({ when: `Otherwise: ${is}`, menu: true, life: { suggested: { is } as Suggested } }),
    ),
    {
      when: 'Page after page of what fits any message',
      menu: true,
      life: { suggested: { is: 'general' } },
      deeds: [respond.another, respond.another, respond.another],
    },
  ],
};

function firstMoments(moments: readonly FirstMoment[], labels: readonly string[]): Omit<Scene, 'when'> {
  const life: Life = { ...noticeOf('first-look'), ...GIVING, firstLook: moments };
  return { life, card: whisperCard(NAME), deeds: [whisper.open, ...labels] };
}
