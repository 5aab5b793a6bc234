import { UNNAMED_HOST } from '../../../src/domain/consent.ts';
import { invitationCard } from '../../../src/texts/cards.ts';
import { texts } from '../../../src/texts/texts.ts';
import { ASKER, type Life } from '../asker.ts';
import { BARE, FULL, NOBODY } from './lives.ts';
import type { ScenesOf } from './scene.ts';

/** What anybody may see before there is a couple, or without one. */

const ASKED: Life = { ...NOBODY, invitation: { dyad: 7, others: 0 } };
const { next, back } = texts.common;
const { begin, how, again, enough } = texts.demo;
const { open, helpful } = texts.whisper;
const { choose, what, agree, no, never, hours, zone, ticks } = texts.consent;

/** From the card in the channel to the page with the zones. */
const TO_THE_ZONE = [choose, next, next];
const TO_THE_HOURS = [...TO_THE_ZONE, { choose: ['Europe/Berlin'] }];
const TO_THE_TICKS = [...TO_THE_HOURS, next];

export const BEGINNING: ScenesOf = {
  start: [
    { when: 'Somebody asks somebody', options: { partner: `${ASKER}1` } },
    { when: 'Somebody asks nobody', options: {} },
    { when: 'Anybody asks what the card in the channel is', card: invitationCard(7), life: NOBODY, deeds: [what] },
    {
      when: 'The one who is asked says yes, with everything',
      card: invitationCard(7),
      life: { ...ASKED, encrypted: true },
      deeds: [
        ...TO_THE_HOURS,
        hours.change,
        { fill: { quiet: '23-7', away: '9-12, 13-17', usual: '20-22' } },
        next,
        { choose: ['passed-over', 'silence', 'more-to-say', 'promise', 'follow-up', 'typing'] },
        ticks.adult(false),
        agree,
      ],
    },
    {
      when: 'The one who is asked says yes to listening alone; others can read the channel',
      card: invitationCard(7),
      life: { ...ASKED, invitation: { dyad: 7, others: 3 } },
      deeds: [...TO_THE_TICKS, ticks.adult(false), agree],
    },
    {
      when: 'Going back page by page, from the last to the first',
      card: invitationCard(7),
      life: { ...ASKED, invitation: { dyad: 7, others: 1 }, host: UNNAMED_HOST },
      deeds: [...TO_THE_TICKS, back, back, back, back],
    },
    {
      when: 'A city is looked for and found',
      card: invitationCard(7),
      life: ASKED,
      locale: 'en-US',
      deeds: [...TO_THE_ZONE, zone.other, { fill: { city: 'lisb' } }, { choose: ['Europe/Lisbon'] }],
    },
    {
      when: 'A city is looked for that does not exist',
      card: invitationCard(7),
      life: ASKED,
      deeds: [...TO_THE_ZONE, zone.other, { fill: { city: 'Atlantis' } }],
    },
    {
      when: 'Hours that cannot be, and too many of them',
      card: invitationCard(7),
      life: ASKED,
      deeds: [
        ...TO_THE_HOURS,
        hours.change,
        { fill: { quiet: '25:00-8:00', away: '', usual: '' } },
        hours.change,
        { fill: { quiet: '22-8, 12-13', away: '', usual: '' } },
        hours.change,
        { fill: { quiet: '22-8', away: '1-2, 3-4, 5-6, 7-8, 9-10', usual: '' } },
      ],
    },
    { when: 'No', card: invitationCard(7), life: ASKED, deeds: [choose, no] },
    { when: 'Never again', card: invitationCard(7), life: ASKED, deeds: [choose, never] },
    { when: 'The card is for two others, or its time is over', card: invitationCard(7), life: NOBODY, deeds: [choose] },
    {
      when: 'A page that was left open too long',
      card: invitationCard(7),
      life: ASKED,
      deeds: [choose, { old: { action: 'about', id: 'x' } }],
    },
  ],

  demo: [
    {
      when: 'A game to its end',
      life: NOBODY,
      deeds: [
        begin,
        open,
        helpful,
        ...['1', '2', '3', '1', '2', '3', '1'].flatMap((label) => [label, texts.demo.next]),
        '2',
        texts.demo.next,
        how,
        back,
        again,
      ],
    },
    { when: 'Enough after the first', life: {}, deeds: [begin, '3', enough] },
    { when: 'A button of a game that is no more', life: NOBODY, deeds: [{ old: { action: 'scene', id: 'x' } }] },
  ],

  help: [
    { when: 'In Germany', life: {} },
    { when: 'Where no country can be told', life: NOBODY, locale: 'eo' },
    { when: 'In the United States', life: NOBODY, locale: 'en-US' },
  ],

  privacy: [{ when: 'What is kept, and what is one’s own', life: {}, deeds: [texts.privacy.more, back] }],

  status: [
    { when: 'Nod listens', life: {} },
    { when: 'Nod rests, whatever the cause', life: { listening: 'resting' } },
    { when: 'There is no couple', life: NOBODY },
  ],

  home: [
    {
      when: 'Every button of it',
      life: {},
      deeds: [],
    },
    { when: 'Pause', life: {}, deeds: [texts.home.pause] },
    {
      when: 'Resume, once paused',
      life: {},
      deeds: [texts.home.pause, { old: { action: 'show', id: '' } }, texts.home.resume],
    },
    { when: 'Busy', life: {}, deeds: [texts.home.busy, { fill: { until: '17:30' } }] },
    { when: 'My mirror', life: {}, deeds: [texts.home.me] },
    { when: 'Demo', life: {}, deeds: [texts.home.demo] },
    { when: 'Leave', life: {}, deeds: [texts.home.leave] },
    { when: 'For somebody who has no couple', life: NOBODY, deeds: [texts.home.demo] },
  ],

  ask: [
    {
      when: 'All three filled in',
      life: NOBODY,
      deeds: [{ fill: { happened: 'the meeting went badly', feel: 'tired, and a bit small', wish: 'a hug' } }],
    },
    {
      when: 'A very long one',
      life: NOBODY,
      deeds: [{ fill: { happened: 'and then '.repeat(120), feel: '', wish: '' } }],
    },
    { when: 'Nothing filled in', life: NOBODY, deeds: [{ fill: {} }, texts.ask.again] },
  ],

  repair: [
    {
      when: 'Page after page, and round again',
      life: NOBODY,
      deeds: Array.from({ length: texts.repair.moves.length / 3 }, () => texts.repair.another),
    },
  ],

  busy: [
    { when: 'A time of today', options: { until: '17:30' } },
    { when: 'A time of tomorrow', options: { until: '9:00' } },
    { when: 'A while', options: { until: 'in 2h' } },
    { when: 'A time that does not exist', options: { until: '25:00' } },
    { when: 'For somebody who has no couple', options: { until: '17:30' }, life: NOBODY },
  ],
  pause: [
    { when: 'Once', life: FULL },
    { when: 'For somebody who has no couple', life: NOBODY },
  ],
  resume: [{ when: 'Once', life: BARE }],
  leave: [{ when: 'Asked once, then done', life: {}, deeds: [texts.leave.confirm] }],
};
