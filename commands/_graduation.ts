import type { PartnerSettings } from '../src/domain/dyad.ts';
import type { Button, Card } from '../src/ports/card.ts';
import type { Mirror } from '../src/ports/command.ts';
import { texts } from '../src/texts/texts.ts';

const wording = texts.graduation;
type Noticeable = keyof typeof wording.notice;

/** That Nod steps back, one new thing to notice, and the way out; `before`: what they had chosen until now. */
export function graduationCard(before: PartnerSettings, mirror: Mirror | undefined): Card {
  const keep: Button = { label: wording.keep, path: 'graduation', action: 'keep', id: before.reasons.join('.') };
  const choose: Button = { label: wording.settings, path: 'settings', action: 'show' };
  return {
    text: [wording.heading, wording.text, wording.notice[rarest(mirror)], wording.goodbye].join('\n\n'),
    rows: [{ buttons: [before.coaching ? keep : choose] }],
  };
}

/** What the reader gave most seldom lately; of their own side alone. */
function rarest(mirror: Mirror | undefined): Noticeable {
  const kinds = Object.keys(wording.notice) as [Noticeable, ...Noticeable[]];
  const given = (kind: Noticeable) => mirror?.lines.find((line) => line.kind === kind)?.count ?? 0;
  return kinds.reduce((least, kind) => (given(kind) < given(least) ? kind : least));
}
