import type { PartnerSettings } from '../../src/domain/dyad.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import type { Instant } from '../../src/domain/time.ts';
import { typingLeave } from '../../src/domain/typing-leave.ts';
import type { Button, Card, CardRow, Select } from '../../src/ports/card.ts';
import type { Standing } from '../../src/ports/command.ts';
import { texts } from '../../src/texts/texts.ts';
import { sayInstant } from '../../src/texts/times.ts';
import { guessZones, zoneRows } from '../_hours/zones.ts';

/** The settings card: everything at a glance, and one page for each thing that can be changed. */

const wording = texts.settings;
const PATH = 'settings';

type Own = NonNullable<Standing['own']>;
type Moment = { readonly at: Instant; readonly locale: string };

/** What has a page of its own; hours have a form instead. */
export const CHANGEABLE = [
  'nudges',
  'reasons',
  'weekly',
  'hours',
  'zone',
  'typing',
  'ownMessages',
  'numbers',
  'supportCard',
  'judge',
  'exceptions',
  'jokes',
] as const;
export type Changeable = (typeof CHANGEABLE)[number];

/** Everything the person chose, and what holds just now. */
export function overview(own: Own, now: Instant, first?: string): Card {
  return {
    text: [first, wording.heading, wording.lines(inForce(own)), ...justNow(own, now)]
      .filter((line) => line !== undefined)
      .join('\n'),
    rows: [{ select: changeSelect(own) }, { buttons: [press('ledger', wording.ledger, '0')] }],
  };
}

const inForce = ({ settings, pausesUnasked }: Own) => ({ ...settings, typing: typingLeave(settings, !pausesUnasked) });

/** The page on which one setting is changed. */
export function changePage(what: Exclude<Changeable, 'hours'>, own: Own, moment: Moment): Card {
  if (what === 'typing' && own.pausesUnasked) return typingUnaskedPage(own);
  const isJudge = what === 'judge' && own.judgeHost !== undefined;
  const text = isJudge ? `${wording.ask[what]} ${wording.judgeAt(own.judgeHost)}` : wording.ask[what];
  return { text, rows: [...rowsFor(what, own.settings, moment), { buttons: [backButton()] }] };
}

/** Whoever has not been asked yet can switch typing off, and nothing on. */
function typingUnaskedPage({ settings }: Own): Card {
  const off = { ...press('typing', wording.off, 'off'), look: 'secondary' } as const;
  return { text: wording.typingUnasked, rows: [{ buttons: [...(settings.typing ? [off] : []), backButton()] }] };
}

/** The page of zones that a search found. */
export function foundZonesPage(zones: readonly string[], at: Instant): Card {
  const text = zones.length === 0 ? texts.consent.zone.nothing : texts.consent.zone.found;
  return { text, rows: [...zoneRows({ path: PATH }, zones, { at }), { buttons: [backButton()] }] };
}

/** Back to the overview. */
export function backButton(): Button {
  return press('show', texts.common.back);
}

function rowsFor(what: Exclude<Changeable, 'hours'>, settings: PartnerSettings, moment: Moment): readonly CardRow[] {
  switch (what) {
    case 'nudges':
      return [{ buttons: [0, 1, 2].map((count) => option('nudges', String(count), settings.nudgesPerDay === count)) }];
    case 'reasons':
      return [{ select: reasonSelect(settings) }];
    case 'weekly':
      return [{ select: weeklySelect(settings) }];
    case 'zone':
      return zoneRows({ path: PATH }, guessZones(moment.locale), { at: moment.at, chosen: settings.zone });
    case 'typing':
      return [{ buttons: onAndOff('typing', settings.typing) }];
    case 'ownMessages':
      return [{ buttons: onAndOff('ownMessages', settings.ownMessages) }];
    case 'numbers':
      return [{ buttons: onAndOff('numbers', settings.numbers) }];
    case 'supportCard':
      return [{ buttons: onAndOff('supportCard', settings.supportCard) }];
    case 'judge':
      return [
        { buttons: (['off', 'local', 'cloud'] as const).map((to) => judgeButton(to, settings)) },
        {
          buttons: [wording.judgeVulnerable(settings.judgeVulnerable)].map((label) =>
            vulnerableButton(label, settings),
          ),
        },
      ];
    case 'jokes':
      return [{ buttons: [press('jokes', wording.undoAll, 'all')] }];
    case 'exceptions':
      return [
        { buttons: [press('exceptions', wording.undoLast, 'last'), press('exceptions', wording.undoAll, 'all')] },
      ];
  }
}

