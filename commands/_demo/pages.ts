import type { Button, Card } from '../../src/ports/card.ts';
import type { NodForAsker } from '../../src/ports/command.ts';
import { whisperCard } from '../../src/texts/cards.ts';
import type { NodInScene, Scene } from '../../src/texts/en/scenes/scene.ts';
import { hintText } from '../../src/texts/hints.ts';
import { texts } from '../../src/texts/texts.ts';
import { openedCard, WHISPER_REPLIES, type WhisperReply } from '../_whisper.ts';
import { choiceOrder, nextPlace, type Place, packPlace, SCENES_A_GAME, sceneAt } from './game.ts';

/** The game, page by page; every button carries the place in it. */

const wording = texts.demo;
const PATH = 'demo';
/** What is told at the end of what Nod keeps about somebody who begins: the answers they gave. */
const TOLD_AT_THE_END = ['moments', 'weeks'];

/** What the game is, before the first scene. */
export function introPage(place: Place): Card {
  return { text: wording.intro, rows: [{ buttons: [go('scene', wording.begin, packPlace(place))] }] };
}

/** What has been done with Nod's message in a scene. */
export interface WithWhisper {
  readonly opened?: true;
  /** The button that was tried on the opened card. */
  readonly tried?: WhisperReply;
}

/**
 * A chat, Nod's message if it would write one, and three things to answer. The answers stand in the text: phones
 * show about 38 characters of a button (Discord's guidelines for buttons).
 */
export function scenePage(place: Place, whisper: WithWhisper = {}): Card {
  const scene = sceneAt(place);
  const fromNod = nodIn(scene.nod, place, whisper);
  const order = choiceOrder(place);
  const offered = order.map((index, at) => wording.offer(at + 1, scene.choices[index]?.reply ?? ''));
  const buttons = order.map((index, at) => press('choose', String(at + 1), packPlace(place, String(index))));
  return {
    text: [chatOf(place, scene), ...(fromNod ? [fromNod.text] : []), [wording.ask, ...offered].join('\n')].join('\n\n'),
    rows: [...(fromNod?.rows ?? []), { buttons }],
  };
}

/** Why the chosen answer lands or what it leaves out, then the same of the others, and why Nod was silent if it was. */
export function answerPage(place: Place, chosen: number): Card {
  const scene = sceneAt(place);
  const choice = scene.choices[chosen];
  if (choice === undefined) return scenePage(place);
  const others = scene.choices.filter((one) => one !== choice);
  const onward = nextPlace(place);
  const stop = press('end', wording.enough, packPlace(place));
  return {
    text: [
      chatOf(place, scene),
      `${wording.wrote(choice.reply)}\n${choice.why}`,
      [wording.others, ...others.map(({ reply, why }) => wording.other(reply, why))].join('\n'),
      ...(scene.nod.does === 'nothing' ? [wording.silent(scene.nod.because)] : []),
    ].join('\n\n'),
    rows: [
      {
        buttons: onward
          ? [go('scene', wording.next, packPlace(onward)), stop]
          : [go('end', wording.next, packPlace(place))],
      },
    ],
  };
}

/** What Nod keeps, of the game and of those who begin; and how that is done, for whoever has not. */
export async function endPage(place: Place, nod: NodForAsker): Promise<Card> {
  const kept = nod.retention().filter((row) => TOLD_AT_THE_END.includes(row.table));
  const again = press('scene', wording.again, packPlace({ ...place, round: (place.round + 1) % ROUNDS, step: 0 }));
  const hasCouple = (await nod.standing()).own !== undefined;
  const how = go('begin', wording.how, packPlace(place));
  return {
    text: [
      wording.end,
      [wording.keeps, wording.nothing, texts.privacy.words, ...kept.map(texts.privacy.row), wording.more].join('\n'),
    ].join('\n\n'),
    rows: [{ buttons: hasCouple ? [again] : [how, again] }],
  };
}

/** What to do to begin, and for whom it is not. */
export function beginningPage(place: Place): Card {
  return {
    text: [wording.beginning, texts.consent.about.afraid].join('\n\n'),
    rows: [{ buttons: [press('end', texts.common.back, packPlace(place))] }],
  };
}

/** More rounds than anybody plays; a number on a button has to end somewhere. */
const ROUNDS = 1_000;

function chatOf(place: Place, { from, chat, now }: Scene): string {
  const lines = chat.map(({ by, says }) => `> **${by === 'you' ? wording.you : from}:** ${says}`);
  return [wording.at(place.step + 1, SCENES_A_GAME), ...lines, `*${now}*`].join('\n');
}

/** The real cards, with buttons that lead nowhere but on in the game. */
function nodIn(nod: NodInScene, place: Place, { opened, tried }: WithWhisper): Card | undefined {
  if (nod.does === 'nothing') return undefined;
  const id = packPlace(place);
  if (!opened) {
    const { text, rows } = whisperCard({ dyad: 0, seq: 0 });
    const buttons = rows.flatMap((row) => row.buttons).map((button) => ({ ...button, path: PATH, action: 'open', id }));
    return { text: [wording.whispered, quote(text)].join('\n'), rows: [{ buttons }] };
  }
  const { kind, reason, hint } = nod;
  const card = openedCard({ kind, reason, hintText: hintText(hint) ?? '' }, (reply, label) =>
    press('tried', label, packPlace(place, reply)),
  );
  const answered = tried === undefined ? [] : [wording.tried(WHISPER_REPLIES[tried].answer)];
  return { ...card, text: [wording.opened, quote(card.text), ...answered].join('\n') };
}

function quote(text: string): string {
  return text.replace(/^/gm, '> ');
}

function press(action: string, label: string, id: string): Button {
  return { label, path: PATH, action, id };
}

function go(action: string, label: string, id: string): Button {
  return { ...press(action, label, id), look: 'primary' };
}
