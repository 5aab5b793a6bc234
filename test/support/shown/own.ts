import { UNNAMED_HOST } from '../../../src/domain/consent.ts';
import { REASONS } from '../../../src/domain/nudge.ts';
import { OWN_SILENCES } from '../../../src/domain/own-silence.ts';
import { SUPPORTS } from '../../../src/domain/wishes.ts';
import { texts } from '../../../src/texts/texts.ts';
import { type Life, NOW } from '../asker.ts';
import { BARE, FULL, GIVING, NOBODY, RESTING, TAKES_ALONG, WITH_LEDGER } from './lives.ts';
import type { Deed, Scene, ScenesOf } from './scene.ts';

/** What is one's own: settings, card, mirror, weeks, and what one takes along. */

const { settings, ledger, common, card, checkIn, rights } = texts;
const { back } = common;
const { understood, cared } = checkIn.statements;
const HOUR = 3_600_000;

/** A page of the settings, and what comes of it. */
function change(when: string, what: string, deeds: readonly Deed[] = [], life: Life = FULL): Scene {
  return { when, life, deeds: [{ choose: [what] }, ...deeds] };
}

const said = (numbers: string): readonly Deed[] => [{ old: { action: 'done', id: numbers } }];

export const OWN: ScenesOf = {
  settings: [
    { when: 'Only what everybody begins with', life: BARE },
    { when: 'Everything chosen, everything holding just now', life: FULL },
    {
      when: 'No direct messages, nothing more today, and paused',
      life: { settings: { nudgesPerDay: 0, recap: true }, snoozedUntil: NOW + 10 * HOUR, paused: true },
    },
    { when: 'For somebody who has no couple', life: NOBODY },
    change('How many messages', 'nudges', ['0']),
    change('What messages are for', 'reasons', [{ choose: ['promise'] }]),
    change('What messages are for: nothing', 'reasons', [{ choose: [] }]),
    change('By the week', 'weekly', [{ choose: ['recap'] }]),
    change('Hours', 'hours', [{ fill: { quiet: '23-7', away: 'none', usual: 'none' } }]),
    change('Hours that cannot be', 'hours', [{ fill: { quiet: '25:00-8:00', away: '', usual: '' } }]),
    change('The zone, from the list', 'zone', [{ choose: ['Europe/London'] }]),
    change('The zone, by a city', 'zone', [texts.consent.zone.other, { fill: { city: 'Tokyo' } }, back]),
    change('A zone that does not exist', 'zone', [texts.consent.zone.other, { fill: { city: 'Atlantis' } }]),
    {
      when: 'A zone that an old button carried and nobody knows',
      life: {},
      deeds: [{ old: { action: 'picked', id: 'Mars/Olympus' } }],
    },
    change('Typing', 'typing', [settings.off]),
    {
      ...change('Typing, of whoever said yes to a card that asked less', 'typing', [settings.off]),
      life: { pausesUnasked: true },
    },
    change('Their own direct messages', 'ownMessages', [settings.off]),
    change('Numbers', 'numbers', [settings.off]),
    change('People to talk to', 'supportCard', [settings.off]),
    change('People to talk to, where messages are off', 'supportCard', [settings.on], BARE),
    change('A language model', 'judge', ['Only on Nod’s computer']),
    change('A language model, about vulnerable lines', 'judge', [settings.judgeVulnerable(true)]),
    change('Moments that are left alone', 'exceptions', [settings.undoLast]),
    change('Moments that are left alone, all of them', 'exceptions', [settings.undoAll]),
    change('Where Nod is surer', 'jokes', [settings.undoAll]),
    {
      when: 'What was agreed to, page by page',
      life: WITH_LEDGER,
      deeds: [settings.ledger, ledger.earlier, ledger.earlier, ledger.later, back],
    },
    { when: 'What was agreed to, where nothing was', life: {}, deeds: [settings.ledger] },
  ],

  card: [
    { when: 'Empty', life: {} },
    {
      when: 'Written, shared, and no longer',
      life: {},
      deeds: [{ choose: ['comfort', 'company'] }, { choose: ['words', 'quiet'] }, card.share, card.stop],
    },
    { when: 'The other shares theirs', life: { theirCard: { low: SUPPORTS, celebrate: ['questions', 'loud'] } } },
    { when: 'Where the host has not given a name', life: { host: UNNAMED_HOST } },
  ],

  sign: [
    { when: 'There is none yet', options: {} },
    { when: 'There is one', options: {}, life: { sign: '🫖' } },
    { when: 'It is chosen', options: { emoji: '🫖' } },
    { when: 'It is given up', options: { emoji: 'none' }, life: { sign: '🫖' } },
    { when: 'One that says something already', options: { emoji: '❤️' } },
    { when: 'No emoji', options: { emoji: 'tea' } },
  ],

  me: [
    { when: 'A month', life: GIVING },
    { when: 'A week', life: GIVING, options: { period: 'week' } },
    {
      when: 'Three months, with numbers',
      life: { ...GIVING, settings: { numbers: true } },
      options: { period: 'three-months', numbers: true },
    },
    { when: 'Numbers, where they are off', life: GIVING, options: { numbers: true } },
    { when: 'Nothing yet', life: {} },
    { when: 'Nod rests', life: RESTING },
    { when: 'There is no couple', life: NOBODY },
  ],

  us: [
    { when: 'A week that is over', life: GIVING },
    { when: 'Nothing yet', life: {} },
    { when: 'Nod rests', life: RESTING },
    { when: 'There is no couple', life: NOBODY },
  ],

  recap: [
    { when: 'A full week', life: GIVING },
    { when: 'What one gave alone', life: { ownWeek: GIVING.ownWeek ?? [] } },
    { when: 'An empty week', life: {} },
    { when: 'Nod rests', life: RESTING },
  ],

  'check-in': [
    {
      when: 'A warm week, statement by statement',
      life: {},
      deeds: [
        { choose: ['6'], in: understood },
        checkIn.done,
        { choose: ['7'], in: checkIn.statements['took-seriously'] },
        { choose: ['5'], in: cared },
        checkIn.done,
      ],
    },
    { when: 'A week with some of both', life: {}, deeds: said('4.5.4') },
    { when: 'A week that needed more', life: {}, deeds: said('2.3.2') },
    {
      when: 'A week that is kept, with a moment',
      life: { settings: { checkInNumbers: true } },
      deeds: [{ old: { action: 'moment', id: '6.7.5' } }, { fill: { moment: 'a cup of tea' } }],
    },
    {
      when: 'Earlier weeks, of which none is kept',
      life: { settings: { checkInNumbers: true } },
      deeds: [checkIn.earlier, back],
    },
    {
      when: 'Earlier weeks',
      life: {
        settings: { checkInNumbers: true },
        checkIns: Array.from({ length: 10 }, (_, week) => ({
          week: 20_000 + 7 * week,
          agreed: [1 + (week % 7), 1 + ((week + 2) % 7), 1 + ((week + 4) % 7)] as const,
        })),
      },
      deeds: [checkIn.earlier],
    },
  ],

  why: [
    {
      when: 'Every reason, and everything that keeps Nod silent',
      life: {
        why: {
          nudges: REASONS.map((reason, index) => ({ at: NOW - (20 - 5 * index) * HOUR, reason })),
          silences: OWN_SILENCES.map((because, index) => ({
            because,
            ...(index < 3 ? {} : { until: NOW + index * HOUR }),
          })),
        },
      },
    },
    {
      when: 'None a day',
      life: { settings: { nudgesPerDay: 0 }, why: { nudges: [], silences: [{ because: 'day' }] } },
    },
    { when: 'Nothing is out, nothing keeps it silent', life: {} },
    { when: 'Nod rests', life: RESTING },
    { when: 'Paused on one’s own side', life: { listening: 'resting', paused: true } },
  ],

  'data/export': [
    { when: 'Something of everything', life: TAKES_ALONG },
    { when: 'Nothing yet', life: NOBODY },
  ],
  'data/delete': [
    { when: 'Asked once, then done', life: {}, deeds: [rights.delete.confirm] },
    {
      when: 'Something has begun since the card was made',
      life: { newestCouple: 3 },
      deeds: [{ old: { action: 'yes', id: '2' } }],
    },
  ],
};