function judgeButton(to: PartnerSettings['judge'], settings: PartnerSettings): Button {
  return { ...option('judge', to, settings.judge === to), label: capitalised(wording.judges[to]) };
}

function vulnerableButton(label: string, settings: PartnerSettings): Button {
  return press('judgeVulnerable', label, settings.judgeVulnerable ? 'off' : 'on');
}

function justNow(own: Own, now: Instant): readonly string[] {
  const { settings } = own;
  const lines: string[] = [];
  if (settings.exceptions.length > 0) lines.push(wording.exceptions(settings.exceptions.length));
  const jokes = Object.values(settings.jokes).reduce((sum, count) => sum + count, 0);
  if (jokes > 0) lines.push(wording.jokes(jokes));
  if (own.sign !== undefined) lines.push(wording.sign(own.sign));
  if (own.judge !== undefined) lines.push(wording.judgeLine(settings));
  if (!own.listening) lines.push(wording.paused);
  if (isAhead(own.busyUntil, now)) lines.push(wording.busyUntil(sayInstant(own.busyUntil, now, settings.zone)));
  if (isAhead(own.snoozedUntil, now))
    lines.push(wording.snoozedUntil(sayInstant(own.snoozedUntil, now, settings.zone)));
  return lines;
}

function isAhead(until: Instant | undefined, now: Instant): until is Instant {
  return until !== undefined && until > now;
}

function changeSelect({ settings, judge }: Own): Select {
  const isThere = {
    judge: judge !== undefined,
    exceptions: settings.exceptions.length > 0,
    jokes: Object.keys(settings.jokes).length > 0,
  };
  const offered = CHANGEABLE.filter((what) => !(what in isThere) || isThere[what as keyof typeof isThere]);
  return {
    path: PATH,
    action: 'change',
    placeholder: wording.placeholder,
    choices: offered.map((what) => ({ label: wording.change[what], value: what })),
  };
}

function reasonSelect(settings: PartnerSettings): Select {
  return {
    path: PATH,
    action: 'reasons',
    placeholder: wording.reasonsPlaceholder,
    choices: REASONS.map((reason) => ({
      label: texts.consent.ticks.reasons[reason],
      value: reason,
      ...(settings.coaching && settings.reasons.includes(reason) ? { chosen: true } : {}),
    })),
    least: 0,
    most: REASONS.length,
  };
}

/** What has a tick of its own and comes by the week, with the setting that it is. */
const WEEKLY_TICKS = { recap: 'recap', 'check-in': 'checkIn', 'check-in:numbers': 'checkInNumbers' } as const;
type WeeklyTick = keyof typeof WEEKLY_TICKS;

function weeklySelect(settings: PartnerSettings): Select {
  const ticks = Object.keys(WEEKLY_TICKS) as WeeklyTick[];
  return {
    path: PATH,
    action: 'weekly',
    placeholder: wording.weeklyPlaceholder,
    choices: ticks.map((tick) => ({
      label: capitalised(wording.weeklyTicks[tick]),
      value: tick,
      ...(settings[WEEKLY_TICKS[tick]] ? { chosen: true } : {}),
    })),
    least: 0,
    most: ticks.length,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function onAndOff(action: string, isOn: boolean): readonly Button[] {
  return [
    { ...option(action, 'on', isOn), label: wording.on },
    { ...option(action, 'off', !isOn), label: wording.off },
  ];
}

function option(action: string, value: string, isChosen: boolean): Button {
  return { ...press(action, value, value), look: isChosen ? 'primary' : 'secondary' };
}

function press(action: string, label: string, id?: string): Button {
  return { label, path: PATH, action, ...(id === undefined ? {} : { id }) };
}
