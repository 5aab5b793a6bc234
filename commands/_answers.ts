import type { Card } from '../src/ports/card.ts';
import type { Answer, Change, NodForAsker, Press, Standing } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';

/** A line of text and nothing to press. */
export function say(text: string): Answer {
  return { card: { text } };
}

/** Puts the card in the place of the one that was pressed. */
export function turnInto(card: Card): Answer {
  return { card, replace: true };
}

/** Makes a change on the asker's own side and says so; alike for everyone who has no couple. */
export async function change(nod: NodForAsker, wanted: Change, answer: string = texts.common.done): Promise<string> {
  return (await nod.submit(wanted)) ? answer : texts.common.none;
}

/** What a press does; runs only for people who have a side of their own. */
export async function withOwnSide(
  nod: NodForAsker,
  then: (own: NonNullable<Standing['own']>) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { own } = await nod.standing();
  return own === undefined ? say(texts.common.none) : then(own);
}

/** The one value chosen in a select, or the id of the button pressed. */
export function chosen(press: Press): string {
  return press.values[0] ?? press.id;
}
