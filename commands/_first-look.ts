import type { Card, CardRow } from '../src/ports/card.ts';
import type { Mirror, Standing } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { sayGiven } from './_mirror.ts';

const wording = texts.firstLook;
const PATH = 'first-look';

type Own = NonNullable<Standing['own']>;

/** When the quiet days are over: what the reader gave, and at most two moments to ask about. */
export function firstLookCard({ firstLook = [] }: Pick<Own, 'firstLook'>, mirror: Mirror | undefined): Card {
  const open = firstLook.flatMap((moment, index) => (moment.answered ? [] : [{ ...moment, index }]));
  const asks = open.map(({ kind, index }) => wording.moment(index + 1, texts.whisper.about[kind]));
  const all = firstLook.length > 0 && open.length === 0 ? ['', wording.thanks] : [];
  return {
    text: [
      wording.heading,
      ...whatWasGiven(mirror),
      ...(asks.length === 0 ? all : ['', wording.ask(firstLook.length), ...asks]),
      '',
      wording.from,
    ].join('\n'),
    rows: open.map(({ index }) => askRow(index)),
  };
}

function whatWasGiven(mirror: Mirror | undefined): readonly string[] {
  if (mirror === undefined) return [wording.resting];
  const given = sayGiven(mirror.lines);
  return given.length === 0 ? [wording.nothing] : [wording.gave, ...given];
}

function askRow(index: number): CardRow {
  const button = (action: 'yes' | 'no' | 'never') => ({
    label: wording[action](index + 1),
    path: PATH,
    action,
    id: String(index),
  });
  return { buttons: [button('yes'), button('no'), button('never')] };
}
