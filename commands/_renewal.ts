import { type Card, LONGEST_CARD } from '../src/ports/card.ts';
import type { NodForAsker, Renewal } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';

const wording = texts.renewal;

/** What a person is asked again: why, to what, and on whose computer. */
export function renewalCard(
  { lapsed, changes, terms, settings, typingEnds }: Renewal,
  nod: Pick<NodForAsker, 'host' | 'encrypted'>,
): Card {
  const why = changes.length > 0 ? changes.map((change) => wording.change(change, terms)) : [wording.time];
  const { host, afraid } = texts.consent.about;
  const textWith = (yours: string) =>
    [
      [wording.heading, ...(lapsed ? [wording.lapsed] : why)].join('\n'),
      yours,
      host(nod.host, nod.encrypted),
      afraid,
      ...(lapsed ? [] : [wording.otherwise]),
    ].join('\n\n');
  const whole = textWith(wording.yours(settings, typingEnds));
  return {
    text: whole.length <= LONGEST_CARD ? whole : textWith(wording.yoursElsewhere(typingEnds)),
    rows: [
      {
        buttons: [
          { label: wording.yes, path: 'renew', action: 'yes', id: shownTerms(terms), look: 'success' },
          { label: wording.settings, path: 'settings', action: 'show' },
          { label: wording.no, path: 'renew', action: 'no' },
        ],
      },
    ],
  };
}

/** A short mark of the terms a card has shown: a yes is to these, and to no later ones. */
export function shownTerms({ scope, host, encrypted, readers, judgeHost = '' }: Renewal['terms']): string {
  const mark = [...host, ...judgeHost].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007,
    7,
  );
  return [scope, readers, encrypted ? 1 : 0, mark.toString(36)].join('.');
}
