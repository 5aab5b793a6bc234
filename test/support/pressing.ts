import type { Button, Card, Modal, Select } from '../../src/ports/card.ts';
import type { Answer, Command, NodForAsker, Press } from '../../src/ports/command.ts';
import { ASKER, ask } from './asker.ts';

/** The card of an answer; fails when a form came back. */
export function cardOf(answer: Answer): Card {
  if (!('card' in answer)) throw new Error(`a form came back: ${answer.modal.title}`);
  return answer.card;
}

/** The form of an answer; fails when a card came back. */
export function modalOf(answer: Answer): Modal {
  if (!('modal' in answer)) throw new Error(`a card came back: ${answer.card.text}`);
  return answer.modal;
}

export function buttonsOf(card: Card): readonly Button[] {
  return (card.rows ?? []).flatMap((row) => ('buttons' in row ? row.buttons : []));
}

export function selectOf(card: Card): Select {
  const select = (card.rows ?? []).flatMap((row) => ('select' in row ? [row.select] : []))[0];
  if (!select) throw new Error(`nothing to select on: ${card.text}`);
  return select;
}

type Pressable = Pick<Button, 'path' | 'action' | 'id'>;
type Given = Partial<Pick<Press, 'values' | 'fields' | 'locale'>>;

/** A press as it comes back from the platform: all it knows is the custom id. */
export function pressFrom(customId: string, given: Given = {}): Press {
  const [, action = '', ...rest] = customId.split(':');
  return { ...ask(), action, id: rest.slice(0, -1).join(':'), values: [], fields: {}, ...given };
}

export function customIdOf({ path, action, id }: Pressable, by: string = ASKER): string {
  return [path, action, id ?? '', by].join(':');
}

/** Presses what was rendered, through its custom id, as after a restart. */
export async function press(
  command: Command,
  pressable: Pressable,
  { nod, ...given }: { nod: NodForAsker } & Given,
): Promise<Answer> {
  const answer = command.presses?.[pressable.action];
  if (!answer) throw new Error(`nothing answers ${pressable.path}:${pressable.action}`);
  return answer(pressFrom(customIdOf(pressable), given), nod);
}

/** Presses the button with this label. */
export async function pressLabel(
  command: Command,
  card: Card,
  { label, nod }: { label: string; nod: NodForAsker },
): Promise<Answer> {
  const button = buttonsOf(card).find((one) => one.label === label);
  if (!button) throw new Error(`no button "${label}" among ${buttonsOf(card).map((one) => one.label)}`);
  if (button.disabled) throw new Error(`the button "${label}" is disabled`);
  return press(command, button, { nod });
}
