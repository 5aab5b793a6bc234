import type { Statement } from '../src/domain/check-in.ts';
import type { Answer, Command, NodForAsker, Press, Standing } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';
import { chosen, turnInto, withOwnSide } from './_answers.ts';
import { agreedIn, askPage, backPage, choose, historyPage, momentModal } from './_check-in/pages.ts';

/** How the week was: said back in one sentence and forgotten; the numbers stay only where that was ticked. */
export const command = {
  summary: texts.summaries['check-in'],
  where: 'anywhere',
  options: [],

  run: (_ask, nod) => withOwnSide(nod, (own) => ({ card: askPage(own) })),

  presses: {
    ask: onOwnSide((own, { press }) => turnInto(askPage(own, press.id))),
    understood: chooses('understood'),
    'took-seriously': chooses('took-seriously'),
    cared: chooses('cared'),
    moment: async (press) => ({ modal: momentModal(press.id) }),
    said: says(({ fields }) => (fields['moment'] ?? '').trim() !== ''),
    done: says(() => false),
    earlier: onOwnSide((own, { press }) => turnInto(historyPage(own.checkIns, press.id))),
  },
} satisfies Command;

type Own = NonNullable<Standing['own']>;
type Pressed = { readonly press: Press; readonly nod: NodForAsker };

function onOwnSide(then: (own: Own, pressed: Pressed) => Answer | Promise<Answer>) {
  return (press: Press, nod: NodForAsker) => withOwnSide(nod, (own) => then(own, { press, nod }));
}

function chooses(statement: Statement) {
  return onOwnSide((own, { press }) => turnInto(askPage(own, choose(press.id, statement, chosen(press)))));
}

function says(hasMoment: (press: Press) => boolean) {
  return onOwnSide(async (own, { press, nod }) => {
    const agreed = agreedIn(press.id);
    if (agreed === undefined) return turnInto(askPage(own, press.id, texts.checkIn.notChosen));
    const isKept = own.settings.checkInNumbers;
    if (isKept) await nod.submit({ do: 'check-in', agreed });
    return turnInto(backPage(agreed, { isKept, hasMoment: hasMoment(press) }));
  });
}
