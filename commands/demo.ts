import type { Card } from '../src/ports/card.ts';
import type { Answer, Command, NodForAsker, Press } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { turnInto } from './_answers.ts';
import { firstPlace, type Place, unpackPlace } from './_demo/game.ts';
import { answerPage, beginningPage, endPage, introPage, scenePage } from './_demo/pages.ts';
import { WHISPER_REPLIES, type WhisperReply } from './_whisper.ts';

/** A short game on made-up chats, for anyone, alone: what Nod's cards are like before saying yes to anything. */
export const command = {
  summary: texts.summaries.demo,
  where: 'anywhere',
  apart: true,
  options: [],

  run: async (ask) => ({ card: introPage(firstPlace(ask.at)) }),

  presses: {
    scene: inGame((place) => scenePage(place)),
    open: inGame((place) => scenePage(place, { opened: true })),
    tried: inGame((place, { more }) => scenePage(place, isReply(more) ? { opened: true, tried: more } : {})),
    choose: inGame((place, { more }) => answerPage(place, Number(more))),
    end: inGame((place, { nod }) => endPage(place, nod)),
    begin: inGame((place) => beginningPage(place)),
  },
} satisfies Command;

/** A press in the game; a button of a game that has been rewritten since leads to a new beginning. */
function inGame(
  then: (place: Place, pressed: { readonly more: string; readonly nod: NodForAsker }) => Card | Promise<Card>,
) {
  return async (press: Press, nod: NodForAsker): Promise<Answer> => {
    const found = unpackPlace(press.id);
    if (found === undefined) return turnInto({ text: texts.common.outdated });
    return turnInto(await then(found.place, { more: found.more, nod }));
  };
}

function isReply(more: string): more is WhisperReply {
  return Object.hasOwn(WHISPER_REPLIES, more);
}
