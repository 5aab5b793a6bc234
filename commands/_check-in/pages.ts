import {
  type Agreed,
  type CheckIn,
  isAgreed,
  LEAST_AGREED,
  MOST_AGREED,
  STATEMENTS,
  type Statement,
} from '../../src/domain/check-in.ts';
import { DAY } from '../../src/domain/time.ts';
import type { Button, Card, Modal, Select } from '../../src/ports/card.ts';
import type { Standing } from '../../src/ports/command.ts';
import { texts } from '../../src/texts/texts.ts';

const wording = texts.checkIn;
const PATH = 'check-in';

/** So many weeks fit on a card. Our choice. */
const WEEKS_SHOWN = 8;
/** What is chosen so far, a number a statement, 0 where nothing is: it lives in the buttons alone. */
const NOTHING_CHOSEN = '0.0.0';
/** Of seven: all three from here on are said back warmly. Our choice. */
const WARM_FROM = 5;
/** All three up to here, or any one this low, are said back as too little. Our choice. */
const SHORT_UP_TO = 3;
const ANY_SHORT_UP_TO = 2;

type Own = NonNullable<Standing['own']>;

/** The three statements with what is chosen so far. */
export function askPage({ settings }: Pick<Own, 'settings'>, chosen = NOTHING_CHOSEN, first?: string): Card {
  const buttons: Button[] = [
    { label: wording.done, path: PATH, action: 'done', id: chosen, look: 'primary' },
    { label: wording.moment, path: PATH, action: 'moment', id: chosen },
  ];
  if (settings.checkInNumbers) buttons.push({ label: wording.earlier, path: PATH, action: 'earlier', id: chosen });
  return {
    text: [first, wording.ask].filter((line) => line !== undefined).join('\n\n'),
    rows: [...STATEMENTS.map((statement) => ({ select: scale(statement, chosen) })), { buttons }],
  };
}

/** The choices with this one made. */
export function choose(chosen: string, statement: Statement, value: string): string {
  const place = STATEMENTS.indexOf(statement);
  return readChosen(chosen).with(place, Number(value)).join('.');
}

/** All three, once each is chosen. */
export function agreedIn(chosen: string): Agreed | undefined {
  const numbers = readChosen(chosen);
  return isAgreed(numbers) ? numbers : undefined;
}

/** The form for one line, which is read once and kept nowhere. */
export function momentModal(chosen: string): Modal {
  const field = { name: 'moment', label: wording.momentField, placeholder: wording.momentExample, longest: 200 };
  return { title: wording.momentTitle, path: PATH, action: 'said', id: chosen, fields: [field] };
}

/** One kind sentence back. */
export function backPage(agreed: Agreed, { isKept, hasMoment }: { isKept: boolean; hasMoment: boolean }): Card {
  const how = howItWas(agreed);
  const lines = [
    wording.back[how],
    ...(hasMoment ? [wording.withMoment] : []),
    isKept ? wording.kept : wording.forgotten,
  ];
  return { text: [lines.join(' '), ...(how === 'warm' ? [] : [wording.help])].join('\n\n') };
}

/** What is kept of earlier weeks, in words and without any comparison. */
export function historyPage(checkIns: readonly CheckIn[] = [], chosen = NOTHING_CHOSEN): Card {
  const shown = checkIns.slice(-WEEKS_SHOWN).toReversed().map(sayWeek);
  const before = checkIns.length - shown.length;
  return {
    text: [
      wording.history,
      ...(shown.length === 0 ? [wording.historyEmpty] : shown),
      ...(before > 0 ? [wording.more(before)] : []),
    ].join('\n'),
    rows: [{ buttons: [{ label: texts.common.back, path: PATH, action: 'ask', id: chosen }] }],
  };
}

function scale(statement: Statement, chosen: string): Select {
  const now = readChosen(chosen)[STATEMENTS.indexOf(statement)];
  const numbers = Array.from({ length: MOST_AGREED }, (_, place) => LEAST_AGREED + place);
  return {
    path: PATH,
    action: statement,
    id: chosen,
    placeholder: wording.statements[statement],
    choices: numbers.map((number) => ({
      label: `${wording.statements[statement]}: ${wording.choice(number, wordFor(number))}`,
      value: String(number),
      ...(number === now ? { chosen: true } : {}),
    })),
  };
}

function readChosen(chosen: string): number[] {
  const parts = chosen.split('.');
  return STATEMENTS.map((_, place) => {
    const number = Number(parts[place]);
    return Number.isInteger(number) && number >= LEAST_AGREED && number <= MOST_AGREED ? number : 0;
  });
}

function howItWas(agreed: Agreed): keyof typeof wording.back {
  if (agreed.every((one) => one >= WARM_FROM)) return 'warm';
  const isShort = agreed.every((one) => one <= SHORT_UP_TO) || agreed.some((one) => one <= ANY_SHORT_UP_TO);
  return isShort ? 'short' : 'between';
}

function sayWeek({ week, agreed }: CheckIn): string {
  const [understood, tookSeriously, cared] = agreed.map(wordFor) as [string, string, string];
  return wording.week(texts.times.day(week * DAY), { understood, 'took-seriously': tookSeriously, cared });
}

const wordFor = (number: number): string => wording.scale[number - LEAST_AGREED] ?? '';
