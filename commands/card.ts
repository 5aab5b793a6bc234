import { CELEBRATIONS, EMPTY_CARD, isEmptyCard, SUPPORTS, type WishCard, type Wishes } from '../src/domain/wishes.ts';
import type { Card, Select } from '../src/ports/card.ts';
import type { Answer, Command, NodForAsker, Press } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { turnInto, withOwnSide } from './_answers.ts';

const wording = texts.card;
const PATH = 'card';

/** How somebody likes to be met: theirs to write and to share, for the other to read only while it is shared. */
export const command = {
  summary: texts.summaries.card,
  where: 'anywhere',
  options: [],

  async run(_ask, nod) {
    return withOwnSide(nod, async ({ settings }) => ({ card: await cardPage(settings.wishes, nod) }));
  },

  presses: {
    low: writes((card, { values }) => ({ ...card, low: SUPPORTS.filter((support) => values.includes(support)) })),
    celebrate: writes((card, { values }) => ({
      ...card,
      celebrate: CELEBRATIONS.filter((way) => values.includes(way)),
    })),
    share: writes((card) => ({ ...card, shared: true })),
    stop: writes((card) => ({ ...card, shared: false })),
  },
} satisfies Command;

/** A press that changes one's own card. An empty one is no longer shared: what is written next is asked about anew. */
function writes(change: (card: WishCard, press: Press) => WishCard) {
  return (press: Press, nod: NodForAsker): Promise<Answer> =>
    withOwnSide(nod, async ({ settings }) => {
      const changed = change(settings.wishes ?? EMPTY_CARD, press);
      const wishes = { ...changed, shared: changed.shared && !isEmptyCard(changed) };
      await nod.submit({ do: 'settings', settings: { wishes } });
      return turnInto(await cardPage(wishes, nod));
    });
}

async function cardPage(card: WishCard = EMPTY_CARD, nod: NodForAsker): Promise<Card> {
  const whoSees = card.shared ? wording.shared : wording.alone;
  const own = [wording.heading, isEmptyCard(card) ? wording.empty : wording.lines(card), whoSees(nod.host)];
  return {
    text: [own.join('\n'), sayTheirs(await nod.theirCard())].join('\n\n'),
    rows: [
      { select: lowSelect(card) },
      { select: celebrateSelect(card) },
      ...(isEmptyCard(card) ? [] : [{ buttons: [card.shared ? button('stop') : button('share')] }]),
    ],
  };
}

/** Alike whether there is no card of theirs, one that they keep for themselves, or a rest. */
function sayTheirs(wishes: Wishes | undefined): string {
  return wishes === undefined ? wording.noneOfTheirs : [wording.theirs, wording.lines(wishes)].join('\n');
}

function button(action: 'share' | 'stop') {
  return { label: wording[action], path: PATH, action, look: action === 'share' ? 'primary' : 'secondary' } as const;
}

function lowSelect({ low }: WishCard): Select {
  const choices = SUPPORTS.map((value) => choice(value, wording.low[value], low.includes(value)));
  return { path: PATH, action: 'low', placeholder: wording.lowPlaceholder, choices, least: 0, most: SUPPORTS.length };
}

function celebrateSelect({ celebrate }: WishCard): Select {
  const choices = CELEBRATIONS.map((value) => choice(value, wording.celebrate[value], celebrate.includes(value)));
  const placeholder = wording.celebratePlaceholder;
  return { path: PATH, action: 'celebrate', placeholder, choices, least: 0, most: CELEBRATIONS.length };
}

function choice(value: keyof typeof wording.hints, label: string, isChosen: boolean): Select['choices'][number] {
  return { label, value, hint: wording.hints[value], ...(isChosen ? { chosen: true } : {}) };
}
