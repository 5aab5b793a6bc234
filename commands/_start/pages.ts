import { REASONS, type Reason } from '../../src/domain/nudge.ts';
import type { RetentionRow } from '../../src/domain/retention.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Button, Card, CardRow, Select } from '../../src/ports/card.ts';
import { texts } from '../../src/texts/texts.ts';
import { zoneRows } from '../_hours/zones.ts';
import { choicesOf, type Draft, packDraft } from './draft.ts';

/** The consent card, page by page; every button carries what was chosen so far. */

const wording = texts.consent;
const PATH = 'start';

/** First: what Nod does, who else can read along, who can look behind the curtain, and when not to use it. */
export function aboutPage(draft: Draft, about: { host: string; encrypted: boolean; others: number }): Card {
  const { what, others: readers, host: hostLine, afraid } = wording.about;
  return {
    text: [what, readers(about.others), hostLine(about.host, about.encrypted), afraid].join('\n\n'),
    rows: [{ buttons: [go(draft, 'kept', texts.common.next), ...refusals(draft)] }],
  };
}

/** Second: the retention table, generated from the one that also feeds the purge. */
export function keptPage(draft: Draft, rows: readonly RetentionRow[]): Card {
  return {
    text: [wording.kept, ...rows.map(texts.privacy.row), texts.privacy.yours].join('\n'),
    rows: [{ buttons: [back(draft, 'about'), go(draft, 'zone', texts.common.next), ...refusals(draft)] }],
  };
}

/** Third: the time zone, without which nothing is agreed. */
export function zonePage(
  draft: Draft,
  { zones, at, line = wording.zone.ask }: { zones: readonly string[]; at: Instant; line?: string },
): Card {
  const lines = draft.zone === undefined ? [line] : [line, wording.zone.chosen(draft.zone)];
  const forth = { ...go(draft, 'hours', texts.common.next), disabled: draft.zone === undefined };
  return {
    text: lines.join('\n'),
    rows: [
      ...zoneRows({ path: PATH, id: packDraft(draft) }, zones, { at, chosen: draft.zone }),
      { buttons: [back(draft, 'kept'), forth] },
    ],
  };
}

/** Fourth: hours in which Nod leaves the person alone. */
export function hoursPage(draft: Draft, problem?: string): Card {
  const { ask, list, zone, change } = wording.hours;
  const lines = [problem, ask, list(draft), draft.zone && zone(draft.zone)];
  return {
    text: lines.filter((line) => line !== undefined && line !== '').join('\n'),
    rows: [
      { buttons: [button(draft, 'edit', change)] },
      { buttons: [back(draft, 'zone'), go(draft, 'ticks', texts.common.next)] },
    ],
  };
}

/** Last: the ticks, the age, and the answer. */
export function ticksPage(draft: Draft): Card {
  const complete = choicesOf(draft) !== undefined;
  const ticked = tickNames().filter((name) => isTicked(draft, name));
  const lines = [wording.ticks.ask, wording.ticks.chosen(ticked.map(sayTick))];
  return {
    text: [...lines, ...(complete ? [] : [wording.ticks.needed])].join('\n\n'),
    rows: [
      { select: tickSelect(draft) },
      { buttons: [back(draft, 'hours'), button(draft, 'adult', wording.ticks.adult(draft.adult))] },
      {
        buttons: [
          { ...button(draft, 'agree', wording.agree), look: 'success', disabled: !complete },
          ...refusals(draft),
        ],
      },
    ],
  };
}

/** Reads what was ticked in the select of the last page. */
export function tick(draft: Draft, values: readonly string[]): Draft {
  return {
    ...draft,
    reasons: REASONS.filter((reason) => values.includes(reason)),
    typing: values.includes('typing'),
  };
}

type Tick = Reason | 'typing';

const tickNames = (): readonly Tick[] => [...REASONS, 'typing'];
const isTicked = (draft: Draft, name: Tick) => (name === 'typing' ? draft.typing : draft.reasons.includes(name));
const sayTick = (name: Tick) => (name === 'typing' ? wording.ticks.typing : wording.ticks.reasons[name]);

function tickSelect(draft: Draft): Select {
  const choices = tickNames().map((name) => ({
    label: sayTick(name),
    value: name,
    ...(isTicked(draft, name) ? { chosen: true } : {}),
  }));
  return {
    path: PATH,
    action: 'tick',
    id: packDraft(draft),
    placeholder: wording.ticks.placeholder,
    choices,
    least: 0,
    most: choices.length,
  };
}

function button(draft: Draft, action: string, label: string): Button {
  return { label, path: PATH, action, id: packDraft(draft) };
}

function go(draft: Draft, action: string, label: string): Button {
  return { ...button(draft, action, label), look: 'primary' };
}

function back(draft: Draft, action: string): Button {
  return button(draft, action, texts.common.back);
}

/** Saying no is possible on every page that explains, and on the last. */
function refusals(draft: Draft): Extract<CardRow, { buttons: unknown }>['buttons'] {
  return [button(draft, 'no', wording.no), button(draft, 'never', wording.never)];
}
